package org.danaya.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.base.Act;
import org.danaya.base.Settings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases the addresses of entries older than the retention, from the beginning of the chain on.
 * Each erasure is itself an act, and says through which position it went: an address that is gone
 * after the last such position was not erased by the platform.
 */
@Component
class AddressErasure {

    private static final int BATCH = 10_000;
    private static final Pattern THROUGH = Pattern.compile("\"through\":\"(\\d{1,18})\"");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher acts;
    private final Duration retention;
    private final Clock clock;

    AddressErasure(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher acts,
            Settings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acts = acts;
        this.retention = settings.get(AuditSettings.ADDRESS_RETENTION);
        this.clock = clock;
    }

    /** Erases all that is due. */
    void erase() {
        Instant oldest = clock.instant().minus(retention);
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> eraseBatch(oldest)));
        }
    }

    /** Through which position an erasure went, from its facts. */
    static long through(byte[] facts) {
        Matcher matcher = THROUGH.matcher(new String(facts, StandardCharsets.UTF_8));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private boolean eraseBatch(Instant oldest) {
        long from = lastThrough();
        long through = through(from, oldest);
        if (through == from) {
            return false;
        }
        jdbc.sql(
                        """
                        update audit.entry e set address = null, address_salt = null
                        from audit.link l
                        where l.entry = e.id and l.position > ? and l.position <= ?
                            and e.address is not null
                        """)
                .params(from, through)
                .update();
        acts.publishEvent(
                Act.done(
                        AuditAct.ADDRESSES_ERASED,
                        "journal:" + through,
                        Map.of("through", Long.toString(through))));
        return true;
    }

    private long lastThrough() {
        return jdbc.sql("select facts from audit.entry where act = ? order by id desc limit 1")
                .param(AuditAct.ADDRESSES_ERASED.code())
                .query(String.class)
                .optional()
                .map(facts -> through(facts.getBytes(StandardCharsets.UTF_8)))
                .orElse(0L);
    }

    /** The last position of a batch whose entries are all old enough. */
    private long through(long from, Instant oldest) {
        return jdbc.sql(
                        """
                        with batch as (
                            select l.position, e.at from audit.link l
                            join audit.entry e on e.id = l.entry
                            where l.position > ? order by l.position limit ?)
                        select coalesce(
                            (select min(position) - 1 from batch where at >= ?),
                            (select max(position) from batch), ?)
                        """)
                .params(from, BATCH, oldest.atOffset(ZoneOffset.UTC), from)
                .query(Long.class)
                .single();
    }
}

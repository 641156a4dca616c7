package org.danaya.mandates.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateAct;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.Terms;
import org.danaya.page.Language;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.SealFit;
import org.danaya.verify.mandate.SealKind;
import org.danaya.verify.mandate.SealedMandate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The seals that bearers carry. A seal says what was signed; what has become of it since is in the
 * status lists. It is made once, so that a letter printed twice bears the same. Safe for any
 * thread.
 */
public final class MandateSeals {

    private final SealTable table;
    private final MandateKeys keys;
    private final ScopeWords words;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone in which the country's days begin
     */
    MandateSeals(
            JdbcClient jdbc,
            MandateKeys keys,
            ScopeWords words,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            ZoneId zone,
            Clock clock) {
        this.table = new SealTable(jdbc);
        this.keys = keys;
        this.words = words;
        this.transaction = transaction;
        this.news = news;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * A mandate's seal.
     *
     * @param shortened what had to be, to fit
     */
    public record Sealed(MandateSeal seal, Set<SealFit.Field> shortened) {

        /** Keeps a copy. */
        public Sealed {
            shortened = Set.copyOf(shortened);
        }

        /** The text for the QR: {@code DM1:…}. */
        public String text() {
            return seal.text();
        }
    }

    /** The seal that a mandate has; nothing where none was made yet. */
    public Optional<Sealed> find(UUID mandate) {
        return table.find(mandate);
    }

    /**
     * The seal of a mandate: the one that it has, or one made now.
     *
     * @throws Fault {@link MandateFault#WRONG_STATE} where it has none and isn't in force, by
     *     itself or by what is above it (it may be suspended), {@link MandateFault#SEAL_TOO_LONG},
     *     {@link MandateFault#KEY_AWAY}
     */
    public Sealed seal(Known known) {
        return find(known.mandate().id()).orElseGet(() -> sealed(known));
    }

    /** What the seal of a mandate says, before anything is shortened. */
    public SealedMandate facts(Mandate.Head head) {
        Terms terms = head.terms();
        return new SealedMandate(
                kind(terms.kind()),
                head.number(),
                head.code(),
                line(head.names().holder()),
                line(head.names().function()),
                line(head.names().identifier()),
                line(head.names().brief()),
                terms.powers(),
                line(words.say(Language.FRENCH, terms.scope())),
                head.index(),
                start(terms.period().from()),
                start(terms.period().until()));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Sealed sealed(Known known) {
        if (!known.stands()) {
            throw new Fault(MandateFault.WRONG_STATE, known.code());
        }
        return Objects.requireNonNull(transaction.execute(_ -> made(known.head())));
    }

    private Sealed made(Mandate.Head head) {
        SealedMandate facts = facts(head);
        SigningKey key = keys.sealing(facts.until());
        Sealed made =
                switch (MandateSeal.fit(facts, key.key().id())) {
                    case SealFit.TooLong(int bytes) ->
                            throw new Fault(MandateFault.SEAL_TOO_LONG, bytes);
                    case SealFit.Fits(_, Set<SealFit.Field> shortened, SealFit.Unsigned unsigned) ->
                            new Sealed(
                                    unsigned.signed(keys.sign(key, unsigned.toBeSigned())),
                                    shortened);
                };
        if (!table.insert(head.id(), key.key().id(), made, Moments.now(clock))) {
            return find(head.id()).orElseThrow();
        }
        news.publishEvent(
                Act.done(
                        MandateAct.SEALED,
                        "mandate:" + head.id(),
                        Map.of("key", key.key().id().toString())));
        return made;
    }

    private static SealKind kind(MandateKind kind) {
        return switch (kind) {
            case MANDATE -> SealKind.MANDATE;
            case MEMBER -> SealKind.DELEGATION_MEMBER;
            case HEAD -> SealKind.DELEGATION_HEAD;
            case SPOKESPERSON -> SealKind.SPOKESPERSON;
        };
    }

    /** Without what could turn or break the line in which it is read. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028-\\u202e\\u2066-\\u2069\\ufeff]+", " ").strip();
    }
}

package org.danaya.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;

/**
 * Recomputes the whole journal from what the database holds, on one snapshot of it.
 *
 * <p>Rows come as binary COPY, whose fields have the very form that the hash is defined over, so
 * that nothing is decoded on the way. After a difference it goes on from the hash that is written,
 * so that each difference is found where it is.
 */
final class ChainCheck {

    /** From PostgreSQL's epoch, the year 2000, to that of the format. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final long CHUNK = 100_000;
    private static final int TEXTS_BEFORE_ACT = 3;
    private static final int TEXTS_AFTER_ACT = 2;
    private static final byte[] ERASURE =
            AuditAct.ADDRESSES_ERASED.code().getBytes(StandardCharsets.UTF_8);

    private final DataSource source;
    private final LongConsumer progress;
    private final ChainHash chain = new ChainHash();
    private final List<Finding> findings = new ArrayList<>();
    private byte[] previous = new byte[Hash.BYTES];
    private long position;
    private long entries;
    private long erased;
    private long lastErased;
    private long erasedThrough;

    /**
     * A check, for one use.
     *
     * @param progress hears the last position that was recomputed, now and then
     */
    ChainCheck(DataSource source, LongConsumer progress) {
        this.source = source;
        this.progress = progress;
    }

    /**
     * Recomputes everything.
     *
     * @param anchors the hashes that the public log knows, by position
     */
    CheckReport run(NavigableMap<Long, Hash> anchors) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                return run(connection, statement, anchors);
            } finally {
                connection.rollback();
            }
        }
    }

    private CheckReport run(
            Connection connection, Statement statement, NavigableMap<Long, Hash> anchors)
            throws SQLException {
        // One lookup for each link: a hash join would read the whole table for each chunk.
        statement.execute("set local enable_hashjoin = off");
        statement.execute("set local enable_mergejoin = off");
        long last = number(statement, "select coalesce(max(position), 0) from audit.link");
        for (long from = 0; from < last; from += CHUNK) {
            read(connection, from, Math.min(from + CHUNK, last), anchors);
            progress.accept(position);
        }
        anchors.tailMap(position, false).keySet().forEach(at -> found(new Finding.CutOff(at)));
        if (lastErased > erasedThrough) {
            found(new Finding.AddressGone(lastErased));
        }
        long waiting =
                number(
                        statement,
                        "select count(*) from audit.unchained u join audit.entry e on e.id = u.entry");
        long outside = number(statement, "select count(*) from audit.entry") - entries - waiting;
        if (outside != 0) {
            found(new Finding.Outside(outside));
        }
        return new CheckReport(
                new Head(position, Hash.of(previous)),
                waiting,
                erased,
                anchors.size(),
                List.copyOf(findings));
    }

    private void read(Connection connection, long from, long to, NavigableMap<Long, Hash> anchors)
            throws SQLException {
        String rows =
                """
                copy (select l.position, e.id, e.at, e.actor_kind, e.actor, e.role, e.act,
                        e.subject, e.outcome, e.facts, e.request, e.address_digest,
                        l.hash, e.address_salt, e.address
                    from audit.link l left join audit.entry e on e.id = l.entry
                    where l.position > %d and l.position <= %d
                    order by l.position) to stdout (format binary)
                """
                        .formatted(from, to);
        CopyManager copies = new CopyManager(connection.unwrap(BaseConnection.class));
        CopyOut copy = copies.copyOut(rows);
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            CopyRow row = CopyRow.of(message);
            if (row.fields() >= 0) {
                check(row, anchors);
            }
        }
    }

    private void check(CopyRow row, NavigableMap<Long, Hash> anchors) {
        int start = row.place();
        long here = row.number();
        while (++position < here) {
            found(new Finding.Missing(position));
            if (findings.size() == CheckReport.MOST) {
                position = here - 1;
            }
        }
        if (!row.skip()) {
            gone(row);
        } else {
            entries++;
            checkEntry(row, start);
        }
        Hash anchor = anchors.get(here);
        if (anchor != null && !anchor.equals(Hash.of(previous))) {
            found(new Finding.AnchorDiffers(here));
        }
    }

    private void gone(CopyRow row) {
        for (int field = 0; field < TEXTS_BEFORE_ACT + TEXTS_AFTER_ACT + 5; field++) {
            row.skip();
        }
        previous = row.bytes();
        found(new Finding.Gone(position));
    }

    private void checkEntry(CopyRow row, int start) {
        row.add(EPOCH_MICROS);
        for (int text = 0; text < TEXTS_BEFORE_ACT; text++) {
            row.skip();
        }
        boolean erasure = row.is(ERASURE);
        for (int text = 0; text < TEXTS_AFTER_ACT; text++) {
            row.skip();
        }
        byte[] facts = erasure ? row.bytes() : skipped(row);
        row.skip();
        byte[] digest = row.bytes();
        byte[] computed = chain.of(previous, row.message(), start, row.place() - start);
        byte[] written = row.bytes();
        if (!Arrays.equals(computed, written)) {
            found(new Finding.Altered(position));
        } else if (erasure) {
            erasedThrough = Math.max(erasedThrough, AddressErasure.through(facts));
        }
        previous = written;
        checkAddress(row.bytes(), row, digest);
    }

    private void checkAddress(byte[] salt, CopyRow row, byte[] digest) {
        if (salt.length == 0) {
            erased++;
            lastErased = position;
        } else if (!Arrays.equals(chain.ofAddress(salt, row.bytes()), digest)) {
            found(new Finding.AddressAltered(position));
        }
    }

    private void found(Finding finding) {
        if (findings.size() < CheckReport.MOST) {
            findings.add(finding);
        }
    }

    private static byte[] skipped(CopyRow row) {
        row.skip();
        return new byte[0];
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

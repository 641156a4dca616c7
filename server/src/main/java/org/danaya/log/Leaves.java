package org.danaya.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.Parsed;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends leaves to the public log, in the transaction of the act that they record: both are
 * committed or neither is. A leaf is public within about a second of the commit, and {@link
 * LeafIntegrated} tells when.
 *
 * <p>Every method that writes throws {@link IllegalTransactionStateException} outside of a
 * transaction, and {@link org.springframework.dao.DuplicateKeyException} where a reference is
 * taken.
 */
@Service
public class Leaves {

    /** The most leaves that are appended at once. */
    public static final int MAX_BATCH = 10_000;

    private final LeafTable table;
    private final Clock clock;
    private final LeafMaker maker;
    private final LogMetrics metrics;

    Leaves(JdbcClient jdbc, Clock clock, SecureRandom random, LogMetrics metrics) {
        this.table = new LeafTable(jdbc);
        this.clock = clock;
        this.maker = new LeafMaker(random);
        this.metrics = metrics;
    }

    /** Appends one leaf. */
    public Leaf append(NewLeaf leaf) {
        requireTransaction();
        LeafMaker.Made committed = maker.make(leaf, clock.instant());
        table.insert(committed);
        metrics.appended(1);
        return appended(committed);
    }

    /**
     * Appends leaves in this order.
     *
     * @param leaves 1 to {@link #MAX_BATCH}
     */
    public List<Leaf> append(List<NewLeaf> leaves) {
        requireTransaction();
        if (leaves.isEmpty() || leaves.size() > MAX_BATCH) {
            throw new IllegalArgumentException("1 to 10,000 leaves, not " + leaves.size());
        }
        Instant now = clock.instant();
        List<LeafMaker.Made> committed =
                leaves.stream().map(leaf -> maker.make(leaf, now)).toList();
        table.insert(committed);
        metrics.appended(committed.size());
        return committed.stream().map(Leaves::appended).toList();
    }

    /** Where the leaf of a reference is; nothing where there is none. */
    public Optional<LeafPlace> find(String reference) {
        return table.byReference(reference).map(LeafPlace::of);
    }

    /**
     * Destroys the salt and the content of a leaf, for good. Its entry stays in the log and says
     * nothing any more. Copies in backups and in the database's files are destroyed as those are
     * renewed.
     *
     * @return false where the reference is unknown or was erased before
     */
    public boolean erase(String reference) {
        requireTransaction();
        return table.erase(reference);
    }

    private static Leaf appended(LeafMaker.Made leaf) {
        return new Leaf(
                leaf.leaf().kind(),
                leaf.leaf().reference(),
                leaf.entry().time(),
                leaf.entry().hash());
    }

    /**
     * Every leaf whose published entry is of a kind, in the order of the log, those that wait last:
     * for a module that compares them with its own records, also in a command. What the database
     * says of a leaf beside its entry isn't relied on.
     */
    public static List<Told> of(DataSource source, String kind) {
        byte[] start = (LeafEntry.HEADER + "\n" + kind + "\n").getBytes(StandardCharsets.US_ASCII);
        return JdbcClient.create(source)
                .sql(
                        """
                        select reference, entry, salt, content
                        from log.leaf left join log.place using (id)
                        where substring(entry from 1 for octet_length(?)) = ?
                        order by leaf_index nulls last, id
                        """)
                .params(start, start)
                .query(
                        (row, _) ->
                                told(
                                        row.getString(1),
                                        row.getBytes(2),
                                        row.getBytes(3),
                                        row.getBytes(4)))
                .list();
    }

    /** A leaf as it was found. */
    public sealed interface Told {

        /**
         * With what it was shown to commit to.
         *
         * @param text the content, as UTF-8
         */
        record Opened(String reference, String text) implements Told {}

        /** Erased; or its salt or content was changed. */
        record Closed(String reference) implements Told {}
    }

    private static Told told(
            String reference, byte[] entry, byte @Nullable [] salt, byte @Nullable [] content) {
        return salt != null
                        && content != null
                        && LeafEntry.parse(entry) instanceof Parsed.Ok<LeafEntry>(LeafEntry leaf)
                        && leaf.opens(salt, content) instanceof Verdict.Valid<LeafEntry>
                ? new Told.Opened(reference, new String(content, StandardCharsets.UTF_8))
                : new Told.Closed(reference);
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "A leaf is appended in the transaction of the act that it records");
        }
    }
}

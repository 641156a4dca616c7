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
     * The leaves of a kind, in the order of arrival, whose salt and content open them: for a module
     * that compares them with its own records, also in a command. A leaf that was erased, or whose
     * salt or content was changed, isn't among them.
     */
    public static List<Opened> opened(DataSource source, String kind) {
        return JdbcClient.create(source)
                .sql(
                        """
                        select reference, entry, salt, content from log.leaf
                        where kind = ? and salt is not null order by id
                        """)
                .param(kind)
                .query(
                        (row, _) ->
                                opened(
                                        kind,
                                        row.getString(1),
                                        row.getBytes(2),
                                        row.getBytes(3),
                                        row.getBytes(4)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A leaf with what it was shown to commit to.
     *
     * @param text the content, as UTF-8
     */
    public record Opened(String reference, String text) {}

    private static Optional<Opened> opened(
            String kind, String reference, byte[] entry, byte[] salt, byte[] content) {
        return LeafEntry.parse(entry) instanceof Parsed.Ok<LeafEntry>(LeafEntry leaf)
                        && leaf.kind().equals(kind)
                        && leaf.opens(salt, content) instanceof Verdict.Valid<LeafEntry>
                ? Optional.of(new Opened(reference, new String(content, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "A leaf is appended in the transaction of the act that it records");
        }
    }
}

package org.danaya.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.danaya.crypto.KeyFolder;
import org.danaya.log.disk.Disk;
import org.danaya.log.disk.LogFolder;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeBuilder;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log on a database and in a folder of its own, whose parts a test may break. */
final class TestLog {

    static final String ORIGIN = "example.test/log";

    final DataSource source;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final Path folder;
    final KeyFolder keys;
    final Leaves leaves;
    final List<LeafIntegrated> integrated = new CopyOnWriteArrayList<>();

    /** Every root that was signed, in order. */
    final List<Checkpoint> signed = new CopyOnWriteArrayList<>();

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    /** A log on a new database. */
    TestLog(Path home) throws IOException {
        this(home, TestDatabase.freshSource());
    }

    /** A log on a database that another test may have used; nothing of its log stays. */
    TestLog(Path home, DataSource source) throws IOException {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        jdbc.sql(
                        """
                        truncate log.identity, log.leaf, log.waiting, log.place, log.tree_head,
                            log.operator_act
                        """)
                .update();
        this.folder = Files.createDirectories(home.resolve("log"));
        this.keys = new KeyFolder(Files.createDirectories(home.resolve("keys")));
        this.leaves = new Leaves(jdbc, clock, random, LogMetrics.unread());
    }

    /** What a test may replace. */
    record Parts(
            Disk disk,
            UnaryOperator<SequencerTools.Signer> signing,
            UnaryOperator<DataSource> database,
            Cosigner cosigner,
            String origin,
            int batch) {

        static Parts sound() {
            return new Parts(
                    Disk.REAL,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    Cosigner.CosignOutcome.Cosigned::new,
                    ORIGIN,
                    4_096);
        }

        Parts with(Disk other) {
            return new Parts(other, signing, database, cosigner, origin, batch);
        }

        Parts with(Cosigner other) {
            return new Parts(disk, signing, database, other, origin, batch);
        }

        Parts withOrigin(String other) {
            return new Parts(disk, signing, database, cosigner, other, batch);
        }

        Parts withBatch(int other) {
            return new Parts(disk, signing, database, cosigner, origin, other);
        }

        Parts withSigning(UnaryOperator<SequencerTools.Signer> other) {
            return new Parts(disk, other, database, cosigner, origin, batch);
        }

        Parts withDatabase(UnaryOperator<DataSource> other) {
            return new Parts(disk, signing, other, cosigner, origin, batch);
        }
    }

    PublicLog publicLog() {
        return new PublicLog(jdbc, new LogFolder(folder, Disk.REAL));
    }

    SequencerStart starter(Parts parts) {
        return new SequencerStart(tools(parts), new LeafMaker(random));
    }

    SequencerTools tools(Parts parts) {
        DataSource broken = parts.database().apply(source);
        return new SequencerTools(
                broken,
                parts.origin(),
                keys,
                new LogFolder(folder, parts.disk()),
                signer -> parts.signing().apply(noting(signer)),
                parts.cosigner(),
                new Publications(
                        JdbcClient.create(broken),
                        new TransactionTemplate(new JdbcTransactionManager(broken)),
                        event -> integrated.add((LeafIntegrated) event)),
                () -> true,
                folder.resolveSibling("restored"),
                clock,
                parts.batch(),
                Duration.ofHours(1));
    }

    /** Starts a sequencer that nothing hinders. */
    Sequencer sequencer() {
        return sequencer(Parts.sound());
    }

    Sequencer sequencer(Parts parts) {
        return switch (starter(parts).start()) {
            case SequencerStart.Started.Running(Sequencer sequencer) -> sequencer;
            case SequencerStart.Started.Standby() -> throw new AssertionError("standby");
            case SequencerStart.Started.Halted(Halt halt) -> throw new AssertionError(halt);
        };
    }

    /** Starts a sequencer, publishes all that waits, ends it. */
    void publishAll() {
        try (Sequencer sequencer = sequencer()) {
            while (!(sequencer.cycle() instanceof Sequencer.Cycle.Idle)) {
                // One more turn.
            }
        }
    }

    /** Commits example leaves with these references. */
    void append(String... references) {
        List<NewLeaf> batch = new ArrayList<>();
        for (String reference : references) {
            batch.add(leaf(reference));
        }
        for (int from = 0; from < batch.size(); from += Leaves.MAX_BATCH) {
            List<NewLeaf> chunk =
                    batch.subList(from, Math.min(batch.size(), from + Leaves.MAX_BATCH));
            transactions.executeWithoutResult(_ -> leaves.append(chunk));
        }
    }

    void append(int count, String prefix) {
        String[] references = new String[count];
        for (int i = 0; i < count; i++) {
            references[i] = prefix + i;
        }
        append(references);
    }

    static NewLeaf leaf(String reference) {
        return new NewLeaf(
                "example.act",
                ("content of " + reference).getBytes(StandardCharsets.UTF_8),
                reference);
    }

    /** The checkpoint on disk, with both signatures checked. */
    Checkpoint checkpoint() throws IOException {
        SignedNote note =
                SignedNote.parse(Files.readAllBytes(folder.resolve(Checkpoint.PATH))).orThrow();
        return switch (note.verify(LogKeys.find(keys, ORIGIN).orElseThrow().verifiers())) {
            case Verdict.Valid<VerifiedNote>(VerifiedNote verified) ->
                    verified.checkpoint().orThrow();
            case Verdict.Invalid<VerifiedNote> wrong -> throw new AssertionError(wrong);
            case Verdict.Unverifiable<VerifiedNote> unknown -> throw new AssertionError(unknown);
        };
    }

    /** Every entry that the checkpoint on disk covers, as a stranger reads them, checked. */
    List<byte[]> published() throws IOException {
        Checkpoint checkpoint = checkpoint();
        TileSource source = TileSource.directory(folder);
        List<byte[]> entries = new ArrayList<>();
        var tree = TreeBuilder.empty();
        for (long start = 0; start < checkpoint.size(); start += TilePath.FULL) {
            int width = (int) Math.min(TilePath.FULL, checkpoint.size() - start);
            TilePath.Entries path = new TilePath.Entries(start / TilePath.FULL, width);
            byte[] bundle = source.read(path.path()).orElse(null);
            if (bundle == null) {
                byte[] full =
                        source.read(path.withWidth(TilePath.FULL).path())
                                .orElseThrow(() -> new AssertionError(path.path()));
                entries.addAll(
                        EntryBundle.parse(full, TilePath.FULL)
                                .orThrow()
                                .entries()
                                .subList(0, width));
            } else {
                entries.addAll(EntryBundle.parse(bundle, width).orThrow().entries());
            }
        }
        entries.forEach(tree::add);
        if (!tree.root().equals(checkpoint.root())) {
            throw new AssertionError("The entries don't make the checkpoint's root");
        }
        return entries;
    }

    private SequencerTools.Signer noting(SequencerTools.Signer signer) {
        return (checkpoint, now) -> {
            SignedNote note = signer.sign(checkpoint, now);
            signed.add(checkpoint);
            return note;
        };
    }

    /** The tree over all leaves that the database has placed. */
    TreeHash databaseRoot() {
        var tree = TreeBuilder.empty();
        new LeafTable(jdbc).placed(0, Long.MAX_VALUE).forEach(leaf -> tree.add(leaf.entry()));
        return tree.root();
    }
}

package org.danaya.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.crypto.CryptoFault;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts a sequencer: takes the lock, begins the log the first time, and otherwise compares the
 * database, the files and the keys. What disagrees halts the log, durably.
 */
final class SequencerStart {

    private static final String FIRST_KIND = "log.created";
    private static final String FIRST_REFERENCE = "log:created";

    /** Entries that are read at once while the tree catches up with the database. */
    private static final int CHUNK = 4_096;

    private final SequencerTools tools;
    private final LeafMaker maker;

    SequencerStart(SequencerTools tools, LeafMaker maker) {
        this.tools = tools;
        this.maker = maker;
    }

    /** How it ended. */
    sealed interface Started {

        /** A sequencer holds the lock and goes on where the last one ended. */
        record Running(Sequencer sequencer) implements Started {}

        /** Another program holds the lock. */
        record Standby() implements Started {}

        /** The log signs nothing. */
        record Halted(Halt halt) implements Started {}
    }

    /**
     * Starts one.
     *
     * @throws Fault {@link LogFault#ORIGIN_CHANGED}
     */
    Started start() {
        Optional<LockedDatabase> locked = LockedDatabase.lock(tools.connections());
        if (locked.isEmpty()) {
            return new Started.Standby();
        }
        LockedDatabase database = locked.get();
        boolean kept = false;
        try {
            Started started = start(database);
            kept = started instanceof Started.Running;
            return started;
        } catch (Disagreement e) {
            Halt halt = new Halt(e.reason, e.detail, tools.clock().instant());
            database.identity().halt(halt);
            return new Started.Halted(halt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!kept) {
                database.close();
            }
        }
    }

    /** What would halt a sequencer that started now. Takes no lock, and changes nothing. */
    Optional<Halt> examine(JdbcClient jdbc) throws IOException {
        try {
            IdentityTable.Identity identity =
                    new IdentityTable(jdbc).read().orElseThrow(() -> new Fault(LogFault.NOT_BEGUN));
            if (identity.halt() != null) {
                return Optional.of(identity.halt());
            }
            requireNotRestored();
            LogKeys keys = keys(identity);
            TreeHeadTable.Head shown = shown(tools.folder().checkpoint(), keys.ed25519().key());
            compare(shown, identity, new TreeHeadTable(jdbc));
            resume(shown, new LeafTable(jdbc));
            return Optional.empty();
        } catch (Disagreement e) {
            return Optional.of(new Halt(e.reason, e.detail, tools.clock().instant()));
        }
    }

    private void requireNotRestored() throws Disagreement {
        if (Files.exists(tools.restored())) {
            throw new Disagreement(
                    Halt.Reason.RESTORED,
                    "checkpoints later than the backup may be known to others");
        }
    }

    /** Database, files and keys don't fit together. */
    private static final class Disagreement extends Exception {

        private static final long serialVersionUID = 1L;

        private final Halt.Reason reason;
        private final String detail;

        Disagreement(Halt.Reason reason, String detail) {
            super(detail);
            this.reason = reason;
            this.detail = detail;
        }
    }

    private Started start(LockedDatabase database) throws Disagreement, IOException {
        Optional<IdentityTable.Identity> known = database.identity().read();
        Optional<byte[]> file = tools.folder().checkpoint();
        if (known.isEmpty()) {
            if (file.isPresent()) {
                throw new Disagreement(
                        Halt.Reason.DATABASE_BEHIND,
                        "a checkpoint is published, and the database knows no log");
            }
            begin(database);
            known = database.identity().read();
        }
        IdentityTable.Identity identity = known.orElseThrow();
        if (!identity.origin().equals(tools.origin())) {
            throw new Fault(LogFault.ORIGIN_CHANGED, identity.origin(), tools.origin());
        }
        Halt halt = identity.halt();
        if (halt != null) {
            return new Started.Halted(halt);
        }
        requireNotRestored();
        LogKeys keys = keys(identity);
        TreeHeadTable.Head shown = shown(file, keys.ed25519().key());
        compare(shown, identity, database.heads());
        LogTree tree = catchUp(resume(shown, database.leaves()), database);
        return new Started.Running(
                new Sequencer(tools, database, keys, tree, identity.publishedSize()));
    }

    /**
     * Begins the log: makes its keys, writes down what it is, appends its first leaf. Done again
     * after a crash, it uses the keys that it had made.
     */
    private void begin(LockedDatabase database) {
        LogKeys keys = LogKeys.findOrMake(tools.keys(), tools.origin());
        Instant now = tools.clock().instant();
        String ed25519 = keys.ed25519().key().vkey();
        String mlDsa44 = keys.mlDsa44().key().vkey();
        String content =
                "origin: " + tools.origin() + "\nkey: " + ed25519 + "\nkey: " + mlDsa44 + "\n";
        NewLeaf leaf =
                new NewLeaf(
                        FIRST_KIND,
                        content.getBytes(StandardCharsets.UTF_8),
                        FIRST_REFERENCE,
                        true);
        database.inTransaction(
                () -> {
                    database.identity().create(tools.origin(), ed25519, mlDsa44, now);
                    database.leaves().insert(maker.make(leaf, now));
                    return leaf;
                });
    }

    private LogKeys keys(IdentityTable.Identity identity) throws Disagreement {
        LogKeys keys;
        try {
            keys =
                    LogKeys.find(tools.keys(), identity.origin())
                            .orElseThrow(
                                    () ->
                                            new Disagreement(
                                                    Halt.Reason.KEY_MISSING,
                                                    "no key file in " + tools.keys().path()));
        } catch (Fault e) {
            if (e.code() != CryptoFault.KEY_UNREADABLE) {
                throw e;
            }
            throw new Disagreement(Halt.Reason.KEY_MISSING, e.facts().toString());
        }
        List<String> found = keys.verifiers().stream().map(VerifierKey::vkey).toList();
        if (!found.equals(List.of(identity.ed25519Key(), identity.mlDsa44Key()))) {
            throw new Disagreement(
                    Halt.Reason.KEY_DIFFERS, "the key in the home is " + keys.ed25519().key());
        }
        return keys;
    }

    /** The tree that the checkpoint on disk shows; the empty one where there is none. */
    private static TreeHeadTable.Head shown(Optional<byte[]> file, VerifierKey key)
            throws Disagreement {
        if (file.isEmpty()) {
            return TreeHeadTable.Head.EMPTY;
        }
        Verdict<Checkpoint> read =
                SignedNote.parse(file.get())
                        .check(note -> note.verify(List.of(key)))
                        .then(note -> note.checkpoint().check(Verdict::valid));
        return switch (read) {
            case Verdict.Valid<Checkpoint>(Checkpoint checkpoint)
                    when checkpoint.origin().equals(key.name()) ->
                    new TreeHeadTable.Head(checkpoint.size(), checkpoint.root());
            case Verdict.Valid<Checkpoint>(Checkpoint checkpoint) ->
                    throw new Disagreement(
                            Halt.Reason.CHECKPOINT_DAMAGED, "of origin " + checkpoint.origin());
            case Verdict.Invalid<Checkpoint>(var reason, String detail) ->
                    throw new Disagreement(
                            Halt.Reason.CHECKPOINT_DAMAGED, reason.code() + ": " + detail);
            case Verdict.Unverifiable<Checkpoint>(var reason, String detail) ->
                    throw new Disagreement(
                            Halt.Reason.CHECKPOINT_DAMAGED, reason.code() + ": " + detail);
        };
    }

    private static void compare(
            TreeHeadTable.Head shown, IdentityTable.Identity identity, TreeHeadTable heads)
            throws Disagreement {
        long recorded = heads.latest().size();
        if (shown.size() > recorded) {
            throw new Disagreement(
                    Halt.Reason.DATABASE_BEHIND,
                    shown.size() + " leaves are published, the database has " + recorded);
        }
        if (shown.size() < identity.publishedSize()) {
            throw new Disagreement(
                    Halt.Reason.FILES_BEHIND,
                    "the checkpoint on disk has "
                            + shown.size()
                            + " leaves, "
                            + identity.publishedSize()
                            + " were published");
        }
        Optional<TreeHash> root = heads.root(shown.size());
        if (root.isEmpty() || !root.get().equals(shown.root())) {
            throw new Disagreement(
                    Halt.Reason.ROOT_DIFFERS,
                    "at size "
                            + shown.size()
                            + " the database has "
                            + root.map(TreeHash::base64).orElse("no tree")
                            + ", the checkpoint "
                            + shown.root());
        }
    }

    private LogTree resume(TreeHeadTable.Head shown, LeafTable leaves)
            throws Disagreement, IOException {
        long start = LogTree.tailStart(shown.size());
        List<byte[]> tail = leaves.entries(start, shown.size());
        checkTail(tail, start, shown.size());
        return switch (LogTree.resume(shown.size(), tools.folder().source(), tail)) {
            case Verdict.Valid<LogTree>(LogTree tree) when tree.root().equals(shown.root()) -> tree;
            case Verdict.Valid<LogTree>(LogTree tree) ->
                    throw new Disagreement(
                            Halt.Reason.TILES_DAMAGED, "the tiles make the root " + tree.root());
            case Verdict.Invalid<LogTree>(var reason, String detail) ->
                    throw new Disagreement(
                            Halt.Reason.TILES_DAMAGED, reason.code() + ": " + detail);
            case Verdict.Unverifiable<LogTree>(var reason, String detail) ->
                    throw new IOException(reason.code() + ": " + detail);
        };
    }

    /** The next bundle repeats these entries: they must be those that the tree has. */
    private void checkTail(List<byte[]> tail, long start, long size)
            throws Disagreement, IOException {
        if (size == start) {
            return;
        }
        int width = (int) (size - start);
        TileSource source = tools.folder().source();
        Optional<byte[]> hashes =
                source.hashes(new TilePath.Hashes(0, start / TilePath.FULL, width));
        List<byte[]> expected = new ArrayList<>();
        hashes.ifPresent(
                tile -> {
                    for (int at = 0; at < tile.length; at += TreeHash.BYTES) {
                        expected.add(Arrays.copyOfRange(tile, at, at + TreeHash.BYTES));
                    }
                });
        List<byte[]> found = tail.stream().map(entry -> TreeHash.leaf(entry).toBytes()).toList();
        if (!Arrays.deepEquals(expected.toArray(), found.toArray())) {
            throw new Disagreement(
                    Halt.Reason.TILES_DAMAGED,
                    "the last tile of leaves isn't made of the database's entries from " + start);
        }
    }

    /** Writes the files of trees that were recorded before the last sequencer ended. */
    private LogTree catchUp(LogTree resumed, LockedDatabase database) throws Disagreement {
        TreeHeadTable.Head recorded = database.heads().latest();
        LogTree tree = resumed;
        while (tree.size() < recorded.size()) {
            long to = Math.min(recorded.size(), tree.size() + CHUNK);
            List<byte[]> entries = database.leaves().entries(tree.size(), to);
            if (entries.size() != to - tree.size()) {
                throw new Disagreement(
                        Halt.Reason.ROOT_DIFFERS, "the database lacks leaves before index " + to);
            }
            LogTree.Growth growth = tree.grow(entries);
            try {
                tools.folder().write(growth.files());
            } catch (IOException e) {
                throw new Disagreement(Halt.Reason.WRITE_FAILED, String.valueOf(e.getMessage()));
            }
            tree = growth.grown();
        }
        if (!tree.root().equals(recorded.root())) {
            throw new Disagreement(
                    Halt.Reason.ROOT_DIFFERS,
                    "the database's entries make "
                            + tree.root()
                            + ", it recorded "
                            + recorded.root()
                            + " for size "
                            + recorded.size());
        }
        return tree;
    }
}

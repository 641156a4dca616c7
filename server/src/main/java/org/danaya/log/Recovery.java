package org.danaya.log;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.jspecify.annotations.Nullable;

/**
 * Brings a halted log back: finds out whether it may go on without telling another story than
 * before, makes its files again from the database, and lifts the halt.
 *
 * <p>It holds the sequencer's lock all the while.
 */
public final class Recovery implements AutoCloseable {

    private static final int CHUNK = 4_096;

    private final SequencerTools tools;
    private final LockedDatabase database;

    Recovery(SequencerTools tools, LockedDatabase database) {
        this.tools = tools;
        this.database = database;
    }

    /** Whether the log may go on. */
    public sealed interface Finding {

        /**
         * It may.
         *
         * @param size leaves that the database has placed
         * @param published leaves in the last checkpoint that it knows to be published
         * @param shown leaves in the checkpoint on disk, 0 where it can't be read
         */
        record Recoverable(long size, long published, long shown, @Nullable Halt halt)
                implements Finding {}

        /**
         * It may not: going on would show the world another tree than before.
         *
         * @param detail in English for a technical reader
         */
        record Unrecoverable(Halt.Reason reason, String detail) implements Finding {}
    }

    /**
     * Whether the home was restored from a backup and nobody has yet said that the log may go on:
     * then somebody may hold a later checkpoint.
     */
    public boolean restored() {
        return Files.exists(tools.restored());
    }

    @Override
    public void close() {
        database.close();
    }

    /**
     * Finds out, and changes nothing.
     *
     * @param seen checkpoints of this log that others hold, from a witness or a mirror
     */
    public Finding examine(List<SignedNote> seen) {
        IdentityTable.Identity identity =
                database.identity().read().orElseThrow(() -> new Fault(LogFault.NOT_BEGUN));
        Optional<LogKeys> keys = LogKeys.find(tools.keys(), identity.origin());
        if (keys.isEmpty()) {
            return new Finding.Unrecoverable(
                    Halt.Reason.KEY_MISSING, "put the key files back into " + tools.keys().path());
        }
        if (!keys.get().verifiers().getFirst().vkey().equals(identity.ed25519Key())
                || !keys.get().verifiers().getLast().vkey().equals(identity.mlDsa44Key())) {
            return new Finding.Unrecoverable(
                    Halt.Reason.KEY_DIFFERS, "the key in the home is another one");
        }
        TreeHeadTable.Head head = database.heads().latest();
        LogTree tree = rebuilt(head.size());
        if (tree.size() != head.size() || !tree.root().equals(head.root())) {
            return new Finding.Unrecoverable(
                    Halt.Reason.ROOT_DIFFERS,
                    "the database's leaves make "
                            + tree.root()
                            + " at size "
                            + tree.size()
                            + ", it recorded "
                            + head.root()
                            + " at size "
                            + head.size());
        }
        long shown = 0;
        Optional<Checkpoint> onDisk = shown(keys.get());
        if (onDisk.isPresent()) {
            shown = onDisk.get().size();
            Finding wrong = wrong(onDisk.get(), head);
            if (wrong != null) {
                return wrong;
            }
        }
        for (SignedNote note : seen) {
            Optional<Checkpoint> checkpoint = verified(note, keys.get());
            if (checkpoint.isEmpty()) {
                return new Finding.Unrecoverable(
                        Halt.Reason.CHECKPOINT_DAMAGED, "the checkpoint given isn't this log's");
            }
            Finding wrong = wrong(checkpoint.get(), head);
            if (wrong != null) {
                return wrong;
            }
        }
        return new Finding.Recoverable(
                head.size(), identity.publishedSize(), shown, identity.halt());
    }

    /** Makes every file again, and lifts the halt. Only after {@link Finding.Recoverable}. */
    public void recover(Finding.Recoverable finding, String operator) {
        try {
            long published = Math.max(finding.published(), finding.shown());
            LogTree tree = grown(LogTree.empty(), published, true);
            tools.folder().write(tree.partials());
            if (published > finding.shown()) {
                show(tree);
            }
            tools.folder().write(grown(tree, finding.size(), true).partials());
            Files.deleteIfExists(tools.restored());
        } catch (IOException e) {
            throw unusable(e);
        }
        Halt halt = finding.halt();
        String reason = halt == null ? "" : halt.reason().code() + ", ";
        Instant now = tools.clock().instant();
        database.inTransaction(
                () -> {
                    database.identity().clearHalt();
                    database.acts()
                            .insert(
                                    new OperatorActTable.Done(
                                            LogAct.RECOVERED,
                                            operator,
                                            "log:" + tools.origin(),
                                            reason + finding.size() + " leaves",
                                            now));
                    return finding;
                });
    }

    /**
     * Signs again what was published and is not on disk any more: the same tree. The next sequencer
     * has it cosigned.
     */
    private void show(LogTree tree) throws IOException {
        LogKeys keys = LogKeys.find(tools.keys(), tools.origin()).orElseThrow();
        Checkpoint checkpoint = new Checkpoint(tools.origin(), tree.size(), tree.root());
        tools.folder().publish(keys.sign(checkpoint, tools.clock().instant()));
    }

    /** The tree with the database's leaves up to a size, or as far as they go. */
    private LogTree grown(LogTree from, long size, boolean write) throws IOException {
        LogTree tree = from;
        while (tree.size() < size) {
            List<byte[]> entries =
                    database.leaves().entries(tree.size(), Math.min(size, tree.size() + CHUNK));
            if (entries.isEmpty()) {
                return tree;
            }
            LogTree.Growth growth = tree.grow(entries);
            if (write) {
                Map<TilePath, byte[]> full = new LinkedHashMap<>(growth.files());
                full.keySet().removeIf(path -> !path.isFull());
                tools.folder().write(full);
            }
            tree = growth.grown();
        }
        return tree;
    }

    private LogTree rebuilt(long size) {
        try {
            return grown(LogTree.empty(), size, false);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private @Nullable Finding wrong(Checkpoint checkpoint, TreeHeadTable.Head head) {
        if (checkpoint.size() > head.size()) {
            return new Finding.Unrecoverable(
                    Halt.Reason.DATABASE_BEHIND,
                    checkpoint.size() + " leaves were published, the database has " + head.size());
        }
        Optional<TreeHash> root = database.heads().root(checkpoint.size());
        return root.equals(Optional.of(checkpoint.root()))
                ? null
                : new Finding.Unrecoverable(
                        Halt.Reason.ROOT_DIFFERS,
                        "published at size "
                                + checkpoint.size()
                                + ": "
                                + checkpoint.root()
                                + ", database: "
                                + root.map(TreeHash::base64).orElse("none"));
    }

    /** The checkpoint on disk, if it can be read; a damaged one says nothing. */
    private Optional<Checkpoint> shown(LogKeys keys) {
        try {
            return tools.folder()
                    .checkpoint()
                    .flatMap(
                            file ->
                                    SignedNote.parse(file).check(Verdict::valid)
                                                    instanceof
                                                    Verdict.Valid<SignedNote>(SignedNote note)
                                            ? verified(note, keys)
                                            : Optional.empty());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static Optional<Checkpoint> verified(SignedNote note, LogKeys keys) {
        return note.verify(List.of(keys.ed25519().key())).then(Recovery::checkpoint)
                        instanceof Verdict.Valid<Checkpoint>(Checkpoint checkpoint)
                ? Optional.of(checkpoint)
                : Optional.empty();
    }

    private static Verdict<Checkpoint> checkpoint(VerifiedNote note) {
        return note.checkpoint().check(Verdict::valid);
    }

    private Fault unusable(IOException e) {
        return new Fault(
                e, LogFault.FILES_UNUSABLE, tools.folder().path(), String.valueOf(e.getMessage()));
    }
}

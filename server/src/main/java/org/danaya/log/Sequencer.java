package org.danaya.log;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.danaya.verify.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Takes waiting leaves to a published checkpoint. There is one per database: {@link SequencerStart}
 * makes it, holding a lock. For one thread.
 *
 * <p>A failed file write halts the log. Whatever else is thrown leaves the database in a state from
 * which a new sequencer goes on: the caller closes this one and starts another.
 */
final class Sequencer implements AutoCloseable {

    /** How one turn of the sequencer ended. */
    sealed interface Cycle {

        /** Nothing waited. */
        record Idle() implements Cycle {}

        /**
         * A checkpoint was published.
         *
         * @param leaves new ones that it covers; none where it was renewed
         * @param more whether further leaves waited already when these were placed
         */
        record Published(long size, long leaves, boolean more) implements Cycle {}

        /** The tree has grown, and its checkpoint is not to be published for now. */
        record Withheld(long size, String why) implements Cycle {}

        /** The log halted; this sequencer is at its end. */
        record Stopped(Halt halt) implements Cycle {}
    }

    private final SequencerTools tools;
    private final LockedDatabase database;
    private final SequencerTools.Signer signer;
    private final List<VerifierKey> verifiers;
    private LogTree tree;
    private long published;
    private @Nullable Instant publishedAt;

    /**
     * @param tree what the files hold
     * @param published leaves in the last checkpoint that the database knows to be published
     */
    Sequencer(
            SequencerTools tools,
            LockedDatabase database,
            LogKeys keys,
            LogTree tree,
            long published) {
        this.tools = tools;
        this.database = database;
        this.signer = tools.signing().apply(keys);
        this.verifiers = keys.verifiers();
        this.tree = tree;
        this.published = published;
    }

    /** Does all the steps once. */
    Cycle cycle() {
        boolean room = tools.room().getAsBoolean();
        LogTree.Growth growth = room ? place() : tree.grow(List.of());
        if (!growth.files().isEmpty()) {
            try {
                tools.folder().write(growth.files());
            } catch (IOException e) {
                return stop(Halt.Reason.WRITE_FAILED, e);
            }
        }
        tree = growth.grown();
        if (tree.size() == published && !(room && (stale() || tools.cosigner().owes()))) {
            return new Cycle.Idle();
        }
        Cycle cycle = publish();
        if (cycle instanceof Cycle.Published) {
            tools.folder().dropPartials(growth.files().keySet());
        }
        return cycle;
    }

    @Override
    public void close() {
        database.close();
    }

    /** Gives the waiting leaves their places and records the tree that they make. */
    private LogTree.Growth place() {
        return database.inTransaction(
                () -> {
                    List<LeafTable.Waiting> waiting = database.leaves().waiting(tools.batch());
                    List<byte[]> entries = waiting.stream().map(LeafTable.Waiting::entry).toList();
                    LogTree.Growth growth = tree.grow(entries);
                    if (!waiting.isEmpty()) {
                        long[] ids = waiting.stream().mapToLong(LeafTable.Waiting::id).toArray();
                        database.leaves().place(ids, tree.size());
                        database.heads().record(growth.grown().head(), tools.clock().instant());
                    }
                    return growth;
                });
    }

    private Cycle publish() {
        Instant now = tools.clock().instant();
        Checkpoint checkpoint =
                new Checkpoint(verifiers.getFirst().name(), tree.size(), tree.root());
        SignedNote signed = signer.sign(checkpoint, now);
        String wrong = wrong(checkpoint, signed);
        if (wrong != null) {
            return new Cycle.Stopped(new Halt(Halt.Reason.SIGNATURE_WRONG, wrong, now));
        }
        return switch (tools.cosigner().cosign(signed)) {
            case Cosigner.CosignOutcome.Withheld(String why) ->
                    new Cycle.Withheld(tree.size(), why);
            case Cosigner.CosignOutcome.Cosigned(SignedNote cosigned) -> {
                String spoilt = wrong(checkpoint, cosigned);
                if (spoilt != null) {
                    throw new IllegalStateException("The cosigner spoilt the note: " + spoilt);
                }
                yield publish(cosigned, now);
            }
        };
    }

    private Cycle publish(SignedNote checkpoint, Instant now) {
        // A sequencer whose lock is gone may not overwrite what another has published since.
        database.check();
        try {
            tools.folder().publish(checkpoint);
        } catch (IOException e) {
            return stop(Halt.Reason.WRITE_FAILED, e);
        }
        tools.published().mark(published, tree.size(), now);
        long leaves = tree.size() - published;
        published = tree.size();
        publishedAt = now;
        return new Cycle.Published(published, leaves, leaves >= tools.batch());
    }

    private boolean stale() {
        Instant last = publishedAt;
        return last == null
                ? published > 0
                : last.plus(tools.refresh()).isBefore(tools.clock().instant());
    }

    /** What is wrong with a note that should be this checkpoint under the log's signatures. */
    private @Nullable String wrong(Checkpoint checkpoint, SignedNote note) {
        if (!note.text().equals(checkpoint.toText())) {
            return "the text isn't the checkpoint's";
        }
        return switch (note.verify(verifiers)) {
            case Verdict.Valid<VerifiedNote>(VerifiedNote verified) ->
                    verifiers.stream().allMatch(verified::signedBy)
                            ? null
                            : "a signature is missing";
            case Verdict.Invalid<VerifiedNote>(var reason, String detail) ->
                    reason.code() + ": " + detail;
            case Verdict.Unverifiable<VerifiedNote>(var reason, String detail) ->
                    reason.code() + ": " + detail;
        };
    }

    private Cycle stop(Halt.Reason reason, IOException cause) {
        String detail = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new Cycle.Stopped(new Halt(reason, detail, tools.clock().instant()));
    }
}

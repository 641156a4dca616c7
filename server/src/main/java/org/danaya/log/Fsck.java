package org.danaya.log;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.danaya.verify.AuditOutcome;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.EntryFormat;
import org.danaya.verify.LogAudit;
import org.danaya.verify.Policy;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.danaya.verify.WitnessedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes every hash of the log again and compares: entries on disk with tiles and checkpoint, the
 * database's leaves with the entries on disk, and what was kept with what the leaves commit to. It
 * reads only, and the log may run meanwhile: what is appended later isn't looked at.
 */
public final class Fsck {

    /** How a check of the whole log ended. */
    public sealed interface Outcome {

        /**
         * Files, database and checkpoint agree in every hash.
         *
         * @param size leaves in the checkpoint
         * @param erased how many of them say nothing any more
         * @param files compared
         */
        record Sound(long size, long erased, long files) implements Outcome {}

        /**
         * Something differs; this is the first that was found.
         *
         * @param where a file, or {@code database index N}
         * @param detail in English for a technical reader
         */
        record Different(String where, String detail) implements Outcome {}

        /**
         * It could not be known.
         *
         * @param detail in English for a technical reader
         */
        record Unverifiable(String where, String detail) implements Outcome {}
    }

    private final JdbcClient jdbc;
    private final PublicLog log;
    private final int threads;

    /**
     * @param threads that hash and compare at the same time, at least 1
     */
    Fsck(JdbcClient jdbc, PublicLog log, int threads) {
        this.jdbc = jdbc;
        this.log = log;
        this.threads = threads;
    }

    /**
     * Checks all of it.
     *
     * @param progress is told now and then how many leaves have been compared with the database
     */
    public Outcome run(LongConsumer progress) {
        Optional<byte[]> file = log.file();
        if (file.isEmpty()) {
            return new Outcome.Different(Checkpoint.PATH, "there is none");
        }
        List<VerifierKey> keys = log.keys();
        Policy policy = Policy.of(keys.toArray(VerifierKey[]::new));
        return switch (SignedNote.parse(file.get()).check(policy::check)) {
            case Verdict.Valid<WitnessedCheckpoint>(WitnessedCheckpoint signed)
                    when !keys.stream().allMatch(signed.note()::signedBy) ->
                    new Outcome.Different(
                            Checkpoint.PATH, "one of the log's signatures is missing");
            case Verdict.Valid<WitnessedCheckpoint>(WitnessedCheckpoint signed) ->
                    run(signed.checkpoint(), progress);
            case Verdict.Invalid<WitnessedCheckpoint>(var reason, String detail) ->
                    new Outcome.Different(Checkpoint.PATH, reason.code() + ": " + detail);
            case Verdict.Unverifiable<WitnessedCheckpoint>(var reason, String detail) ->
                    new Outcome.Unverifiable(Checkpoint.PATH, reason.code() + ": " + detail);
        };
    }

    /**
     * Checks the files alone, against the latest checkpoint; the database isn't asked for leaves.
     */
    public Outcome files() {
        return log.latest()
                .<Outcome>map(
                        latest ->
                                switch (audit(latest.checkpoint())) {
                                    case AuditOutcome.Sound sound ->
                                            new Outcome.Sound(
                                                    latest.checkpoint().size(),
                                                    0,
                                                    sound.counts().files());
                                    case AuditOutcome.Different wrong -> told(wrong);
                                    case AuditOutcome.Unverifiable unknown -> told(unknown);
                                })
                .orElseGet(() -> new Outcome.Different(Checkpoint.PATH, "there is none"));
    }

    private AuditOutcome audit(Checkpoint checkpoint) {
        return new LogAudit(log.source(), EntryFormat.BUNDLES, threads).run(checkpoint);
    }

    private static Outcome told(AuditOutcome.Different wrong) {
        String entry = wrong.entry() < 0 ? "" : " at entry " + wrong.entry();
        return new Outcome.Different(
                wrong.path(), wrong.reason().code() + entry + ": " + wrong.detail());
    }

    private static Outcome lost(String reference) {
        return new Outcome.Different(
                "database leaf " + reference, "it has no place and waits for none");
    }

    private static Outcome told(AuditOutcome.Unverifiable unknown) {
        return new Outcome.Unverifiable(
                unknown.path(), unknown.reason().code() + ": " + unknown.detail());
    }

    private Outcome run(Checkpoint checkpoint, LongConsumer progress) {
        Optional<TreeHash> recorded = new TreeHeadTable(jdbc).root(checkpoint.size());
        if (!recorded.equals(Optional.of(checkpoint.root()))) {
            return new Outcome.Different(
                    "database size " + checkpoint.size(),
                    "recorded root "
                            + recorded.map(TreeHash::base64).orElse("none")
                            + ", published "
                            + checkpoint.root());
        }
        return switch (audit(checkpoint)) {
            case AuditOutcome.Different wrong -> told(wrong);
            case AuditOutcome.Unverifiable unknown -> told(unknown);
            case AuditOutcome.Sound sound ->
                    switch (new LeafCheck(jdbc, log.source(), threads)
                            .run(checkpoint.size(), progress)) {
                        case LeafCheck.Found.Same(long erased) ->
                                new LeafTable(jdbc)
                                        .lost()
                                        .map(Fsck::lost)
                                        .orElseGet(
                                                () ->
                                                        new Outcome.Sound(
                                                                checkpoint.size(),
                                                                erased,
                                                                sound.counts().files()));
                        case LeafCheck.Found.Other(String where, String detail) ->
                                new Outcome.Different(where, detail);
                        case LeafCheck.Found.Unknown(String where, String detail) ->
                                new Outcome.Unverifiable(where, detail);
                    };
        };
    }
}

package org.danaya.mandates.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Verdict;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.Remembered.Finding;
import org.danaya.verify.mandate.Snapshot;
import org.danaya.verify.mandate.TrustedSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What the command line trusts: the anchor file that it was given, a snapshot that holds under it,
 * and what it has seen before. For one thread.
 */
final class Pinned {

    private static final int MOST_REMEMBERED = 64 << 20;

    private final Anchor anchor;
    private final Verdict<TrustedSnapshot> snapshot;
    private final Remembered before;
    private final List<Finding> findings;
    private final boolean doubtful;
    private final @Nullable Path forgotten;
    private final Instant now;
    private final Duration limit;

    private Pinned(
            Anchor anchor,
            Verdict<TrustedSnapshot> snapshot,
            Remembered before,
            List<Finding> findings,
            boolean doubtful,
            @Nullable Path forgotten,
            Instant now,
            Duration limit) {
        this.anchor = anchor;
        this.snapshot = snapshot;
        this.before = before;
        this.findings = List.copyOf(findings);
        this.doubtful = doubtful;
        this.forgotten = forgotten;
        this.now = now;
        this.limit = limit;
    }

    /** Asks for a proof that the log grew from the size that was seen to this one. */
    @FunctionalInterface
    interface Growth {
        Optional<ConsistencyProof> proof(long from, long to)
                throws IOException, InterruptedException;
    }

    /**
     * The file in which is kept what was seen. It need not be there yet.
     *
     * @param forget whether the person wants the log that is kept there forgotten. It stays beside,
     *     as the evidence of what was shown; what is valid is to be confirmed this once.
     */
    record Memory(Path file, boolean forget) {

        /** Where the evidence is. */
        Path evidence(Instant now) {
            return file.resolveSibling(file.getFileName() + ".forgotten-" + now.getEpochSecond());
        }
    }

    /**
     * Checks a snapshot, compares it with what was seen, and remembers it from now on.
     *
     * @param asked whether the snapshot is from somebody who can be asked for a proof
     * @throws Fault {@link CheckFault#MEMORY}, {@link CheckFault#MEMORY_OTHER}
     */
    static Pinned open(
            Anchor anchor,
            byte[] bytes,
            Memory memory,
            Growth growth,
            boolean asked,
            Instant now,
            Duration limit)
            throws IOException, InterruptedException {
        Remembered kept = remembered(memory.file(), anchor);
        boolean forgets = memory.forget() && Files.exists(memory.file());
        Remembered before = forgets ? kept.withoutLog() : kept;
        Verdict<TrustedSnapshot> snapshot =
                Snapshot.read(bytes).check(parts -> parts.check(anchor));
        if (!(snapshot instanceof Verdict.Valid<TrustedSnapshot>(TrustedSnapshot trusted))) {
            return new Pinned(anchor, snapshot, kept, List.of(), false, null, now, limit);
        }
        Remembered.Observation seen = observed(trusted, before, growth);
        Path folder = memory.file().toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (forgets) {
            DurableFiles.replace(memory.evidence(now), kept.toBytes(), DurableFiles.OWNER_ONLY);
        }
        DurableFiles.replace(memory.file(), seen.next().toBytes(), DurableFiles.OWNER_ONLY);
        return new Pinned(
                anchor,
                snapshot,
                before,
                seen.findings(),
                forgets || seen.doubtful(asked),
                forgets ? memory.evidence(now) : null,
                now,
                limit);
    }

    private static Remembered.Observation observed(
            TrustedSnapshot trusted, Remembered before, Growth growth)
            throws IOException, InterruptedException {
        long from = before.logSize(trusted.anchor());
        long to = trusted.checkpoint().size();
        if (from == 0 || from >= to) {
            return before.observe(trusted);
        }
        Optional<ConsistencyProof> proof = growth.proof(from, to);
        return proof.isPresent() ? before.observe(trusted, proof.get()) : before.observe(trusted);
    }

    private static Remembered remembered(Path memory, Anchor anchor) throws IOException {
        if (Files.notExists(memory)) {
            return Remembered.NOTHING;
        }
        Remembered kept =
                switch (Remembered.read(LocalFiles.bytes(memory, MOST_REMEMBERED))) {
                    case Parsed.Ok<Remembered>(Remembered seen) -> seen;
                    case Parsed.Malformed<Remembered> _ ->
                            throw new Fault(CheckFault.MEMORY, memory);
                };
        if (kept.isOfAnother(anchor)) {
            throw new Fault(CheckFault.MEMORY_OTHER, memory);
        }
        return kept;
    }

    /** Where what was seen of an anchor's log is kept when no other place is named. */
    static Path memory(Anchor anchor) {
        String state = System.getenv().getOrDefault("XDG_STATE_HOME", "");
        Path folder =
                state.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(state);
        String log = Sha256.hexOf(anchor.log().vkey().getBytes(StandardCharsets.UTF_8));
        return folder.resolve("danaya").resolve("seen-" + log.substring(0, 16) + ".cbor");
    }

    Anchor anchor() {
        return anchor;
    }

    /** What was found of the snapshot, as it compares with what was seen. */
    List<Finding> findings() {
        return findings;
    }

    /** Where what was kept before is, if the log was forgotten just now. */
    Optional<Path> forgotten() {
        return Optional.ofNullable(forgotten);
    }

    /** The verdict on the text of a seal. */
    MandateVerdict check(String seal) {
        MandateVerdict verdict =
                switch (snapshot) {
                    case Verdict.Valid<TrustedSnapshot>(TrustedSnapshot trusted) ->
                            MandateCheck.offline(seal, trusted, now, limit, before);
                    case Verdict.Invalid<TrustedSnapshot>(Reason reason, String detail) ->
                            refuse(reason, detail);
                    case Verdict.Unverifiable<TrustedSnapshot>(Reason reason, String detail) ->
                            refuse(reason, detail);
                };
        return doubtful ? verdict.inDoubt() : verdict;
    }

    /** What can't be believed, under this snapshot. */
    MandateVerdict refuse(Reason reason, String detail) {
        return MandateCheck.refuse(reason, detail, Freshness.live(now));
    }

    /** The name of a finding: its words are under {@code mandates.verify.finding.NAME}. */
    static String name(Finding finding) {
        return switch (finding) {
            case Finding.RevocationTakenBack _ -> "taken-back";
            case Finding.LogShrank _ -> "log-shrank";
            case Finding.LogSplit _ -> "log-split";
            case Finding.GrowthUnproven _ -> "growth-unproven";
            case Finding.Older _ -> "older";
        };
    }

    /** The seal on a letter of a mandate, as far as it can be told under the anchor's roots. */
    LetterSeal letter(byte[] pdf, Facts mandate, Locale locale) {
        return LetterSeal.of(pdf, mandate, anchor, now, locale);
    }
}

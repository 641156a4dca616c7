package org.danaya.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose signatures make a checkpoint good (C2SP tlog-policy).
 *
 * @param logs any of which is accepted; may be empty
 * @param witnesses all that are known, in the file's order
 */
public record Policy(List<Log> logs, List<Witness> witnesses, Quorum quorum) {

    /** The most logs, witnesses and groups, each. */
    public static final int MAX_EACH = 256;

    /** The longest policy file that is read, in bytes. */
    public static final int MAX_BYTES = 2 << 20;

    /**
     * A log.
     *
     * @param key its name is the log's origin
     * @param url whatever the application means by it; empty where the line has none
     */
    public record Log(VerifierKey key, String url) {}

    /**
     * A witness.
     *
     * @param name within the policy only
     * @param key types 0x04 and 0x06
     * @param url best the submission prefix of tlog-witness; empty where the line has none
     */
    public record Witness(String name, VerifierKey key, String url) {}

    public Policy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /** A policy that accepts any one key of one log and needs no witness. */
    public static Policy of(VerifierKey... logKeys) {
        return new Policy(
                Stream.of(logKeys).map(key -> new Log(key, "")).toList(),
                List.of(),
                new Quorum.None());
    }

    /** Reads a policy file, whose errors name line and column. */
    public static Parsed<Policy> parse(byte[] file) {
        return PolicyParser.parse(file);
    }

    /** The same policy for further logs, where they are known from elsewhere. */
    public Policy withLogs(List<VerifierKey> keys) {
        List<Log> all = new ArrayList<>(logs);
        keys.forEach(key -> all.add(new Log(key, "")));
        return new Policy(all, witnesses, quorum);
    }

    /**
     * Checks a checkpoint: a listed log signed it under its own origin, and the quorum cosigned it
     * (tlog-policy, "What is a policy"; tlog-proof, "Verifying a tlog proof", steps 2 and 3). One
     * wrong signature of a known key refuses it (signed-note, "Signatures"). Times are not compared
     * with any clock.
     */
    public Verdict<WitnessedCheckpoint> check(SignedNote note) {
        return Checkpoint.parse(note.text()).check(checkpoint -> check(note, checkpoint));
    }

    private Verdict<WitnessedCheckpoint> check(SignedNote note, Checkpoint checkpoint) {
        List<VerifierKey> logKeys =
                logs.stream()
                        .map(Log::key)
                        .filter(key -> key.name().equals(checkpoint.origin()))
                        .toList();
        if (logKeys.isEmpty()) {
            return Verdict.invalid(Reason.LOG_UNKNOWN, "no log " + checkpoint.origin());
        }
        List<VerifierKey> keys =
                Stream.concat(logKeys.stream(), witnesses.stream().map(Witness::key))
                        .distinct()
                        .toList();
        return note.verify(keys)
                .then(
                        verified -> {
                            if (logKeys.stream().anyMatch(verified::signedBy)) {
                                return count(checkpoint, verified);
                            }
                            return logKeys.stream().anyMatch(verified.unchecked()::contains)
                                    ? Verdict.unverifiable(
                                            Reason.ALGORITHM_UNAVAILABLE,
                                            "this Java cannot check the log's signature")
                                    : Verdict.invalid(
                                            Reason.LOG_SIGNATURE_MISSING,
                                            "no signature of " + checkpoint.origin());
                        });
    }

    private Verdict<WitnessedCheckpoint> count(Checkpoint checkpoint, VerifiedNote note) {
        return switch (tally(note)) {
            case Quorum.Tally.Reached reached ->
                    Verdict.valid(new WitnessedCheckpoint(checkpoint, note, reached));
            case Quorum.Tally.NotReached few ->
                    Verdict.invalid(Reason.QUORUM_NOT_REACHED, signers(few));
            case Quorum.Tally.Undecided unknown ->
                    Verdict.unverifiable(Reason.ALGORITHM_UNAVAILABLE, signers(unknown));
        };
    }

    private static String signers(Quorum.Tally tally) {
        return "cosigned: "
                + tally.signed().stream().map(Witness::name).toList()
                + ", not: "
                + tally.missing().stream().map(Witness::name).toList();
    }

    /** Counts the witnesses of a note whose signatures were checked. */
    public Quorum.Tally tally(VerifiedNote note) {
        return quorum.tally(
                witnesses,
                witnesses(note.signatures().stream().map(VerifiedSignature::key).toList()),
                witnesses(note.unchecked()));
    }

    private Set<Witness> witnesses(List<VerifierKey> keys) {
        return witnesses.stream()
                .filter(witness -> keys.contains(witness.key()))
                .collect(Collectors.toUnmodifiableSet());
    }
}

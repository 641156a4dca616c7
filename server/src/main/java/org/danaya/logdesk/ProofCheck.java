package org.danaya.logdesk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.Opening;
import org.danaya.verify.Parsed;
import org.danaya.verify.Policy;
import org.danaya.verify.Reason;
import org.danaya.verify.TlogProof;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;
import org.jspecify.annotations.Nullable;

/** Checks files that people bring: proofs (C2SP tlog-proof) and openings. Keeps nothing. */
public final class ProofCheck {

    private static final byte[] OPENING = Opening.HEADER.getBytes(StandardCharsets.US_ASCII);

    private ProofCheck() {}

    /** What came of it. */
    public sealed interface Result {

        /**
         * The leaf is in the log.
         *
         * @param size leaves in the checkpoint that says so
         * @param signers names of the keys whose signatures were checked
         * @param leaf what the entry says, where it is one of a Danaya log
         * @param content what the leaf commits to, where the file was an opening
         */
        record Proven(
                String origin,
                long index,
                long size,
                List<String> signers,
                Optional<LeafEntry> leaf,
                Optional<byte[]> content)
                implements Result {}

        /** It proves nothing. */
        record Refused(Reason reason, String detail) implements Result {}

        /** It could not be decided here. */
        record Undecided(Reason reason, String detail) implements Result {}
    }

    /**
     * Checks a file.
     *
     * @param entry the leaf's bytes, where a proof doesn't carry them as its extra data
     */
    public static Result check(byte[] file, byte @Nullable [] entry, Policy policy) {
        Verdict<Result> verdict =
                startsWith(file, OPENING) ? opening(file, policy) : proof(file, entry, policy);
        return switch (verdict) {
            case Verdict.Valid<Result>(Result result) -> result;
            case Verdict.Invalid<Result>(Reason reason, String detail) ->
                    new Result.Refused(reason, detail);
            case Verdict.Unverifiable<Result>(Reason reason, String detail) ->
                    new Result.Undecided(reason, detail);
        };
    }

    private static Verdict<Result> opening(byte[] file, Policy policy) {
        return Opening.parse(file)
                .check(opening -> opening.verify(policy))
                .then(
                        opened ->
                                Verdict.valid(
                                        proven(
                                                opened.logged(),
                                                Optional.of(opened.entry()),
                                                Optional.of(opened.content()))));
    }

    private static Verdict<Result> proof(byte[] file, byte @Nullable [] entry, Policy policy) {
        return TlogProof.parse(file)
                .check(
                        proof -> {
                            byte[] leaf = entry == null ? proof.extra().orElse(null) : entry;
                            if (leaf == null) {
                                return Verdict.unverifiable(
                                        Reason.LEAF_FORM, "the proof doesn't carry its leaf");
                            }
                            Optional<LeafEntry> known =
                                    LeafEntry.parse(leaf)
                                                    instanceof Parsed.Ok<LeafEntry>(LeafEntry read)
                                            ? Optional.of(read)
                                            : Optional.empty();
                            return proof.verify(policy, TreeHash.leaf(leaf))
                                    .then(
                                            logged ->
                                                    Verdict.valid(
                                                            proven(
                                                                    logged,
                                                                    known,
                                                                    Optional.empty())));
                        });
    }

    private static Result proven(
            TlogProof.LoggedLeaf logged, Optional<LeafEntry> leaf, Optional<byte[]> content) {
        return new Result.Proven(
                logged.checkpoint().checkpoint().origin(),
                logged.index(),
                logged.checkpoint().checkpoint().size(),
                logged.checkpoint().signatures().stream()
                        .map(signature -> signature.key().toString())
                        .toList(),
                leaf,
                content);
    }

    private static boolean startsWith(byte[] file, byte[] header) {
        return file.length >= header.length
                && Arrays.equals(file, 0, header.length, header, 0, header.length);
    }
}

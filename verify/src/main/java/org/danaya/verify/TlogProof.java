package org.danaya.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That an entry is in a log, checkable without a network (C2SP tlog-proof). */
public final class TlogProof {

    /** The first line. */
    public static final String HEADER = "c2sp.org/tlog-proof@v1";

    /** What a proof file should end with. */
    public static final String FILE_EXTENSION = ".tlog-proof";

    /** The longest extra data, in bytes. */
    public static final int MAX_EXTRA_BYTES = 1 << 20;

    /** The longest proof that is read, in bytes. */
    public static final int MAX_BYTES = SignedNote.MAX_BYTES + 2 * MAX_EXTRA_BYTES;

    private static final String EXTRA = "extra ";

    private final byte @Nullable [] extra;
    private final InclusionProof inclusion;
    private final SignedNote checkpoint;

    /** A leaf that is in a log. Only {@link TlogProof#verify} makes one. */
    public static final class LoggedLeaf {

        private final TreeHash leaf;
        private final long index;
        private final WitnessedCheckpoint checkpoint;

        private LoggedLeaf(TreeHash leaf, long index, WitnessedCheckpoint checkpoint) {
            this.leaf = leaf;
            this.index = index;
            this.checkpoint = checkpoint;
        }

        public TreeHash leaf() {
            return leaf;
        }

        /** The leaf's place in the log, from 0. */
        public long index() {
            return index;
        }

        /** The checkpoint whose tree has the leaf, and who signed it. */
        public WitnessedCheckpoint checkpoint() {
            return checkpoint;
        }
    }

    private TlogProof(byte @Nullable [] extra, InclusionProof inclusion, SignedNote checkpoint) {
        this.extra = extra;
        this.inclusion = inclusion;
        this.checkpoint = checkpoint;
    }

    /**
     * A proof without extra data.
     *
     * @throws IllegalArgumentException where the note is not a checkpoint of the proof's size
     */
    public static TlogProof of(InclusionProof inclusion, SignedNote checkpoint) {
        if (Checkpoint.parse(checkpoint.text()).orThrow().size() != inclusion.size()) {
            throw new IllegalArgumentException("The checkpoint has another size than the proof");
        }
        return new TlogProof(null, inclusion, checkpoint);
    }

    /**
     * The same proof with extra data, which nothing authenticates.
     *
     * @throws IllegalArgumentException where it is empty or longer than {@link #MAX_EXTRA_BYTES}
     */
    public TlogProof withExtra(byte[] data) {
        if (data.length == 0 || data.length > MAX_EXTRA_BYTES) {
            throw new IllegalArgumentException("Extra data of " + data.length + " bytes");
        }
        return new TlogProof(data.clone(), inclusion, checkpoint);
    }

    /** Reads a proof file (tlog-proof, "Format"). */
    public static Parsed<TlogProof> parse(byte[] file) {
        return read(ProofText.parse(file, MAX_BYTES));
    }

    static Parsed<TlogProof> parse(String text) {
        return read(ProofText.parse(text));
    }

    private static Parsed<TlogProof> read(Parsed<ProofText> text) {
        return switch (text) {
            case Parsed.Malformed<ProofText> wrong -> wrong.as();
            case Parsed.Ok<ProofText>(ProofText read) -> read(read);
        };
    }

    private static Parsed<TlogProof> read(ProofText text) {
        List<String> head = text.head();
        if (head.isEmpty() || !head.getFirst().equals(HEADER)) {
            return Parsed.malformed(Reason.WRONG_HEADER, 1, "not " + HEADER);
        }
        byte[] extra = null;
        int line = 1;
        if (head.size() > 1 && head.get(1).startsWith(EXTRA)) {
            extra = Strict.base64(head.get(1).substring(EXTRA.length()));
            if (extra == null || extra.length == 0) {
                return Parsed.malformed(Reason.BASE64, 2, "extra data that is not base64");
            }
            if (extra.length > MAX_EXTRA_BYTES) {
                return Parsed.malformed(Reason.TOO_LARGE, 2, "extra data of more than 1 MiB");
            }
            line = 2;
        }
        byte @Nullable [] data = extra;
        return switch (text.number(line, "index")) {
            case Parsed.Malformed<Long> wrong -> wrong.as();
            case Parsed.Ok<Long>(Long index) ->
                    switch (text.hashes(line + 1)) {
                        case Parsed.Malformed<List<TreeHash>> wrong -> wrong.as();
                        case Parsed.Ok<List<TreeHash>>(List<TreeHash> path) ->
                                Parsed.ok(
                                        new TlogProof(
                                                data,
                                                new InclusionProof(
                                                        index, text.checkpoint().size(), path),
                                                text.note()));
                    };
        };
    }

    /** Application data. It is not authenticated: whoever hands out the file can change it. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extra).map(byte[]::clone);
    }

    public InclusionProof inclusion() {
        return inclusion;
    }

    /** The checkpoint as it stands in the file, not yet checked. */
    public SignedNote checkpoint() {
        return checkpoint;
    }

    /**
     * Checks everything (tlog-proof, "Verifying a tlog proof"): a log of the policy signed the
     * checkpoint, the quorum of its witnesses cosigned it, and the leaf is in its tree.
     *
     * @param leaf made by the caller from what it wants proven
     */
    public Verdict<LoggedLeaf> verify(Policy policy, TreeHash leaf) {
        return policy.check(checkpoint)
                .then(
                        witnessed ->
                                inclusion
                                        .verify(leaf, witnessed.checkpoint().root())
                                        .then(
                                                proof ->
                                                        Verdict.valid(
                                                                new LoggedLeaf(
                                                                        leaf,
                                                                        proof.index(),
                                                                        witnessed))));
    }

    /** The file's text. */
    public String toText() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            text.append(EXTRA).append(Strict.base64(extra)).append('\n');
        }
        text.append("index ").append(inclusion.index()).append('\n');
        inclusion.path().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.toText()).toString();
    }

    /** The file. */
    public byte[] toBytes() {
        return toText().getBytes(StandardCharsets.UTF_8);
    }
}

package org.danaya.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body with which a log asks a witness to cosign (C2SP tlog-witness, "add-checkpoint").
 *
 * @param oldSize the size that the log believes the witness cosigned last
 * @param proof from that size to the checkpoint's, at most 63 hashes
 * @param note the checkpoint with its signatures, not yet checked
 * @param checkpoint the same, read
 */
public record AddCheckpoint(
        long oldSize, List<TreeHash> proof, SignedNote note, Checkpoint checkpoint) {

    /** The content type of the answer that names another size than the old one. */
    public static final String SIZE_CONTENT_TYPE = "text/x.tlog.size";

    /** The longest request that is read, in bytes. */
    public static final int MAX_BYTES = SignedNote.MAX_BYTES + 4096;

    public AddCheckpoint {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > ConsistencyProof.MAX_HASHES) {
            throw new IllegalArgumentException("Not a request to a witness");
        }
    }

    /**
     * A request.
     *
     * @throws IllegalArgumentException where the note is not a checkpoint
     */
    public static AddCheckpoint of(ConsistencyProof proof, SignedNote note) {
        return new AddCheckpoint(
                proof.oldSize(), proof.path(), note, Checkpoint.parse(note.text()).orThrow());
    }

    /** Reads a request's body. */
    public static Parsed<AddCheckpoint> parse(byte[] body) {
        return switch (ProofText.parse(body, MAX_BYTES)) {
            case Parsed.Malformed<ProofText> wrong -> wrong.as();
            case Parsed.Ok<ProofText>(ProofText text) ->
                    switch (text.number(0, "old")) {
                        case Parsed.Malformed<Long> wrong -> wrong.as();
                        case Parsed.Ok<Long>(Long oldSize) ->
                                switch (text.hashes(1)) {
                                    case Parsed.Malformed<List<TreeHash>> wrong -> wrong.as();
                                    case Parsed.Ok<List<TreeHash>>(List<TreeHash> proof) ->
                                            Parsed.ok(
                                                    new AddCheckpoint(
                                                            oldSize,
                                                            proof,
                                                            text.note(),
                                                            text.checkpoint()));
                                };
                    };
        };
    }

    /** Checks the proof against the root that the witness cosigned last. */
    public Verdict<ConsistencyProof> verify(TreeHash oldRoot) {
        return new ConsistencyProof(oldSize, checkpoint.size(), proof)
                .verify(oldRoot, checkpoint.root());
    }

    /** The body. */
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note.toText()).toString().getBytes(StandardCharsets.UTF_8);
    }
}

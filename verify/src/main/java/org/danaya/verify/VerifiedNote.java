package org.danaya.verify;

import java.util.List;

/**
 * A note of which at least one signature of a known key was checked, and none was wrong. Only
 * {@link SignedNote#verify} makes one.
 */
public final class VerifiedNote {

    private final SignedNote note;
    private final List<VerifiedSignature> signatures;
    private final List<VerifierKey> unchecked;

    VerifiedNote(SignedNote note, List<VerifiedSignature> signatures, List<VerifierKey> unchecked) {
        this.note = note;
        this.signatures = List.copyOf(signatures);
        this.unchecked = List.copyOf(unchecked);
    }

    public SignedNote note() {
        return note;
    }

    /** In the note's order. A key that signed twice is here twice. */
    public List<VerifiedSignature> signatures() {
        return signatures;
    }

    /** Known keys whose signature stands there but could not be checked by this Java. */
    public List<VerifierKey> unchecked() {
        return unchecked;
    }

    /** Whether this key's signature was checked and fits. */
    public boolean signedBy(VerifierKey key) {
        return signatures.stream().anyMatch(signature -> signature.key().equals(key));
    }

    /** The text as a checkpoint. */
    public Parsed<Checkpoint> checkpoint() {
        return Checkpoint.parse(note.text());
    }
}

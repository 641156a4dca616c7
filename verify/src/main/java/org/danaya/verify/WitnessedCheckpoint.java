package org.danaya.verify;

import java.util.List;

/** A checkpoint that a policy accepts. Only {@link Policy#check} makes one. */
public final class WitnessedCheckpoint {

    private final Checkpoint checkpoint;
    private final VerifiedNote note;
    private final Quorum.Tally.Reached tally;

    WitnessedCheckpoint(Checkpoint checkpoint, VerifiedNote note, Quorum.Tally.Reached tally) {
        this.checkpoint = checkpoint;
        this.note = note;
        this.tally = tally;
    }

    /** Its extension lines are nobody's statement where only ML-DSA-44 signed. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The signatures that were checked: the log's, and the witnesses'. */
    public List<VerifiedSignature> signatures() {
        return note.signatures();
    }

    public VerifiedNote note() {
        return note;
    }

    /** Which witnesses of the policy cosigned, and which did not. */
    public Quorum.Tally.Reached tally() {
        return tally;
    }
}

package org.danaya.witness;

import java.util.List;
import org.danaya.page.Tag;
import org.danaya.page.Tone;

/**
 * What the page of witnesses shows.
 *
 * @param quorum whether enough of them cosign
 * @param witnesses in the policy's order
 */
public record WitnessesView(QuorumState quorum, List<WitnessHealth> witnesses) {

    /** A copy of the lists. */
    public WitnessesView {
        witnesses = List.copyOf(witnesses);
    }

    /** How a witness is, in one word. */
    public static Tag tag(WitnessHealth witness) {
        return switch (witness.state()) {
            case UNTRIED -> new Tag("witness.state.untried", Tone.NEUTRAL);
            case COSIGNING -> new Tag("witness.state.cosigning", Tone.SUCCESS);
            case FAILING -> new Tag("witness.state.failing", Tone.WARNING);
            case REFUSING -> new Tag("witness.state.refusing", Tone.DANGER);
            case AHEAD -> new Tag("witness.state.ahead", Tone.DANGER);
        };
    }

    /** Whether enough of them cosign, in one word. */
    public Tag quorumTag() {
        return switch (quorum) {
            case QuorumState.NoPolicy _ -> new Tag("witness.quorum.no-policy", Tone.NEUTRAL);
            case QuorumState.Unknown _ -> new Tag("witness.quorum.unknown", Tone.NEUTRAL);
            case QuorumState.Reached _ -> new Tag("witness.quorum.reached", Tone.SUCCESS);
            case QuorumState.Waiting _ -> new Tag("witness.quorum.waiting", Tone.WARNING);
            case QuorumState.Unwitnessed _ -> new Tag("witness.quorum.unwitnessed", Tone.DANGER);
        };
    }
}

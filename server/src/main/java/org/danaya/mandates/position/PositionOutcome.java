package org.danaya.mandates.position;

import java.util.List;

/** How drafting ended. */
public sealed interface PositionOutcome {

    /** It is written. */
    record Drafted(OfficialPosition.Head head) implements PositionOutcome {}

    /** Nothing is recorded; all that stands against it, at once. */
    record Refused(List<Trouble> troubles) implements PositionOutcome {}
}

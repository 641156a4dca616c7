package org.danaya.consultation;

import java.util.List;
import java.util.UUID;

/** Knows what may stand in the way of a freeze. Asked in the transaction that would freeze. */
@FunctionalInterface
public interface FreezeCheck {

    /**
     * What is left without its answer or its cause.
     *
     * @param draft the version that would be frozen
     * @param most how many to tell
     */
    List<Orphan> orphans(UUID draft, int most);

    /**
     * How many observations on a fixed version aren't settled in it as it is: those that nobody
     * answered for good, and those that were accepted and need a version that follows.
     */
    default int unanswered(UUID fixed) {
        return 0;
    }
}

package org.danaya.consultation.answer.session;

import java.util.Set;
import java.util.UUID;

/**
 * What a meeting decided, or the Council recommended.
 *
 * @param number within its session, from 1
 * @param part the lasting name of the part that it is about; empty for the whole text
 * @param partName what that part was called
 * @param observations those that it is about
 */
public record Decision(
        UUID id,
        UUID session,
        int number,
        String words,
        String part,
        String partName,
        Set<UUID> observations) {

    /** How long one may be, in characters. */
    public static final int LONGEST = 4_000;

    /** The most observations that one is about. */
    public static final int MOST_OBSERVATIONS = 500;

    /** Keeps a copy. */
    public Decision {
        observations = Set.copyOf(observations);
    }
}

package org.danaya.consultation.edit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of one unit, as it is kept.
 *
 * @param place among the changes of its version, from 1
 * @param operation the code of what was done ({@link Operation#code}), or {@code say}, {@code
 *     aside}, {@code undo}
 * @param part the unit's address
 * @param revision of the draft, afterwards
 * @param former its lines before; empty where it wasn't there
 * @param said its lines after; empty where it isn't there any more
 */
public record Edit(
        int place,
        String operation,
        String part,
        Instant at,
        UUID account,
        int revision,
        Optional<String> former,
        Optional<String> said) {

    /** Its author put their words aside: they never were the text. */
    public static final String ASIDE = "aside";

    static final String SAY = "say";
    static final String UNDO = "undo";
}

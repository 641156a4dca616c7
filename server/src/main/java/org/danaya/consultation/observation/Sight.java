package org.danaya.consultation.observation;

import java.util.Set;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;

/**
 * Whose confidential words somebody may read: those of the structures for which they write, and
 * those about texts of leads for which they answer.
 *
 * @param own structures for which they write
 * @param leads structures that lead texts, for which they answer
 */
public record Sight(Reach own, Reach leads) {

    /** All words, for what the platform does by itself. */
    public static final Sight ALL = new Sight(new Reach.Everywhere(), new Reach.Everywhere());

    private static final Reach NOWHERE = new Reach.Structures(Set.of());

    /** That of whoever acts in this thread. */
    public static Sight current() {
        Rights rights = Rights.current();
        return new Sight(
                rights.reach(Right.WRITE_OBSERVATIONS).orElse(NOWHERE),
                rights.reach(Right.DECIDE_OBSERVATIONS).orElse(NOWHERE));
    }

    boolean tells(UUID structure, UUID lead) {
        return own.covers(structure) || leads.covers(lead);
    }
}

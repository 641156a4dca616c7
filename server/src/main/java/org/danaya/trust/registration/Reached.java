package org.danaya.trust.registration;

import java.util.Optional;
import java.util.UUID;
import org.danaya.base.BaseFault;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;

/** How far the rights of whoever acts here reach. */
final class Reached {

    private Reached() {}

    /** Whether a right reaches what belongs to a structure, or to the whole platform. */
    static boolean holds(Right right, Optional<UUID> structure) {
        Rights rights = Rights.current();
        return structure
                .map(id -> rights.hold(right, id))
                .orElseGet(() -> rights.holdEverywhere(right));
    }

    /**
     * Faults unless a right reaches it.
     *
     * @throws Fault {@link BaseFault#OUT_OF_REACH}
     */
    static void need(Right right, Optional<UUID> structure) {
        if (!holds(right, structure)) {
            throw new Fault(BaseFault.OUT_OF_REACH);
        }
    }

    /** How far a right reaches, for a search. */
    static Reach of(Right right) {
        return Rights.current().reach(right).orElseThrow(() -> new Fault(BaseFault.OUT_OF_REACH));
    }
}

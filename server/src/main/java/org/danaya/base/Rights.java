package org.danaya.base;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the person behind this thread may do, and how far.
 *
 * <p>A route names its right; whether the right reaches the structure that a request is about only
 * the code behind the route can tell: it asks here.
 *
 * @param reaches how far each right that the person has reaches
 */
public record Rights(Map<Right, Reach> reaches) {

    /**
     * The rights of whoever acts in this thread, bound by the door that the request came through.
     */
    public static final ScopedValue<Rights> CURRENT = ScopedValue.newInstance();

    /** No right at all. */
    public static final Rights NONE = new Rights(Map.of());

    /** Keeps a copy. */
    public Rights {
        reaches = Map.copyOf(reaches);
    }

    /** The rights bound to this thread; none where no door bound any. */
    public static Rights current() {
        return CURRENT.orElse(NONE);
    }

    /** Whether the person has the right, for whatever structure. */
    public boolean hold(Right right) {
        return reaches.containsKey(right);
    }

    /** Whether the person has the right for a structure. */
    public boolean hold(Right right, UUID structure) {
        Reach reach = reaches.get(right);
        return reach != null && reach.covers(structure);
    }

    /** Whether the person has the right for the whole platform. */
    public boolean holdEverywhere(Right right) {
        return reaches.get(right) instanceof Reach.Everywhere;
    }

    /** How far a right reaches; empty for a right that the person doesn't have. */
    public Optional<Reach> reach(Right right) {
        return Optional.ofNullable(reaches.get(right));
    }

    /**
     * Faults with {@link BaseFault#OUT_OF_REACH} unless the person has the right for a structure.
     */
    public void need(Right right, UUID structure) {
        if (!hold(right, structure)) {
            throw new Fault(BaseFault.OUT_OF_REACH);
        }
    }

    /** Faults unless the person has the right for the whole platform. */
    public void needEverywhere(Right right) {
        if (!holdEverywhere(right)) {
            throw new Fault(BaseFault.OUT_OF_REACH);
        }
    }
}

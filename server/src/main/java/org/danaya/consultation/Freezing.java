package org.danaya.consultation;

import java.util.List;

/**
 * Whether a draft may be frozen. Only what was checked can be redeemed, once, for that revision.
 */
public sealed interface Freezing {

    /** Something is left without its answer or its cause; at most {@link #TOLD} of them. */
    record Orphans(List<Orphan> orphans) implements Freezing {

        /** Keeps a copy. */
        public Orphans {
            orphans = List.copyOf(orphans);
        }
    }

    /** It is frozen. */
    record Frozen(TextVersion.Fixed version) implements Freezing {}

    /** How many are told at once. */
    int TOLD = 500;
}

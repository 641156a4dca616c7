package org.danaya.people;

import java.util.Locale;

/**
 * How a structure comes from another. Words under {@code people.lineage.CODE}, told of the
 * successor, and {@code people.lineage.CODE.before}, told of the predecessor.
 */
public enum LineageKind {
    /** The successor continues the predecessor. */
    SUCCEEDS,
    /** The successor is one of the parts that the predecessor was split into. */
    SPLITS,
    /** The successor is what the predecessor and others were merged into. */
    MERGES;

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

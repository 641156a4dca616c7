package org.danaya.text.edit;

/** Where a part is put. */
public enum Where {
    /** Before another one. */
    BEFORE,
    /** After another one. */
    AFTER,
    /** The first of the parts in another one. */
    FIRST,
    /** The last of the parts in another one. */
    LAST
}

package org.danaya.text.edit;

/** What is numbered anew. */
public enum Scope {
    /** One part. */
    PART,
    /** It and the parts beside it. */
    SIBLINGS,
    /** All parts of its name, through the whole text. */
    ALL
}

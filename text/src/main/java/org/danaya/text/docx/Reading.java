package org.danaya.text.docx;

/** As which of two versions a file with tracked changes is read. */
public enum Reading {
    /** As if all changes were accepted. */
    ACCEPTED,
    /** As if all changes were rejected. */
    REJECTED
}

package org.danaya.text.grammar;

/** What is made of a document that names a draft of the standard, such as {@code WD17}. */
public enum Drafts {
    /** It is an error; the rest is checked as if it named the standard. */
    REFUSED,
    /** It is a warning; the rest is checked as if it named the standard. */
    AS_FINAL
}

package org.danaya.text.grammar;

/** How much a finding weighs. */
public enum Severity {
    /** The text isn't what it says that it is. */
    ERROR,
    /** Something to look at; the text can be used. */
    WARNING
}

package org.danaya.trust.lint;

/** How much a finding weighs. */
public enum Severity {
    /** It must not be signed. */
    ERROR,
    /** A standard says that it should be otherwise. */
    WARNING,
    /** Worth knowing. */
    NOTICE
}

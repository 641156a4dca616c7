package org.danaya.sigma.lint;

/** How bad a finding is. */
public enum Severity {
    /** Against the specification, or the document doesn't work. */
    ERROR,
    /** Surely not meant so, or against what the specification advises. */
    WARNING,
    /** Worth a look. */
    NOTE
}

package org.danaya.trust.lint;

import java.util.List;

/** How the lint of a certificate ended. */
public sealed interface LintOutcome {

    /**
     * It may be signed.
     *
     * @param remarks warnings and notices
     */
    record Clean(LintedTbs token, List<Finding> remarks) implements LintOutcome {}

    /**
     * It must not be signed.
     *
     * @param findings the errors first
     */
    record Refused(List<Finding> findings) implements LintOutcome {}
}

package org.danaya.text.grammar;

import java.util.List;

/**
 * What was found in a document.
 *
 * @param findings by line; at most {@link AknValidator#FINDINGS} of each severity
 * @param errors how many there are, also those that aren't among the findings
 * @param warnings how many there are, also those that aren't among the findings
 * @param conforms whether it is what the standard's schema demands (a draft of it isn't, unless
 *     that was asked for)
 */
public record Report(List<Finding> findings, int errors, int warnings, boolean conforms) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether nothing but warnings was found. */
    public boolean valid() {
        return errors == 0;
    }
}

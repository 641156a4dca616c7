package org.danaya.sigma.lint;

import java.util.List;
import java.util.stream.Stream;
import org.danaya.sigma.rule.Header;

/** Collects what one check finds in one document. */
final class Findings {
    private final Check check;
    private final View view;
    private final List<Finding> findings;

    Findings(Check check, View view, List<Finding> findings) {
        this.check = check;
        this.view = view;
        this.findings = findings;
    }

    /**
     * A finding.
     *
     * @param line within the document, from 1
     */
    void at(int line, Object... arguments) {
        Header.Source source = view.source();
        findings.add(
                Finding.of(
                        check.about(),
                        new Header.Source(
                                source.file(), source.document(), source.line() + line - 1),
                        Stream.of(arguments).map(String::valueOf).toList()));
    }
}

package org.danaya.sigma.lint;

import java.util.ArrayList;
import java.util.List;
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
        List<String> texts = new ArrayList<>();
        String words = check.words();
        for (Object argument : arguments) {
            words = words.replace("{" + texts.size() + "}", String.valueOf(argument));
            texts.add(String.valueOf(argument));
        }
        Header.Source source = view.source();
        findings.add(
                new Finding(
                        check.id(),
                        check.severity(),
                        new Header.Source(
                                source.file(), source.document(), view.firstLine() + line - 1),
                        texts,
                        words));
    }
}

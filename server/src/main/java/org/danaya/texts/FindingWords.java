package org.danaya.texts;

import java.util.List;
import org.danaya.page.Terminal;
import org.danaya.text.grammar.Finding;
import org.danaya.text.grammar.Severity;

/** What is wrong with a document of Akoma Ntoso, in the reader's language. */
final class FindingWords {

    /** What could have stood there: more than these are counted. */
    private static final int TOLD = 8;

    private static final String PREFIX = "text.akn.";

    private final Terminal terminal;

    FindingWords(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A finding in one sentence. */
    String sentence(Finding finding) {
        String said =
                terminal.sentence(
                        "texts.finding." + finding.code().substring(PREFIX.length()),
                        finding.subject(),
                        finding.found());
        if (finding.expected().isEmpty()) {
            return said;
        }
        String more = finding.code().endsWith("-duplicate") ? "texts.first-at" : "texts.expected";
        return said + " " + terminal.sentence(more, expected(finding.expected()));
    }

    private String expected(List<String> all) {
        String told = String.join(", ", all.subList(0, Math.min(TOLD, all.size())));
        return all.size() > TOLD
                ? terminal.sentence("texts.and-more", told, all.size() - TOLD)
                : told;
    }

    String word(Severity severity) {
        return terminal.word(
                "texts.severity." + (severity == Severity.ERROR ? "error" : "warning"));
    }
}

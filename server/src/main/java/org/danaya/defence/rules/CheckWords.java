package org.danaya.defence.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.danaya.page.Terminal;
import org.danaya.sigma.lint.Finding;
import org.danaya.sigma.lint.Linter;
import org.danaya.sigma.lint.Severity;
import org.danaya.sigma.rule.Cause;
import org.danaya.sigma.rule.Read;

/** The sentences of checks and of causes of refusals, by their codes, in the reader's language. */
public final class CheckWords {

    private static final int LONGEST = 160;

    private final Terminal terminal;

    /** Sentences in the terminal's language. */
    public CheckWords(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What was found, in one line. */
    String sentence(Finding finding) {
        if (!finding.check().startsWith(Linter.REFUSED)) {
            return terminal.sentence(
                    "rules.check." + finding.check(),
                    finding.arguments().stream().map(CheckWords::shortened).toArray());
        }
        List<String> arguments = finding.arguments();
        int column = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 0;
        return refusal(finding.check(), arguments.getFirst(), column);
    }

    /** Why a document was refused, in one line. */
    public String sentence(Read.Refused refused) {
        return refusal(Linter.REFUSED + refused.cause().code(), refused.about(), refused.column());
    }

    private String refusal(String code, String about, int column) {
        String cause = terminal.sentence("rules." + code);
        if (code.equals(Linter.REFUSED + Cause.YAML_BROKEN.code()) && !about.isEmpty()) {
            return yaml(cause, about, column);
        }
        return about.isEmpty()
                ? cause
                : terminal.sentence("rules.cause-of", cause, shortened(about));
    }

    /** Where the parser stopped, what is likely wrong there, and what it says itself. */
    private String yaml(String cause, String parser, int column) {
        String place = column == 0 ? cause : terminal.sentence("rules.yaml.place", cause, column);
        String likely =
                YamlWords.likely(parser)
                        .map(code -> terminal.sentence("rules.yaml." + code))
                        .map(why -> terminal.sentence("rules.cause-of", place, why))
                        .orElse(place);
        return terminal.sentence("rules.yaml.parser", likely, shortened(parser));
    }

    /** What a check tells, with dots in place of what it would name. */
    String meaning(Linter.About about) {
        return terminal.sentence("rules.check." + about.id(), "…", "…");
    }

    /** What a cause means. */
    String meaning(Cause cause) {
        return terminal.sentence("rules." + Linter.REFUSED + cause.code());
    }

    String word(Severity severity) {
        return terminal.word("rules.severity." + code(severity));
    }

    /** The stable word, for machines. */
    static String code(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** What a document says, which may be long, and have several lines: the beginning, in one. */
    public static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Every id of a finding: of the checks, and of the refusals. */
    static List<String> ids() {
        return Stream.concat(
                        Linter.checks().stream().map(Linter.About::id),
                        Arrays.stream(Cause.values()).map(cause -> Linter.REFUSED + cause.code()))
                .toList();
    }
}

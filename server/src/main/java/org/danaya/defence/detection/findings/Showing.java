package org.danaya.defence.detection.findings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.danaya.defence.detection.Ledger;
import org.danaya.page.Language;
import org.danaya.page.Local;
import org.danaya.page.Words;
import org.danaya.sigma.rule.Level;

/**
 * For whom findings are told, and about which run.
 *
 * @param colour whether the terminal shows colours
 * @param width of the terminal in columns; 0 where nothing is to be cut
 * @param live whether each match is to be seen at once, rather than many a second
 */
public record Showing(
        Words words, Language language, Run run, boolean colour, int width, boolean live) {

    /**
     * What was run.
     *
     * @param began when it began
     * @param inputs files and folders of events, as they were given
     * @param rules files and folders of rules, as they were given
     */
    public record Run(Instant began, List<String> inputs, List<String> rules) {

        public Run {
            inputs = List.copyOf(inputs);
            rules = List.copyOf(rules);
        }
    }

    String say(String key, Object... facts) {
        return words.say(language, key, facts);
    }

    /** Dates and numbers of the language; times are UTC, as in events. */
    Local local() {
        return new Local(words, language, ZoneOffset.UTC);
    }

    String level(Level level) {
        return say("findings.level." + level.word());
    }

    String tactic(Tactic tactic) {
        return say("findings.tactic." + tactic.code());
    }

    /** A cause in words where there are any, and its code. */
    String cause(String code) {
        String key = "findings.cause." + code;
        return words.has(language, key) ? say("findings.cause", say(key), code) : Told.line(code);
    }

    /** Why something was left out, and how many files that are where it can be several. */
    String why(Ledger.LeftOut file) {
        String cause = cause(file.cause());
        return file.files() == 1 ? cause : say("findings.files", cause, file.files());
    }

    /** How long it took, and how much that is a second. */
    String speed(Ledger ledger) {
        double seconds = Math.max(1, ledger.elapsed().toMillis()) / 1_000.0;
        return say(
                "findings.ledger.speed",
                seconds,
                Math.round(ledger.events() / seconds),
                local().size(Math.round(ledger.bytes() / seconds)));
    }
}

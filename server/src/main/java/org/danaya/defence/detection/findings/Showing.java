package org.danaya.defence.detection.findings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * @param asked which part of them was asked for
     */
    public record Run(Instant began, List<String> inputs, List<String> rules, Asked asked) {

        public Run {
            inputs = List.copyOf(inputs);
            rules = List.copyOf(rules);
        }
    }

    /**
     * What was asked for.
     *
     * @param least the least grave level of rules
     * @param tags of which a rule has one, or one below it; none where any will do
     * @param from the first instant of events; empty where there is none
     * @param to the first instant behind
     */
    public record Asked(
            Level least, List<String> tags, Optional<Instant> from, Optional<Instant> to) {

        public Asked {
            tags = List.copyOf(tags);
        }
    }

    /** What was asked for, a phrase each; none where everything was. */
    List<String> asked() {
        Asked asked = run.asked();
        List<String> phrases = new ArrayList<>();
        if (asked.least() != Level.INFORMATIONAL) {
            phrases.add(say("findings.asked.level", level(asked.least())));
        }
        if (!asked.tags().isEmpty()) {
            phrases.add(
                    say(
                            "findings.asked.tags",
                            asked.tags().size(),
                            String.join(", ", asked.tags())));
        }
        asked.from().ifPresent(from -> phrases.add(say("findings.asked.from", from.toString())));
        asked.to().ifPresent(to -> phrases.add(say("findings.asked.to", to.toString())));
        return phrases;
    }

    /** What came in and what became of it, in one line. */
    String events(Ledger ledger) {
        return say(
                ledger.undated() == 0 ? "findings.ledger.events" : "findings.ledger.events.undated",
                ledger.events(),
                ledger.evaluated(),
                ledger.outside(),
                Summary.setAside(ledger),
                ledger.undated());
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

    /** The level of so many matches. */
    String levels(Level level, long count) {
        return say("findings.levels." + level.word(), count);
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

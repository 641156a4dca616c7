package org.danaya.defence.detection.findings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.defence.detection.Match;
import org.danaya.page.Terminal;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.rule.Header;

/** What every format says alike of rules and events. */
final class Told {

    private static final Pattern TECHNIQUE =
            Pattern.compile("attack\\.(t\\d{4}(?:\\.\\d{3})?)", Pattern.CASE_INSENSITIVE);

    private static final Pattern HALF =
            Pattern.compile(
                    "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Told() {}

    /** What a rule is known by: its id, and its title where it has none. */
    static String rule(Header rule) {
        return Objects.requireNonNullElse(rule.id(), rule.title());
    }

    /** When it happened, where that is a time that calendars know: the years 1 to 9999. */
    static Optional<Instant> time(Match match) {
        return match.time().filter(time -> time.isAfter(EARLIEST) && time.isBefore(LATEST));
    }

    /** The tactics that a rule names, in the order of the matrix. */
    static List<Tactic> tactics(Header rule) {
        return rule.tags().stream()
                .map(Tactic::of)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** The techniques of ATT&amp;CK that a rule names: {@code T1059.001}. */
    static List<String> techniques(Header rule) {
        return rule.tags().stream()
                .map(TECHNIQUE::matcher)
                .filter(Matcher::matches)
                .map(tag -> tag.group(1).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** A text without what would steer a terminal, turn a text, or break a character. */
    static String harmless(String text) {
        return Terminal.shown(HALF.matcher(text).replaceAll("\ufffd"));
    }

    /** As {@link #harmless}, on one line. */
    static String line(String text) {
        return harmless(text.replaceAll("[\\r\\n\\t]+", " "));
    }

    static String reason(Reason reason) {
        String field = reason.field().isEmpty() ? "" : reason.field() + " ";
        return reason.selection() + ": " + field + reason.test() + " = " + reason.value();
    }

    static String correlation(Match.Correlated seen) {
        return "events="
                + seen.events()
                + seen.group().entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }
}

package org.danaya.defence.detection.findings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Ledger.Unreadable;
import org.danaya.page.Local;
import org.danaya.sigma.rule.Level;

/** The summary for people, in lines of plain text. */
final class SummaryText {

    /** The most hosts, rules and named troubles of each kind; of others their number is told. */
    static final int TOP = 20;

    private static final int FIGURE = 12;

    /** Names and sentences of more columns are cut. */
    private static final int WIDEST = 300;

    private final Summary summary;
    private final Showing showing;
    private final Local local;
    private final List<String> lines = new ArrayList<>();

    SummaryText(Summary summary, Showing showing) {
        this.summary = summary;
        this.showing = showing;
        this.local = showing.local();
    }

    List<String> lines(Ledger ledger) {
        boolean failed =
                ledger.files() == 0 || ledger.unreadable().stream().anyMatch(Unreadable::isFailure);
        if (failed) {
            unread(ledger);
        }
        found();
        account(ledger, !failed);
        return List.copyOf(lines);
    }

    private void found() {
        say("findings.summary.matches", summary.matches());
        List<String> asked = showing.asked();
        if (!asked.isEmpty()) {
            say("findings.summary.asked");
            asked.forEach(each -> lines.add("  " + Width.cut(Told.line(each), WIDEST)));
        }
        summary.first().ifPresent(this::span);
        if (summary.matches() == 0) {
            return;
        }
        Map<Level, Long> levels = summary.levels();
        for (Level level : List.of(Level.values()).reversed()) {
            long count = levels.getOrDefault(level, 0L);
            if (count > 0) {
                figure(count, showing.levels(level, count));
            }
        }
        if (!summary.tactics().isEmpty()) {
            say("findings.summary.tactics");
            summary.tactics().forEach((tactic, count) -> figure(count, showing.tactic(tactic)));
        }
        if (summary.hosts().names() > 0) {
            hosts();
        }
        rules();
    }

    private void span(Instant first) {
        String from = local.time(first);
        String to = local.time(summary.last().orElse(first));
        if (from.equals(to)) {
            say("findings.summary.moment", from);
        } else {
            say("findings.summary.span", from, to);
        }
    }

    private void hosts() {
        say("findings.summary.hosts");
        List<Tally.Counted> top = summary.hosts().top(TOP);
        top.forEach(host -> figure(host.count(), Told.line(host.name())));
        long others = summary.hosts().others(top);
        if (others > 0) {
            figure(others, showing.say("findings.summary.other-hosts"));
        }
    }

    private void rules() {
        say("findings.summary.rules");
        each(
                summary.rules(),
                rule ->
                        figureLine(
                                rule.count(),
                                showing.level(rule.level())
                                        + "  "
                                        + Told.line(rule.rule().title())));
    }

    private void unread(Ledger ledger) {
        if (!ledger.unreadable().isEmpty()) {
            say("findings.ledger.unreadable", ledger.unreadable().size());
            each(
                    ledger.unreadable(),
                    file -> named(file.file(), showing.cause(file.cause()), file.detail()));
        }
        if (!ledger.leftOut().isEmpty()) {
            say("findings.ledger.left-out", ledger.leftOut().size());
            each(
                    ledger.leftOut(),
                    file -> "  " + Told.line(file.file()) + " – " + showing.why(file));
        }
    }

    private void account(Ledger ledger, boolean unread) {
        lines.add(showing.events(ledger));
        new TreeMap<>(ledger.setAside())
                .forEach((cause, count) -> figure(count, showing.cause(cause)));
        say(Summary.adds(ledger) ? "findings.ledger.adds" : "findings.ledger.differs");
        say("findings.ledger.files", ledger.files(), local.size(ledger.bytes()));
        if (unread) {
            unread(ledger);
        }
        say("findings.ledger.rules", ledger.rules(), ledger.idle());
        if (!ledger.refused().isEmpty()) {
            say("findings.ledger.refused", ledger.refused().size());
            each(
                    ledger.refused(),
                    rule ->
                            named(
                                    rule.title() + " (" + rule.file() + ":" + rule.line() + ")",
                                    showing.cause(rule.cause()),
                                    rule.detail()));
        }
        if (!ledger.blind().isEmpty()) {
            say("findings.ledger.blind", ledger.blind().size());
            each(ledger.blind(), SummaryText::blind);
        }
        if (!ledger.uncorrelated().isEmpty()) {
            say("findings.ledger.uncorrelated");
            new TreeMap<>(ledger.uncorrelated())
                    .forEach((cause, count) -> figure(count, showing.cause(cause)));
        }
        lines.add(showing.speed(ledger));
    }

    private static String blind(Ledger.Blind rule) {
        String fields = Told.line(String.join(", ", rule.fields()));
        return "  "
                + Width.cut(Told.line(rule.title()), WIDEST)
                + " – "
                + Width.cut(fields, WIDEST);
    }

    private <T> void each(List<T> all, Function<T, String> line) {
        all.stream().limit(TOP).map(line).forEach(lines::add);
        if (all.size() > TOP) {
            lines.add("  " + showing.say("findings.more", all.size() - TOP));
        }
    }

    private String named(String name, String cause, String detail) {
        return "  "
                + Width.cut(Told.line(name), WIDEST)
                + " – "
                + cause
                + (detail.isEmpty() ? "" : " – " + Width.cut(Told.line(detail), WIDEST));
    }

    private void figure(long count, String name) {
        lines.add(figureLine(count, name));
    }

    private String figureLine(long count, String name) {
        String number = local.number(count);
        return " ".repeat(Math.max(0, FIGURE - number.length()))
                + number
                + "  "
                + Width.cut(name, WIDEST);
    }

    private void say(String key, Object... facts) {
        lines.add(showing.say(key, facts));
    }
}

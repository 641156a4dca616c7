package org.danaya.defence.detection.findings;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.rule.Header;
import org.danaya.table.CsvLine;

/**
 * CSV in the order of time, which is UTC to the millisecond in the form that spreadsheets know as a
 * time. What doesn't say when stands last. Nothing is written before the end.
 */
final class TimelineFindings implements Findings {

    private static final List<String> HEADS =
            List.of(
                    "Timestamp",
                    "Computer",
                    "Level",
                    "Title",
                    "RuleID",
                    "Tactics",
                    "Tags",
                    "File",
                    "Event",
                    "Author",
                    "Details");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /** How many bytes of lines are kept in memory. */
    private static final int KEPT = 64 << 20;

    private final Lines out;
    private final SortedLines lines;

    TimelineFindings(OutputStream out) {
        this(out, KEPT);
    }

    TimelineFindings(OutputStream out, int kept) {
        this.out = new Lines(out, false);
        this.lines = new SortedLines(kept);
    }

    @Override
    public void found(Match match) {
        lines.add(Told.time(match).orElse(Instant.MAX), line(match));
    }

    @Override
    public void end(Ledger ledger) {
        out.write("\ufeff" + CsvLine.of(HEADS));
        lines.each(out::write);
        out.flush();
    }

    private static String line(Match match) {
        Header rule = match.rule();
        return CsvLine.of(
                List.of(
                        Told.time(match).map(TIME::format).orElse(""),
                        match.host().map(TimelineFindings::cell).orElse(""),
                        match.level().word(),
                        cell(rule.title()),
                        cell(Objects.requireNonNullElse(rule.id(), "")),
                        Told.tactics(rule).stream()
                                .map(Tactic::code)
                                .collect(Collectors.joining(" ")),
                        cell(String.join(" ", rule.tags())),
                        cell(match.file()),
                        Long.toString(match.event()),
                        cell(Objects.requireNonNullElse(rule.author(), "")),
                        cell(details(match))));
    }

    private static String details(Match match) {
        return Stream.concat(
                        match.correlation().map(Told::correlation).stream(),
                        match.reasons().stream().map(Told::reason))
                .collect(Collectors.joining(" | "));
    }

    private static String cell(String text) {
        return CsvFindings.cell(Told.line(text));
    }
}

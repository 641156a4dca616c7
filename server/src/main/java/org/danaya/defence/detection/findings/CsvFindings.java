package org.danaya.defence.detection.findings;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.table.CsvLine;

/**
 * CSV of RFC 4180 in UTF-8 with a byte order mark, one line a match. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it; control characters are replaced by U+FFFD.
 */
final class CsvFindings implements Findings {

    private static final List<String> HEADS =
            List.of(
                    "file",
                    "event",
                    "rule",
                    "level",
                    "title",
                    "author",
                    "tags",
                    "time",
                    "host",
                    "correlation",
                    "reasons",
                    "evidence");

    private final Lines out;

    CsvFindings(OutputStream out, boolean live) {
        this.out = new Lines(out, live);
        this.out.write("\ufeff" + CsvLine.of(HEADS));
    }

    @Override
    public void found(Match match) {
        out.write(
                CsvLine.of(
                        List.of(
                                cell(match.file()),
                                Long.toString(match.event()),
                                cell(Told.rule(match.rule())),
                                match.level().word(),
                                cell(match.rule().title()),
                                cell(Objects.requireNonNullElse(match.rule().author(), "")),
                                cell(String.join(" ", match.rule().tags())),
                                match.time().map(Instant::toString).orElse(""),
                                match.host().map(CsvFindings::cell).orElse(""),
                                match.correlation()
                                        .map(seen -> cell(Told.correlation(seen)))
                                        .orElse(""),
                                cell(reasons(match)),
                                cell(Objects.requireNonNullElse(match.evidence(), "")))));
    }

    @Override
    public void end(Ledger ledger) {
        out.flush();
    }

    /** A text of an event or a rule, as a spreadsheet and a terminal may have it. */
    static String cell(String text) {
        return CsvLine.harmless(Told.harmless(text));
    }

    private static String reasons(Match match) {
        return match.reasons().stream().map(Told::reason).collect(Collectors.joining("\n"));
    }
}

package org.danaya.defence.detection.findings;

import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Level;

/**
 * A table for a terminal: when, level, host, what, and whose rule it is and where the event stands.
 * On a terminal narrower than {@link #WIDE} columns the last two go onto a line of their own, and
 * so do reasons. What is too long for its column is cut where the terminal has an end. Where it has
 * none, the column of hosts grows with them, and only what is longer than anybody reads is cut.
 */
final class TableFindings implements Findings {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final int WIDE = 140;
    private static final int TIME_WIDTH = 19;
    private static final int HOST_WIDTH = 16;
    private static final int WIDEST_HOST = 40;
    private static final int TITLE_WIDTH = 60;
    private static final int WIDEST = 300;
    private static final int FILE_WIDTH = 32;
    private static final String GAP = "  ";

    private final Lines out;
    private final Showing showing;
    private final int levelWidth;
    private final int width;
    private int hostWidth = HOST_WIDTH;
    private boolean begun;

    TableFindings(OutputStream out, Showing showing) {
        this.out = new Lines(out, showing.live());
        this.showing = showing;
        this.width = showing.width() == 0 ? Integer.MAX_VALUE : Math.max(showing.width(), 60);
        this.levelWidth =
                List.of(Level.values()).stream()
                        .mapToInt(level -> Width.of(showing.level(level)))
                        .max()
                        .orElse(0);
    }

    @Override
    public void found(Match match) {
        if (!begun) {
            begun = true;
            heads();
        }
        String level = Width.padded(showing.level(match.level()), levelWidth);
        row(
                Told.time(match).map(TIME::format).orElse(""),
                showing.colour() ? colour(match.level()) + level + "\u001b[0m" : level,
                match.host().map(Told::line).orElse(""),
                Told.line(match.rule().title()),
                about(match));
        match.correlation().ifPresent(seen -> below(Told.line(Told.correlation(seen))));
        match.reasons().forEach(reason -> below(Told.line(Told.reason(reason))));
        String evidence = match.evidence();
        if (evidence != null) {
            below(Told.line(evidence));
        }
    }

    @Override
    public void end(Ledger ledger) {
        out.flush();
    }

    private void heads() {
        row(
                showing.say("findings.table.time"),
                Width.padded(showing.say("findings.table.level"), levelWidth),
                showing.say("findings.table.host"),
                showing.say("findings.table.title"),
                showing.say("findings.table.about"));
    }

    private void row(String time, String level, String host, String title, String about) {
        if (showing.width() == 0) {
            hostWidth = Math.clamp(Width.of(host), hostWidth, WIDEST_HOST);
        }
        boolean wide = width >= WIDE;
        int left = width - TIME_WIDTH - levelWidth - hostWidth - 3 * GAP.length();
        String start =
                Width.padded(time, TIME_WIDTH)
                        + GAP
                        + level
                        + GAP
                        + Width.padded(Width.cut(host, hostWidth), hostWidth)
                        + GAP;
        if (wide) {
            int rest = left - TITLE_WIDTH - GAP.length();
            out.write(
                    start
                            + Width.padded(
                                    Width.cut(title, showing.width() == 0 ? WIDEST : TITLE_WIDTH),
                                    TITLE_WIDTH)
                            + GAP
                            + Width.cut(about, Math.min(rest, WIDEST))
                            + "\n");
        } else {
            out.write(start + cut(title, left) + "\n");
            below(about);
        }
    }

    /** Where the event stands, and whose rule found it. */
    private String about(Match match) {
        Header rule = match.rule();
        String file = Told.line(match.file());
        boolean whole = showing.width() == 0 || file.length() <= FILE_WIDTH;
        return Told.line(
                (whole ? file : "…" + file.substring(file.length() - FILE_WIDTH))
                        + " #"
                        + match.event()
                        + " – "
                        + Objects.requireNonNullElse(rule.author(), Told.rule(rule)));
    }

    private void below(String text) {
        String start = " ".repeat(TIME_WIDTH) + GAP;
        out.write(start + cut(text, width - start.length()) + "\n");
    }

    private String cut(String text, int columns) {
        return showing.width() == 0 ? text : Width.cut(text, columns);
    }

    private static String colour(Level level) {
        return switch (level) {
            case CRITICAL -> "\u001b[1;31m";
            case HIGH -> "\u001b[31m";
            case MEDIUM -> "\u001b[33m";
            case LOW -> "\u001b[36m";
            case INFORMATIONAL -> "\u001b[0m";
        };
    }
}

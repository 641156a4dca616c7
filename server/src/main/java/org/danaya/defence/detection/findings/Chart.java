package org.danaya.defence.detection.findings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.danaya.sigma.rule.Level;

/** Matches over time as bars, in which the gravest level stands lowest. */
public final class Chart {

    /** As many bars as the drawing has room for at least; fewer stand in its middle. */
    private static final int LEAST = 12;

    /** The most bars, unless it is one for each century. */
    static final int MOST = 48;

    /** How high the tallest bar is, in units of the drawing. */
    public static final int HEIGHT = 200;

    /** How wide a bar's place is, in the same units; a bar leaves a part of it free. */
    public static final int STEP = 20;

    /** Where the mark of time that was left out begins; it ends where bars begin. */
    public static final int GAP = 160;

    private static final int BAR = 16;

    /** A part of a bar: the matches of a level in a period. */
    public record Part(int x, int y, int width, int height, String level) {}

    /** A period in words, with its matches. */
    public record Line(String name, Map<Level, Long> levels, long count) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private final Showing showing;
    private final Periods.Length length;
    private final long most;

    Chart(Periods periods, Showing showing) {
        this.showing = showing;
        List<Periods.Period> shown = periods.shown(MOST);
        length = periods.length();
        most = shown.stream().mapToLong(Periods.Period::count).max().orElse(0);
        int start = Math.max(0, LEAST - shown.size()) * STEP / 2;
        for (Periods.Period period : shown) {
            int x = start + lines.size() * STEP;
            if (!period.follows()) {
                gaps.add(x);
            }
            draw(period, x + (STEP - BAR) / 2);
            lines.add(new Line(name(period.start()), period.levels(), period.count()));
        }
    }

    private void draw(Periods.Period period, int x) {
        int y = HEIGHT;
        for (Level level : List.of(Level.values()).reversed()) {
            long count = period.levels().getOrDefault(level, 0L);
            if (count > 0) {
                int height = (int) Math.max(1, Math.round((double) count * HEIGHT / most));
                y -= height;
                parts.add(new Part(x, y, BAR, height, level.word()));
            }
        }
    }

    private String name(Instant start) {
        return switch (length) {
            case HOUR -> showing.local().time(start);
            case DAY -> showing.local().date(start.atOffset(ZoneOffset.UTC).toLocalDate());
            case MONTH ->
                    DateTimeFormatter.ofPattern("LLLL uuuu", showing.language().locale())
                            .format(start.atOffset(ZoneOffset.UTC));
            case YEAR -> Integer.toString(year(start));
            case CENTURY -> year(start) + "–" + (year(start) + 99);
        };
    }

    private static int year(Instant start) {
        return start.atOffset(ZoneOffset.UTC).getYear();
    }

    public List<Part> parts() {
        return parts;
    }

    public List<Line> lines() {
        return lines;
    }

    /** Where time was left out, because nothing was found in it. */
    public List<Integer> gaps() {
        return gaps;
    }

    /** The tallest bar's matches. */
    public long most() {
        return most;
    }

    /** How wide the drawing is. */
    public int width() {
        return Math.max(LEAST, lines.size()) * STEP;
    }

    /** Whether the bars leave room beside them. */
    public boolean few() {
        return lines.size() < LEAST;
    }

    /** How long a bar's period is: the last part of a key. */
    public String length() {
        return length.name().toLowerCase(Locale.ROOT);
    }
}

package org.danaya.defence.detection.findings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.danaya.sigma.rule.Level;

/**
 * Matches by the hour and by level; by the day, month, year or century where they spread over too
 * many of them. Periods without a match aren't kept. Bounded, whatever the times.
 */
final class Periods {

    /** How long a period is, in UTC. */
    enum Length {
        HOUR,
        DAY,
        MONTH,
        YEAR,
        CENTURY;

        Instant start(Instant time) {
            OffsetDateTime day = time.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
            return switch (this) {
                case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
                case DAY -> day.toInstant();
                case MONTH -> day.withDayOfMonth(1).toInstant();
                case YEAR -> day.withDayOfYear(1).toInstant();
                case CENTURY -> day.withDayOfYear(1).withYear(century(day)).toInstant();
            };
        }

        Instant next(Instant start) {
            OffsetDateTime day = start.atOffset(ZoneOffset.UTC);
            return switch (this) {
                case HOUR -> start.plus(1, ChronoUnit.HOURS);
                case DAY -> start.plus(1, ChronoUnit.DAYS);
                case MONTH -> day.plusMonths(1).toInstant();
                case YEAR -> day.plusYears(1).toInstant();
                case CENTURY -> day.plusYears(100).toInstant();
            };
        }

        Length longer() {
            return switch (this) {
                case HOUR -> DAY;
                case DAY -> MONTH;
                case MONTH -> YEAR;
                case YEAR, CENTURY -> CENTURY;
            };
        }

        private static int century(OffsetDateTime day) {
            return day.getYear() / 100 * 100;
        }
    }

    /**
     * One of them.
     *
     * @param follows whether it follows the one before without a gap
     */
    record Period(Instant start, boolean follows, Map<Level, Long> levels) {

        long count() {
            return levels.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final int MOST_KEPT = 2_000;

    private Length length = Length.HOUR;
    private TreeMap<Instant, Map<Level, Long>> counts = new TreeMap<>();

    void add(Instant time, Level level) {
        count(length.start(time), level, 1);
        if (counts.size() > MOST_KEPT) {
            lengthen();
        }
    }

    /** The periods that have matches, of the shortest length that makes at most so many. */
    List<Period> shown(int most) {
        while (counts.size() > most && length != Length.CENTURY) {
            lengthen();
        }
        List<Period> periods = new ArrayList<>();
        Instant expected = Instant.MIN;
        for (Map.Entry<Instant, Map<Level, Long>> entry : counts.entrySet()) {
            boolean follows = periods.isEmpty() || entry.getKey().equals(expected);
            periods.add(new Period(entry.getKey(), follows, Map.copyOf(entry.getValue())));
            expected = length.next(entry.getKey());
        }
        return periods;
    }

    Length length() {
        return length;
    }

    private void lengthen() {
        length = length.longer();
        TreeMap<Instant, Map<Level, Long>> old = counts;
        counts = new TreeMap<>();
        old.forEach(
                (start, levels) ->
                        levels.forEach((level, n) -> count(length.start(start), level, n)));
    }

    private void count(Instant start, Level level, long times) {
        counts.computeIfAbsent(start, _ -> new EnumMap<>(Level.class))
                .merge(level, times, Long::sum);
    }
}

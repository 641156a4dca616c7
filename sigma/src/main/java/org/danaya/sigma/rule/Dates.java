package org.danaya.sigma.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.sigma.rule.ValueTest.TimePart.Unit;

/**
 * Dates in events, for the time modifiers. The appendix says that they convert neither zones nor
 * formats, so the parts are those that are written there: {@code 23:30+02:00} is hour 23.
 */
public final class Dates {
    private static final int LONGEST = 40;
    private static final BigDecimal MILLISECONDS_ABOVE = new BigDecimal("100000000000");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?"
                            + " ?(?:Z|[+-]\\d\\d:?\\d\\d)?)?");

    private Dates() {}

    /**
     * A part of a date written as ISO 8601 ({@code 2026-01-15}, {@code 2026-01-15T10:58:38.756Z}, a
     * space for the T, an offset); empty where the text is none.
     */
    public static OptionalInt part(String text, Unit unit) {
        if (text.length() > LONGEST) {
            return OptionalInt.empty();
        }
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(
                    part(
                            LocalDateTime.of(
                                    number(iso, 1),
                                    number(iso, 2),
                                    number(iso, 3),
                                    number(iso, 4),
                                    number(iso, 5),
                                    second(iso)),
                            unit));
        } catch (DateTimeException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * A part of a date given as a number: seconds since 1970 in UTC, or milliseconds from
     * 100,000,000,000 on.
     */
    public static OptionalInt part(BigDecimal seconds, Unit unit) {
        try {
            BigDecimal whole =
                    seconds.compareTo(MILLISECONDS_ABOVE) >= 0 ? seconds.divide(THOUSAND) : seconds;
            if (whole.precision() - whole.scale() > 15) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(
                    part(
                            LocalDateTime.ofInstant(
                                    Instant.ofEpochSecond(whole.longValue()), ZoneOffset.UTC),
                            unit));
        } catch (DateTimeException e) {
            return OptionalInt.empty();
        }
    }

    private static int number(Matcher iso, int group) {
        String digits = iso.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** A leap second is written as 60; it belongs to its minute. */
    private static int second(Matcher iso) {
        return Math.min(number(iso, 6), 59);
    }

    private static int part(LocalDateTime date, Unit unit) {
        return switch (unit) {
            case MINUTE -> date.getMinute();
            case HOUR -> date.getHour();
            case DAY -> date.getDayOfMonth();
            case WEEK -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> date.getMonthValue();
            case YEAR -> date.getYear();
        };
    }
}

package org.danaya.defence.detection.run;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as events write them: ISO 8601 with a zone or, in UTC, without one; with {@code T} or
 * a space; a date alone; or a number of seconds, milliseconds, microseconds or nanoseconds since
 * 1970.
 */
final class EventTimes {

    private static final int LONGEST = 40;
    private static final int DATE = 10;
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int SECONDS = FORM.length();
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{8,18}(\\.[0-9]{1,9})?");

    private EventTimes() {}

    /** The time; nothing where the text is none. */
    static Optional<Instant> read(String text) {
        Instant plain = plain(text);
        if (plain != null) {
            return Optional.of(plain);
        }
        String time = text.strip();
        if (NUMBER.matcher(time).matches()) {
            return number(new BigDecimal(time));
        }
        if (time.length() < DATE || time.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (time.length() == DATE) {
                return Optional.of(LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            String iso = time.charAt(DATE) == ' ' ? time.replaceFirst(" ", "T") : time;
            return Optional.of(
                    isZoned(iso)
                            ? OffsetDateTime.parse(zone(iso)).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * The form that most have, {@code 2026-07-28T11:44:53.919Z}, with or without parts of a second
     * and the zone; null for the others, and for what is no time.
     */
    private static @Nullable Instant plain(String text) {
        int length = text.length();
        if (length < SECONDS || length > LONGEST) {
            return null;
        }
        for (int i = 0; i < SECONDS; i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form && (form != 'T' || c != ' ')) {
                return null;
            }
        }
        int at = SECONDS;
        int nanoseconds = 0;
        if (at < length && text.charAt(at) == '.') {
            at++;
            int unit = 100_000_000;
            for (; at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
                nanoseconds += (text.charAt(at) - '0') * unit;
                unit /= 10;
            }
            if (at == SECONDS + 1 || at > SECONDS + 10) {
                return null;
            }
        }
        if (at < length && (at < length - 1 || text.charAt(at) != 'Z')) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanoseconds)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean isZoned(String iso) {
        return iso.endsWith("Z")
                || iso.endsWith("z")
                || iso.indexOf('+', DATE) > 0
                || iso.indexOf('-', DATE) > 0;
    }

    /** Zones are also written {@code +0200}, and times {@code 10:00:00 +02:00}. */
    private static String zone(String iso) {
        String tight = iso.replace(" ", "");
        int sign = Math.max(tight.indexOf('+', DATE), tight.indexOf('-', DATE));
        return sign > 0 && tight.length() == sign + 5 && tight.indexOf(':', sign) < 0
                ? tight.substring(0, sign + 3) + ":" + tight.substring(sign + 3)
                : tight;
    }

    /** By its size: of today, seconds have 10 digits, nanoseconds 19. */
    private static Optional<Instant> number(BigDecimal number) {
        int digits = number.precision() - number.scale();
        int unit = digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
        BigDecimal seconds = number.movePointLeft(unit);
        return Optional.of(
                Instant.ofEpochSecond(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    }
}

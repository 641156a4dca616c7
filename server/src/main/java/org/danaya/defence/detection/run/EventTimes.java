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

/**
 * Reads times as events write them: ISO 8601 with a zone or, in UTC, without one; with {@code T} or
 * a space; a date alone; or a number of seconds, milliseconds, microseconds or nanoseconds since
 * 1970.
 */
final class EventTimes {

    private static final int LONGEST = 40;
    private static final int DATE = 10;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{8,18}(\\.[0-9]{1,9})?");

    private EventTimes() {}

    /** The time; nothing where the text is none. */
    static Optional<Instant> read(String text) {
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

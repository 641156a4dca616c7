package org.danaya.mandates.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes days as other calendars read them (RFC 5545). */
final class ICalendar {

    /** The most bytes of a line (§3.1). */
    private static final int LONGEST = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final Instant now;

    ICalendar(Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Danaya//Mandates//FR");
    }

    /** A whole day (§3.6.1), which keeps nobody busy. */
    void day(String id, LocalDate day, String summary, String address) {
        line("BEGIN:VEVENT");
        line("UID:" + id);
        line("DTSTAMP:" + STAMP.format(now));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(summary));
        line("URL:" + address);
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    String end() {
        line("END:VCALENDAR");
        return text.toString();
    }

    /** A text (§3.3.11). */
    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folds at a character, never within one. */
    private void line(String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            String one = Character.toString(point);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(one);
            bytes += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }
}

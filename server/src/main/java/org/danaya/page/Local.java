package org.danaya.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates, hours and numbers as people of a language write them. */
public final class Local {

    private final Words words;
    private final Language language;
    private final ZoneId zone;

    /** As a language writes them, by the clocks of a zone. */
    public Local(Words words, Language language, ZoneId zone) {
        this.words = words;
        this.language = language;
        this.zone = zone;
    }

    /** A day, where no hour comes with it: 31 mars 2026. */
    public static String date(Words words, Language language, LocalDate day) {
        return new Local(words, language, ZoneOffset.UTC).date(day);
    }

    /** A day: 31 mars 2026. */
    public String date(LocalDate day) {
        return first(pattern("local.date").format(day));
    }

    /** The first day of a span whose last day is told beside it, with what that one doesn't say. */
    String first(LocalDate day, LocalDate last) {
        boolean oneMonth = day.getYear() == last.getYear() && day.getMonth() == last.getMonth();
        if (!oneMonth || day.equals(last)) {
            return date(day);
        }
        return language == Language.FRENCH && day.getDayOfMonth() == 1
                ? "1er"
                : Integer.toString(day.getDayOfMonth());
    }

    String date(Instant time) {
        return date(LocalDate.ofInstant(time, zone));
    }

    /** A time, to the minute. */
    public String time(Instant time) {
        return first(pattern("local.time").format(time.atZone(zone)));
    }

    /** In French the first day of a month, and that day alone, is an ordinal: 1er mars. */
    private String first(String text) {
        return language == Language.FRENCH ? text.replaceFirst("^1 ", "1er ") : text;
    }

    String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return words.say(language, "local.age.seconds", seconds);
        }
        if (seconds < 3_600) {
            return words.say(language, "local.age.minutes", seconds / 60);
        }
        return seconds < 2 * 86_400
                ? words.say(language, "local.age.hours", seconds / 3_600)
                : words.say(language, "local.age.days", seconds / 86_400);
    }

    /** A number. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    String fcfa(long amount) {
        return words.say(language, "local.fcfa", number(amount));
    }

    /** A size in bytes. */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return words.say(language, "local.size.0", bytes);
        }
        int step = bytes < 1_000_000 ? 1 : bytes < 1_000_000_000 ? 2 : 3;
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return words.say(
                language, "local.size." + step, format.format(bytes / Math.pow(1_000, step)));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(words.say(language, key), language.locale());
    }
}

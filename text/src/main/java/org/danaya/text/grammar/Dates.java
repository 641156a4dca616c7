package org.danaya.text.grammar;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times as XML Schema writes them (XML Schema 1.0 Part 2 §3.2.6 to §3.2.9). */
final class Dates {

    private static final String DAY = "-?(?<year>[0-9]{4,10})-(?<month>[0-9]{2})-(?<day>[0-9]{2})";
    private static final String TIME =
            "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?<part>\\.[0-9]++)?";
    private static final String ZONE = "(Z|[+-](?<zoneHour>[0-9]{2}):(?<zoneMinute>[0-9]{2}))?";

    private static final Pattern DATE = Pattern.compile(DAY + ZONE);
    private static final Pattern TIME_OF_DAY = Pattern.compile(TIME + ZONE);
    private static final Pattern DATE_TIME = Pattern.compile(DAY + "T" + TIME + ZONE);

    private static final Pattern DURATION =
            Pattern.compile(
                    "-?P(?=.)([0-9]++Y)?+([0-9]++M)?+([0-9]++D)?+"
                            + "(T(?=.)([0-9]++H)?+([0-9]++M)?+(([0-9]++(\\.[0-9]++)?+|\\.[0-9]++)S)?+)?+");

    /** The last year of the common era, and the first before it, as the JDK's schemas have them. */
    private static final long LATEST = Integer.MAX_VALUE;

    private static final long EARLIEST = LATEST + 1;

    private Dates() {}

    static boolean isDate(String value) {
        Matcher match = DATE.matcher(value);
        return match.matches() && day(match) && zone(match);
    }

    static boolean isTime(String value) {
        Matcher match = TIME_OF_DAY.matcher(value);
        return match.matches() && time(match) && zone(match);
    }

    static boolean isDateTime(String value) {
        Matcher match = DATE_TIME.matcher(value);
        return match.matches() && day(match) && time(match) && zone(match);
    }

    static boolean isDuration(String value) {
        return DURATION.matcher(value).matches();
    }

    private static boolean day(Matcher match) {
        String digits = match.group("year");
        long year = Long.parseLong(digits);
        long latest = match.group().startsWith("-") ? EARLIEST : LATEST;
        int month = number(match, "month");
        if (year == 0 || year > latest || month < 1 || month > 12) {
            return false;
        }
        if (digits.length() > 4 && digits.startsWith("0")) {
            return false;
        }
        int day = number(match, "day");
        int leapsAlike = (int) (year % 400) + 400;
        return day >= 1 && day <= YearMonth.of(leapsAlike, month).lengthOfMonth();
    }

    private static boolean time(Matcher match) {
        int hour = number(match, "hour");
        int minute = number(match, "minute");
        int second = number(match, "second");
        if (hour == 24) {
            String part = match.group("part");
            return minute == 0
                    && second == 0
                    && (part == null || part.chars().allMatch(c -> c == '0' || c == '.'));
        }
        return hour < 24 && minute < 60 && second < 60;
    }

    private static boolean zone(Matcher match) {
        if (match.group("zoneHour") == null) {
            return true;
        }
        int hour = number(match, "zoneHour");
        int minute = number(match, "zoneMinute");
        return (hour < 14 && minute < 60) || (hour == 14 && minute == 0);
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}

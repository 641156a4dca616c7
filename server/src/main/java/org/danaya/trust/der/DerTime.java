package org.danaya.trust.der;

import java.time.LocalDate;

/** GeneralizedTime in UTC (X.690 §11.7). */
final class DerTime {

    /** Of a whole element without a fraction. */
    static final int BYTES = 17;

    /** The first second whose year UTCTime can't say. */
    static final long YEAR_2050 = 2_524_608_000L;

    /** Digits of a fraction in microseconds. */
    static final int MICRO_DIGITS = 6;

    private static final long DAY_SECONDS = 86_400;

    private DerTime() {}

    static void write(long epochSecond, byte[] to, int at) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(epochSecond, DAY_SECONDS));
        int second = (int) Math.floorMod(epochSecond, DAY_SECONDS);
        int year = day.getYear();
        to[at] = Der.GENERALIZED_TIME;
        to[at + 1] = BYTES - 2;
        two(year / 100, to, at + 2);
        two(year % 100, to, at + 4);
        two(day.getMonthValue(), to, at + 6);
        two(day.getDayOfMonth(), to, at + 8);
        two(second / 3600, to, at + 10);
        two(second / 60 % 60, to, at + 12);
        two(second % 60, to, at + 14);
        to[at + 16] = 'Z';
    }

    private static void two(int number, byte[] to, int at) {
        to[at] = (byte) ('0' + number / 10);
        to[at + 1] = (byte) ('0' + number % 10);
    }
}

package org.danaya.evtx;

/**
 * Writes points in time as {@code 2026-01-31T23:59:59.123456Z}. A FILETIME's last digit (100
 * nanoseconds) is cut off, as in Sigma's regression data.
 */
final class Times {

    private static final long PER_DAY = 864_000_000_000L;

    /** Days from 0000-03-01 to 1601-01-01. */
    private static final long TO_1601 = 584_694;

    private Times() {}

    /** 100 nanoseconds since 1601, unsigned. */
    static void filetime(Utf8 out, long time) {
        long days = Long.divideUnsigned(time, PER_DAY);
        long rest = time - days * PER_DAY;
        long day = days + TO_1601;
        long era = day / 146_097;
        long ofEra = day - era * 146_097;
        long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long month = (5 * ofYear + 2) / 153;
        int dayOfMonth = (int) (ofYear - (153 * month + 2) / 5 + 1);
        int civilMonth = (int) (month < 10 ? month + 3 : month - 9);
        long year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0);
        int seconds = (int) (rest / 10_000_000);
        int micros = (int) (rest / 10 % 1_000_000);
        write(
                out,
                year,
                civilMonth,
                dayOfMonth,
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                micros);
    }

    /** [MS-DTYP] §2.3.13. What is all zero is unset, and shown as the beginning of 1601. */
    static void systemtime(Utf8 out, byte[] bytes, int from) {
        if (Bytes.i64(bytes, from) == 0 && Bytes.i64(bytes, from + 8) == 0) {
            filetime(out, 0);
            return;
        }
        write(
                out,
                Bytes.u16(bytes, from),
                Bytes.u16(bytes, from + 2) % 100,
                Bytes.u16(bytes, from + 6) % 100,
                Bytes.u16(bytes, from + 8) % 100,
                Bytes.u16(bytes, from + 10) % 100,
                Bytes.u16(bytes, from + 12) % 100,
                Bytes.u16(bytes, from + 14) % 1000 * 1000);
    }

    private static void write(
            Utf8 out, long year, int month, int day, int hour, int minute, int second, int micros) {
        if (year > 9999) {
            ValueText.unsigned(out, year / 10_000);
        }
        byte[] target = out.room(27);
        int at = out.length();
        two(target, at, (int) (year / 100 % 100));
        two(target, at + 2, (int) (year % 100));
        target[at + 4] = '-';
        two(target, at + 5, month);
        target[at + 7] = '-';
        two(target, at + 8, day);
        target[at + 10] = 'T';
        two(target, at + 11, hour);
        target[at + 13] = ':';
        two(target, at + 14, minute);
        target[at + 16] = ':';
        two(target, at + 17, second);
        target[at + 19] = '.';
        two(target, at + 20, micros / 10_000);
        two(target, at + 22, micros / 100 % 100);
        two(target, at + 24, micros % 100);
        target[at + 26] = 'Z';
        out.claim(27);
    }

    private static void two(byte[] target, int at, int value) {
        target[at] = (byte) ('0' + value / 10);
        target[at + 1] = (byte) ('0' + value % 10);
    }
}

package org.danaya.sigma.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of syslog as RFC 3164 describes what was found in use, and as daemons write them into
 * files: without the priority, the time perhaps in the form of ISO 8601.
 */
final class Rfc3164 {

    private static final List<String> MONTHS =
            List.of(
                    "Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ", "Oct ",
                    "Nov ", "Dec ");

    /** Day and time (§4.1.2); the day has two places, though not all senders know. */
    private static final List<String> TIMES =
            List.of("00 00:00:00 ", " 0 00:00:00 ", "0 00:00:00 ");

    private static final String ISO = "0000-00-00T00:00:00";

    private Rfc3164() {}

    /**
     * Reads what stands behind the priority, or at the beginning of the line where it has none.
     * Without a time there is only the priority (§4.3.3).
     *
     * @param priority negative where there is none
     * @return null where nothing shows that it is syslog
     */
    static @Nullable Syslog read(Cursor cursor, int priority) {
        int from = cursor.at();
        Slice timestamp = timestamp(cursor);
        if (timestamp == null) {
            return priority < 0
                    ? null
                    : new Syslog(priority, null, null, null, null, null, List.of(), from);
        }
        int behind = cursor.at();
        Slice hostname = cursor.word();
        if (hostname.isEmpty() || isTag(cursor.bytes(), hostname)) {
            hostname = null;
            cursor.moveTo(behind);
        }
        if (cursor.isAt(Cef.BEGINS)) {
            return new Syslog(
                    priority, timestamp, hostname, null, null, null, List.of(), cursor.at());
        }
        int content = cursor.at();
        Slice tag = tag(cursor);
        Slice pid = tag == null ? null : pid(cursor);
        boolean ends = cursor.take(": ") || (cursor.take(":") && cursor.isAtEnd());
        if (tag == null || (!ends && pid == null)) {
            cursor.moveTo(content);
            return priority < 0
                    ? null
                    : new Syslog(
                            priority, timestamp, hostname, null, null, null, List.of(), content);
        }
        return new Syslog(priority, timestamp, hostname, tag, pid, null, List.of(), cursor.at());
    }

    private static @Nullable Slice timestamp(Cursor cursor) {
        int from = cursor.at();
        if (cursor.hasShape(ISO)) {
            return cursor.word();
        }
        boolean month = false;
        for (int i = 0; i < MONTHS.size() && !month; i++) {
            month = cursor.take(MONTHS.get(i));
        }
        if (month) {
            for (String time : TIMES) {
                if (cursor.hasShape(time)) {
                    cursor.moveTo(cursor.at() + time.length());
                    return new Slice(from, cursor.at() - 1);
                }
            }
        }
        return null;
    }

    /** Senders on the same host leave its name out. */
    private static boolean isTag(byte[] bytes, Slice word) {
        return bytes[word.to() - 1] == ':';
    }

    /** The program's name (§4.1.3); null where there is none. */
    private static @Nullable Slice tag(Cursor cursor) {
        int from = cursor.at();
        while (cursor.here() > ' ' && cursor.here() != '[' && cursor.here() != ':') {
            cursor.moveTo(cursor.at() + 1);
        }
        return cursor.at() == from ? null : new Slice(from, cursor.at());
    }

    /** Its process, in brackets. */
    private static @Nullable Slice pid(Cursor cursor) {
        int before = cursor.at();
        if (cursor.take("[")) {
            int from = cursor.at();
            while (cursor.here() > ' ' && cursor.here() != ']') {
                cursor.moveTo(cursor.at() + 1);
            }
            Slice pid = new Slice(from, cursor.at());
            if (cursor.take("]") && !pid.isEmpty()) {
                return pid;
            }
        }
        cursor.moveTo(before);
        return null;
    }
}

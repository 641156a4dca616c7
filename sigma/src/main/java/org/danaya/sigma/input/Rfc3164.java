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
        if (priority < 0 && (timestamp == null || !isOfDaemon(cursor.bytes(), timestamp))) {
            return null;
        }
        if (timestamp == null) {
            return of(priority, null, null, null, null, from);
        }
        int behind = cursor.at();
        Slice hostname = cursor.word();
        if (hostname.isEmpty() || isTag(cursor.bytes(), hostname)) {
            hostname = null;
            cursor.moveTo(behind);
        }
        int content = cursor.at();
        if (cursor.isAt(Cef.BEGINS)) {
            return of(priority, timestamp, hostname, null, null, content);
        }
        Slice tag = tag(cursor);
        Slice pid = tag == null ? null : pid(cursor);
        boolean ends = cursor.take(": ") || (cursor.take(":") && cursor.isAtEnd());
        if (tag != null && (ends || pid != null)) {
            return of(priority, timestamp, hostname, tag, pid, cursor.at());
        }
        return priority < 0 ? null : of(priority, timestamp, hostname, null, null, content);
    }

    private static Syslog of(
            int priority,
            @Nullable Slice timestamp,
            @Nullable Slice hostname,
            @Nullable Slice tag,
            @Nullable Slice pid,
            int message) {
        return new Syslog(priority, timestamp, hostname, tag, pid, null, List.of(), message);
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

    /**
     * Whether a time has a form that syslog daemons write: with a month's name, or an offset.
     * Programs of all kinds begin their lines with a time, and few with an offset.
     */
    private static boolean isOfDaemon(byte[] bytes, Slice timestamp) {
        for (int at = timestamp.from() + ISO.length(); at < timestamp.to(); at++) {
            if (bytes[at] == '+' || bytes[at] == '-') {
                return true;
            }
        }
        return timestamp.to() - timestamp.from() < ISO.length();
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

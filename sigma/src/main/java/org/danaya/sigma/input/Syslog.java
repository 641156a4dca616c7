package org.danaya.sigma.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of syslog, in its parts; null where one isn't there.
 *
 * @param priority facility × 8 + severity; negative where a file doesn't keep it
 * @param data structured data (RFC 5424 §6.3)
 * @param message where the message itself begins
 */
record Syslog(
        int priority,
        @Nullable Slice timestamp,
        @Nullable Slice hostname,
        @Nullable Slice appname,
        @Nullable Slice procid,
        @Nullable Slice msgid,
        List<Element> data,
        int message) {

    /** The highest facility is 23, the highest severity 7. */
    private static final int HIGHEST = 191;

    /** An element of structured data, and its parameters. */
    record Element(Slice id, List<Param> params) {}

    /** A parameter; its value still has its escapes. */
    record Param(Slice name, Slice value) {}

    /** Reads a line; null where it is no syslog. */
    static @Nullable Syslog of(byte[] bytes, int from, int to) {
        Cursor cursor = new Cursor(bytes, from, to);
        if (!cursor.take("<")) {
            return Rfc3164.read(cursor, -1);
        }
        int priority = cursor.number(3);
        if (priority < 0 || priority > HIGHEST || !cursor.take(">")) {
            return null;
        }
        int behind = cursor.at();
        Syslog syslog = Rfc5424.read(cursor, priority);
        if (syslog != null) {
            return syslog;
        }
        cursor.moveTo(behind);
        return Rfc3164.read(cursor, priority);
    }

    /** Appends its parts as members of the object that is being written. */
    void write(byte[] bytes, JsonOut out) {
        for (Element element : data) {
            out.name(bytes, element.id());
            StructuredData.write(bytes, element, out);
        }
        if (priority >= 0) {
            out.name("facility");
            out.number(priority >> 3);
            out.name("severity");
            out.number(priority & 7);
        }
        member("@timestamp", timestamp, bytes, out);
        member("hostname", hostname, bytes, out);
        member("appname", appname, bytes, out);
        member("procid", procid, bytes, out);
        member("msgid", msgid, bytes, out);
    }

    private static void member(String name, @Nullable Slice value, byte[] bytes, JsonOut out) {
        if (value != null) {
            out.name(name);
            out.text(bytes, value);
        }
    }
}

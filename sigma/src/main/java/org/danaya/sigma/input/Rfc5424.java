package org.danaya.sigma.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of syslog as RFC 5424 has them. */
final class Rfc5424 {

    private static final String DATE = "0000-00-00T";

    /** What says that the message behind is UTF-8 (§6.4), byte by byte. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private Rfc5424() {}

    /**
     * Reads what stands behind the priority (§6.2); null where it isn't that. A sender that leaves
     * out the structured data, which must not be, is understood all the same.
     */
    static @Nullable Syslog read(Cursor cursor, int priority) {
        if (!cursor.take("1 ")) {
            return null;
        }
        boolean dated = cursor.hasShape(DATE);
        Slice timestamp = value(cursor);
        if (!dated && timestamp != null) {
            return null;
        }
        Slice hostname = value(cursor);
        Slice appname = value(cursor);
        Slice procid = value(cursor);
        if (cursor.isAtEnd()) {
            return null;
        }
        Slice msgid = value(cursor);
        int data = cursor.at();
        List<Syslog.Element> elements = StructuredData.read(cursor);
        if (elements.isEmpty()) {
            cursor.moveTo(data);
            cursor.take("-");
        }
        cursor.take(" ");
        cursor.take(MARK);
        return new Syslog(
                priority, timestamp, hostname, appname, procid, msgid, elements, cursor.at());
    }

    /** A field; null for a NILVALUE. */
    private static @Nullable Slice value(Cursor cursor) {
        Slice word = cursor.word();
        boolean nil =
                word.isEmpty()
                        || (word.to() - word.from() == 1 && cursor.bytes()[word.from()] == '-');
        return nil ? null : word;
    }
}

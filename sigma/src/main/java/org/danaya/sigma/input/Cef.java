package org.danaya.sigma.input;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event in ArcSight's Common Event Format: {@code
 * CEF:0|vendor|product|version|id|name|severity|key=value key=value}.
 *
 * @param header its fields but for the format's version, in the order of {@link #NAMES}
 * @param extension the pairs behind
 */
record Cef(List<Slice> header, Slice extension) {

    static final String BEGINS = "CEF:";

    private static final List<String> NAMES =
            List.of(
                    "deviceVendor",
                    "deviceProduct",
                    "deviceVersion",
                    "signatureId",
                    "name",
                    "severity");

    private static final int NOWHERE = Integer.MAX_VALUE;
    private static final String HEADER_ESCAPED = "\\|";
    private static final String EXTENSION_ESCAPED = "\\=|nr";

    /** Reads one; null where there is none, or its header is broken. */
    static @Nullable Cef of(byte[] bytes, int from, int to) {
        Cursor cursor = new Cursor(bytes, from, to);
        if (!cursor.take(BEGINS)) {
            return null;
        }
        cursor.take(" ");
        if (cursor.number(3) < 0 || !cursor.take("|")) {
            return null;
        }
        List<Slice> header = new ArrayList<>(NAMES.size());
        int at = cursor.at();
        while (header.size() < NAMES.size()) {
            int end = pipe(bytes, at, to);
            header.add(new Slice(at, end));
            if (end == to && header.size() < NAMES.size()) {
                return null;
            }
            at = Math.min(to, end + 1);
        }
        return new Cef(header, new Slice(at, to));
    }

    /** The place of the next pipe that isn't escaped, or the end. */
    private static int pipe(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '|') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, to);
    }

    /** Appends its fields as members of the object that is being written, the header's last. */
    void write(byte[] bytes, JsonOut out) {
        Slice key = nextKey(bytes, extension.from());
        while (key != null) {
            Slice next = nextKey(bytes, key.to() + 1);
            int end = next == null ? extension.to() : next.from();
            while (end > key.to() + 1 && bytes[end - 1] == ' ') {
                end--;
            }
            out.name(bytes, key);
            out.escaped(bytes, new Slice(key.to() + 1, end), EXTENSION_ESCAPED);
            key = next;
        }
        for (int i = 0; i < NAMES.size(); i++) {
            out.name(NAMES.get(i));
            out.escaped(bytes, header.get(i), HEADER_ESCAPED);
        }
    }

    /**
     * The next key: what stands between a space, or the beginning, and an equals sign that isn't
     * escaped. Other equals signs are in values, where senders forgot to escape them.
     */
    private @Nullable Slice nextKey(byte[] bytes, int from) {
        int begins = from == extension.from() ? from : NOWHERE;
        for (int at = from; at < extension.to(); at++) {
            byte b = bytes[at];
            if (b == ' ') {
                begins = at + 1;
            } else if (b == '=' && begins < at) {
                return new Slice(begins, at);
            } else if (!isKey(b)) {
                begins = NOWHERE;
                at += b == '\\' ? 1 : 0;
            }
        }
        return null;
    }

    private static boolean isKey(byte b) {
        return Character.isLetterOrDigit(b)
                || b == '_'
                || b == '.'
                || b == '-'
                || b == '['
                || b == ']';
    }
}

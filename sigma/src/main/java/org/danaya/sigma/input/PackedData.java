package org.danaya.sigma.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * Events of Windows as Azure Monitor and Microsoft Sentinel export them: their data is one text in
 * the member {@code EventData}, JSON or XML, and becomes the object that it stands for. A text that
 * is neither stays as it is. For one thread.
 */
final class PackedData implements EventSink {

    private static final byte[] NAME = "\"EventData\"".getBytes(StandardCharsets.US_ASCII);

    private final EventSink sink;

    PackedData(EventSink sink) {
        this.sink = sink;
    }

    /** Whether the first bytes of an input have such a member. */
    static boolean isIn(byte[] head) {
        return find(head, 0, head.length) >= 0;
    }

    @Override
    public void event(byte[] buffer, int from, int to) {
        int begin = find(buffer, from, to);
        int end = begin < 0 ? -1 : end(buffer, begin + 1, to);
        byte[] object = end < 0 ? null : object(buffer, begin + 1, end);
        if (object == null) {
            sink.event(buffer, from, to);
            return;
        }
        int before = begin - from;
        int behind = to - (end + 1);
        int length = before + object.length + behind;
        byte[] event = new byte[length + Words.PADDING];
        System.arraycopy(buffer, from, event, 0, before);
        System.arraycopy(object, 0, event, before, object.length);
        System.arraycopy(buffer, end + 1, event, before + object.length, behind);
        sink.event(event, 0, length);
    }

    @Override
    public void setAside(Cause cause) {
        sink.setAside(cause);
    }

    /** Where the text begins that the member has, at its quote; -1 where there is none. */
    private static int find(byte[] bytes, int from, int to) {
        for (int at = from; at <= to - NAME.length; at++) {
            if (bytes[at] == '"'
                    && Arrays.equals(bytes, at, at + NAME.length, NAME, 0, NAME.length)) {
                int value = blank(bytes, at + NAME.length, to);
                value = value < to && bytes[value] == ':' ? blank(bytes, value + 1, to) : to;
                if (value < to && bytes[value] == '"') {
                    return value;
                }
            }
        }
        return -1;
    }

    private static int blank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Nesting.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The quote that ends a text; -1 where none does. */
    private static int end(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at < to ? at : -1;
    }

    /** What a text of JSON stands for, as JSON; null where it is neither JSON nor XML. */
    private static byte @Nullable [] object(byte[] bytes, int from, int to) {
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, to - from))
                            .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
        String plain = EscapedText.plain(text);
        if (plain == null) {
            return null;
        }
        String stripped = plain.strip();
        if (stripped.startsWith("<")) {
            String object = DataElements.json(stripped);
            return object == null ? null : EscapedText.bytes(object);
        }
        byte[] object = EscapedText.bytes(stripped);
        byte[] padded = Arrays.copyOf(object, object.length + Words.PADDING);
        return WholeObject.end(padded, 0, object.length) < 0 ? null : object;
    }
}

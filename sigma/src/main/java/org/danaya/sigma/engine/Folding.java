package org.danaya.sigma.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.search.Utf8;
import org.danaya.sigma.search.Words;

/** Text without its case, as {@link Fold} says. Bytes that are no UTF-8 stay as they are. */
final class Folding {

    private Folding() {}

    /** The bytes of a text without its case. */
    static byte[] fold(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(plain, plain.length + Words.PADDING);
        byte[] out = new byte[room(plain.length)];
        return Arrays.copyOf(out, fold(padded, plain.length, out));
    }

    /** How much room a folded text of so many bytes can need. */
    static int room(int length) {
        return length * 2 + Words.PADDING;
    }

    /**
     * Writes a text without its case.
     *
     * @param bytes from 0, with {@link Words#PADDING} behind
     * @param out of {@link #room}
     * @return the length of what was written
     */
    static int fold(byte[] bytes, int length, byte[] out) {
        for (int at = 0; at < length; at += 8) {
            long word = Words.eight(bytes, at);
            if (Words.anyHigh(word)) {
                return foldSlowly(bytes, at, length, out);
            }
            Words.putEight(out, at, Words.lower(word));
        }
        return length;
    }

    private static int foldSlowly(byte[] bytes, int from, int length, byte[] out) {
        int at = from;
        int written = from;
        while (at < length) {
            byte first = bytes[at];
            if (first >= 0) {
                out[written++] = first >= 'A' && first <= 'Z' ? (byte) (first + 32) : first;
                at++;
                continue;
            }
            int size = Utf8.size(bytes, at, length);
            if (size == 0) {
                out[written++] = first;
                at++;
                continue;
            }
            written += JsonText.put(Fold.fold(Utf8.read(bytes, at, size)), out, written);
            at += size;
        }
        return written;
    }
}

package org.danaya.sigma.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Text in UTF-16 with a byte order mark, as UTF-8 without it; half a surrogate pair and half a unit
 * become U+FFFD.
 */
final class Utf16 extends Source {

    private static final int REPLACEMENT = 0xFFFD;

    private final Source source;
    private final int high;
    private final byte[] input = new byte[1 << 15];
    private final byte[] output = new byte[3 * input.length / 2 + 8];
    private int carried;
    private int at;
    private int limit;

    /** Of text that begins with a mark. */
    Utf16(Source source) throws IOException {
        this.source = source;
        this.high = source.read() == 0xFE ? 0 : 1;
        source.skipNBytes(1);
    }

    static boolean begins(byte[] head) {
        return head.length >= 2
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
    }

    @Override
    int bring(byte[] target, int from, int count) throws IOException {
        if (at == limit && !convert()) {
            return -1;
        }
        int length = Math.min(count, limit - at);
        System.arraycopy(output, at, target, from, length);
        at += length;
        return length;
    }

    private boolean convert() throws IOException {
        at = 0;
        limit = 0;
        int read = source.readNBytes(input, carried, input.length - carried);
        int length = carried + read;
        boolean last = length < input.length;
        carried = 0;
        int unit = 0;
        for (; unit + 1 < length; unit += 2) {
            char first = unit(unit);
            if (!Character.isSurrogate(first)) {
                put(first);
                continue;
            }
            if (unit + 3 >= length && !last) {
                break;
            }
            char second = unit + 3 < length ? unit(unit + 2) : 0;
            if (Character.isSurrogatePair(first, second)) {
                put(Character.toCodePoint(first, second));
                unit += 2;
            } else {
                put(REPLACEMENT);
            }
        }
        if (unit < length) {
            if (last) {
                put(REPLACEMENT);
            } else {
                carried = length - unit;
                System.arraycopy(input, unit, input, 0, carried);
            }
        }
        return limit > 0;
    }

    private char unit(int place) {
        return (char) (((input[place + high] & 0xff) << 8) | (input[place + 1 - high] & 0xff));
    }

    private void put(int code) {
        if (code < 0x80) {
            output[limit++] = (byte) code;
        } else if (code < 0x800) {
            output[limit++] = (byte) (0xC0 | (code >> 6));
            output[limit++] = (byte) (0x80 | (code & 0x3F));
        } else {
            if (code < 0x10000) {
                output[limit++] = (byte) (0xE0 | (code >> 12));
            } else {
                output[limit++] = (byte) (0xF0 | (code >> 18));
                output[limit++] = (byte) (0x80 | ((code >> 12) & 0x3F));
            }
            output[limit++] = (byte) (0x80 | ((code >> 6) & 0x3F));
            output[limit++] = (byte) (0x80 | (code & 0x3F));
        }
    }

    @Override
    @Nullable Cause broken() {
        return source.broken();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

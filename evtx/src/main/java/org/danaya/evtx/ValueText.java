package org.danaya.evtx;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Writes values. Every type of every size can be written: one whose size isn't its type's is shown
 * as the bytes that it is, in hexadecimal digits.
 */
final class ValueText {

    private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int[] GUID = {
        3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15
    };

    /** "true" and "fals" as they are in memory. */
    private static final int TRUE = 0x6575_7274;

    private static final int FALS = 0x736C_6166;

    private static final char[] WINDOWS_1252 = windows1252();

    private ValueText() {}

    /** Whether JSON has the value without quotes. */
    static boolean bare(int type, int size) {
        return ValueType.isBare(type) && whole(type, size);
    }

    private static boolean whole(int type, int size) {
        return type == ValueType.BOOLEAN ? size == 4 || size == 1 : wholeNumber(size);
    }

    private static boolean wholeNumber(int size) {
        return size == 1 || size == 2 || size == 4 || size == 8;
    }

    /** A JSON value: a number, a boolean, or a string. */
    static void json(Utf8 out, byte[] bytes, int type, int from, int size) {
        if (bare(type, size)) {
            write(out, bytes, type, from, size, true);
        } else {
            out.put('"');
            write(out, bytes, type, from, size, true);
            out.put('"');
        }
    }

    /** The text of a value; arrays with commas between. Escaped for JSON where asked for. */
    static void write(Utf8 out, byte[] bytes, int type, int from, int size, boolean json) {
        switch (type) {
            case ValueType.NULL, ValueType.BLANK -> {}
            case ValueType.STRING -> out.utf16(bytes, from, size / 2, json);
            case ValueType.ANSI -> ansi(out, bytes, from, size, json);
            case ValueType.INT8, ValueType.INT16, ValueType.INT32, ValueType.INT64 -> {
                if (wholeNumber(size)) {
                    signed(out, number(bytes, from, size));
                } else {
                    binary(out, bytes, from, size);
                }
            }
            case ValueType.UINT8, ValueType.UINT16, ValueType.UINT32, ValueType.UINT64 -> {
                if (wholeNumber(size)) {
                    unsigned(out, unsignedNumber(bytes, from, size));
                } else {
                    binary(out, bytes, from, size);
                }
            }
            case ValueType.BOOLEAN -> {
                if (whole(type, size)) {
                    bool(out, number(bytes, from, size) != 0);
                } else {
                    binary(out, bytes, from, size);
                }
            }
            case ValueType.SIZE_T, ValueType.HEX32, ValueType.HEX64 -> {
                if (wholeNumber(size)) {
                    hex(out, unsignedNumber(bytes, from, size));
                } else {
                    binary(out, bytes, from, size);
                }
            }
            case ValueType.XML -> binary(out, bytes, from, size);
            default -> {
                if (ValueType.isArray(type)) {
                    list(out, bytes, type, from, size, json);
                } else if (ValueType.size(type) != 0 && ValueType.size(type) != size) {
                    binary(out, bytes, from, size);
                } else {
                    structured(out, bytes, type, from, size);
                }
            }
        }
    }

    private static void structured(Utf8 out, byte[] bytes, int type, int from, int size) {
        switch (type) {
            case ValueType.REAL32 ->
                    Decimals.write(out, Float.intBitsToFloat(Bytes.i32(bytes, from)));
            case ValueType.REAL64 ->
                    Decimals.write(out, Double.longBitsToDouble(Bytes.i64(bytes, from)));
            case ValueType.GUID -> guid(out, bytes, from);
            case ValueType.FILETIME -> Times.filetime(out, Bytes.i64(bytes, from));
            case ValueType.SYSTEMTIME -> Times.systemtime(out, bytes, from);
            case ValueType.SID -> sid(out, bytes, from, size);
            default -> binary(out, bytes, from, size);
        }
    }

    private static void list(Utf8 out, byte[] bytes, int type, int from, int size, boolean json) {
        int end = from + size;
        for (int at = from; at < end; ) {
            if (at > from) {
                out.put(',');
            }
            int next = ValueType.itemEnd(bytes, type, at, end, size);
            write(out, bytes, type & ~ValueType.ARRAY, at, next - at, json);
            at = next;
        }
    }

    private static void ansi(Utf8 out, byte[] bytes, int from, int size, boolean json) {
        for (int i = from; i < from + size; i++) {
            if (bytes[i] != 0) {
                out.character(WINDOWS_1252[bytes[i] & 0xFF], json);
            }
        }
    }

    private static long number(byte[] bytes, int from, int size) {
        return switch (size) {
            case 1 -> bytes[from];
            case 2 -> (short) Bytes.u16(bytes, from);
            case 4 -> Bytes.i32(bytes, from);
            default -> Bytes.i64(bytes, from);
        };
    }

    private static long unsignedNumber(byte[] bytes, int from, int size) {
        return switch (size) {
            case 1 -> Bytes.u8(bytes, from);
            case 2 -> Bytes.u16(bytes, from);
            case 4 -> Bytes.u32(bytes, from);
            default -> Bytes.i64(bytes, from);
        };
    }

    private static void signed(Utf8 out, long value) {
        if (value < 0) {
            out.put('-');
            unsigned(out, -value);
        } else {
            unsigned(out, value);
        }
    }

    static void unsigned(Utf8 out, long value) {
        long rest = value;
        if (rest < 0) {
            long head = Long.divideUnsigned(rest, 10);
            unsigned(out, head);
            out.put((int) ('0' + rest - head * 10));
            return;
        }
        int digits = 1;
        for (long limit = rest; limit >= 10; limit /= 10) {
            digits++;
        }
        byte[] target = out.room(digits);
        for (int at = out.length() + digits; at > out.length(); rest /= 10) {
            target[--at] = (byte) ('0' + rest % 10);
        }
        out.claim(digits);
    }

    private static void bool(Utf8 out, boolean value) {
        byte[] target = out.room(5);
        int at = out.length();
        if (value) {
            Bytes.putInt(target, at, TRUE);
        } else {
            Bytes.putInt(target, at, FALS);
            target[at + 4] = 'e';
        }
        out.claim(value ? 4 : 5);
    }

    private static void hex(Utf8 out, long value) {
        int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(value)) / 4);
        byte[] target = out.room(digits + 2);
        int at = out.length();
        target[at++] = '0';
        target[at++] = 'x';
        for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
            target[at++] = LOWER[(int) ((value >>> shift) & 15)];
        }
        out.claim(digits + 2);
    }

    private static void binary(Utf8 out, byte[] bytes, int from, int size) {
        byte[] target = out.room(2 * size);
        int at = out.length();
        for (int i = from; i < from + size; i++) {
            target[at++] = UPPER[(bytes[i] >> 4) & 15];
            target[at++] = UPPER[bytes[i] & 15];
        }
        out.claim(2 * size);
    }

    private static void guid(Utf8 out, byte[] bytes, int from) {
        byte[] target = out.room(36);
        int at = out.length();
        for (int index : GUID) {
            if (index < 0) {
                target[at++] = '-';
            } else {
                target[at++] = UPPER[(bytes[from + index] >> 4) & 15];
                target[at++] = UPPER[bytes[from + index] & 15];
            }
        }
        out.claim(36);
    }

    /** [MS-DTYP] §2.4.2.1: revision, count, the authority big-endian, then the subauthorities. */
    private static void sid(Utf8 out, byte[] bytes, int from, int size) {
        if (size < 8) {
            binary(out, bytes, from, size);
            return;
        }
        out.put('S');
        out.put('-');
        unsigned(out, Bytes.u8(bytes, from));
        out.put('-');
        long authority = 0;
        for (int i = 2; i < 8; i++) {
            authority = (authority << 8) | Bytes.u8(bytes, from + i);
        }
        unsigned(out, authority);
        int count = Math.min(Bytes.u8(bytes, from + 1), (size - 8) / 4);
        for (int i = 0; i < count; i++) {
            out.put('-');
            unsigned(out, Bytes.u32(bytes, from + 8 + 4 * i));
        }
    }

    private static char[] windows1252() {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        return new String(all, Charset.forName("windows-1252")).toCharArray();
    }
}

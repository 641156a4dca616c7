package org.danaya.evtx;

/** The types of values, [MS-EVEN6] §2.2.12 (BinXml value types). */
final class ValueType {

    static final int NULL = 0x00;
    static final int STRING = 0x01;
    static final int ANSI = 0x02;
    static final int INT8 = 0x03;
    static final int UINT8 = 0x04;
    static final int INT16 = 0x05;
    static final int UINT16 = 0x06;
    static final int INT32 = 0x07;
    static final int UINT32 = 0x08;
    static final int INT64 = 0x09;
    static final int UINT64 = 0x0A;
    static final int REAL32 = 0x0B;
    static final int REAL64 = 0x0C;
    static final int BOOLEAN = 0x0D;
    static final int BINARY = 0x0E;
    static final int GUID = 0x0F;
    static final int SIZE_T = 0x10;
    static final int FILETIME = 0x11;
    static final int SYSTEMTIME = 0x12;
    static final int SID = 0x13;
    static final int HEX32 = 0x14;
    static final int HEX64 = 0x15;
    static final int XML = 0x21;

    /** A string of which only white space was cut off; not a type of the format. */
    static final int BLANK = 0x7F;

    /** Set in the types of arrays. */
    static final int ARRAY = 0x80;

    private static final int[] SIZES = {
        0, 0, 0, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 4, 0, 16, 0, 8, 16, 0, 4, 8
    };

    private ValueType() {}

    static boolean isArray(int type) {
        return (type & ARRAY) != 0;
    }

    /** The bytes of one value of the type; 0 where they vary. */
    static int size(int type) {
        return type < SIZES.length ? SIZES[type] : 0;
    }

    /** JSON has numbers and booleans for these; everything else is a string there. */
    static boolean isBare(int type) {
        return (type >= INT8 && type <= UINT64) || type == BOOLEAN;
    }

    /** Nothing would be written of the value: its element is empty, its attribute is left out. */
    static boolean isEmpty(byte[] bytes, int type, int from, int size) {
        if (type == BLANK) {
            return false;
        }
        if (size == 0 || type == NULL) {
            return true;
        }
        if (type == STRING) {
            return size < 2 || (bytes[from] == 0 && bytes[from + 1] == 0);
        }
        if (type == ANSI) {
            for (int i = 0; i < size; i++) {
                if (bytes[from + i] != 0) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    /**
     * Where an array's item that begins at {@code from} ends, in an array that ends at {@code end}.
     * An item that would reach further ends there.
     */
    static int itemEnd(byte[] bytes, int arrayType, int from, int end, int arraySize) {
        int type = arrayType & ~ARRAY;
        int size = size(type);
        if (size > 0) {
            return Math.min(end, from + size);
        }
        return switch (type) {
            case STRING -> stringEnd(bytes, from, end);
            case ANSI -> ansiEnd(bytes, from, end);
            case SIZE_T -> Math.min(end, from + (arraySize % 8 == 0 ? 8 : 4));
            case SID ->
                    end - from < 2 ? end : Math.min(end, from + 8 + 4 * Bytes.u8(bytes, from + 1));
            default -> end;
        };
    }

    private static int stringEnd(byte[] bytes, int from, int end) {
        for (int at = from + 2; at <= end; at += 2) {
            if (bytes[at - 2] == 0 && bytes[at - 1] == 0) {
                return at;
            }
        }
        return end;
    }

    private static int ansiEnd(byte[] bytes, int from, int end) {
        for (int at = from + 1; at <= end; at++) {
            if (bytes[at - 1] == 0) {
                return at;
            }
        }
        return end;
    }

    static int items(byte[] bytes, int arrayType, int from, int size) {
        int count = 0;
        int end = from + size;
        for (int at = from; at < end; count++) {
            at = itemEnd(bytes, arrayType, at, end, size);
        }
        return count;
    }
}

package org.danaya.sigma.search;

/** Characters of UTF-8 beyond ASCII. */
public final class Utf8 {

    private Utf8() {}

    /** How many bytes the character at a place has; 0 where it is none. */
    public static int size(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xff;
        int size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
        if (size == 0 || first > 0xF4 || at + size > length) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int character = read(bytes, at, size);
        boolean shortest = size == 2 || character >= (size == 3 ? 0x800 : 0x10000);
        return shortest && character <= Character.MAX_CODE_POINT && !isSurrogate(character)
                ? size
                : 0;
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** The character of so many bytes at a place. */
    public static int read(byte[] bytes, int at, int size) {
        int character = bytes[at] & (0xFF >> (size + 1));
        for (int i = 1; i < size; i++) {
            character = (character << 6) | (bytes[at + i] & 0x3F);
        }
        return character;
    }
}

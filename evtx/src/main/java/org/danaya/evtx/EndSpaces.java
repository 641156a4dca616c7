package org.danaya.evtx;

/** What becomes of white space at the end of strings. */
public enum EndSpaces {
    /**
     * It is cut off, as in the JSON that Sigma's regression data are in. {@code "Advapi "}, which
     * Windows writes, is then the {@code Advapi} that rules ask for.
     */
    CUT,

    /** It stays, as in the file. */
    KEPT;

    /** How long a string is, in units of UTF-16, without NUL and what follows, and perhaps cut. */
    int units(byte[] bytes, int from, int units) {
        if (units == 0) {
            return 0;
        }
        int last = Bytes.u16(bytes, from + 2 * units - 2);
        if (last > ' ' && last < 0x80) {
            return units;
        }
        int end = 0;
        while (end < units && Bytes.u16(bytes, from + 2 * end) != 0) {
            end++;
        }
        while (this == CUT && end > 0 && isWhite(Bytes.u16(bytes, from + 2 * end - 2))) {
            end--;
        }
        return end;
    }

    String cut(String text) {
        int end = text.length();
        while (this == CUT && end > 0 && isWhite(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Unicode's property White_Space. */
    private static boolean isWhite(int unit) {
        return switch (unit) {
            case 0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> (unit >= 0x09 && unit <= 0x0D) || (unit >= 0x2000 && unit <= 0x200A);
        };
    }
}

package org.danaya.verify.mandate;

import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;

/** Bytes in the characters of a QR's alphanumeric mode (RFC 9285). */
public final class Base45 {

    /** The longest text that is read: no QR holds more alphanumeric characters than 4,296. */
    public static final int MAX_CHARACTERS = 8192;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    /** Reads a text in the one spelling of its bytes (RFC 9285 §4, §6). */
    public static Parsed<byte[]> read(String text) {
        int length = text.length();
        if (length > MAX_CHARACTERS) {
            return Parsed.malformed(Reason.TOO_LARGE, "more than 8192 characters of base45");
        }
        if (length % 3 == 1) {
            return Parsed.malformed(Reason.BASE45, "base45 that breaks off within a group");
        }
        byte[] bytes = new byte[length / 3 * 2 + length % 3 / 2];
        int to = 0;
        for (int at = 0; at < length; at += 3) {
            boolean whole = length - at >= 3;
            int value = 0;
            for (int i = whole ? 2 : 1; i >= 0; i--) {
                int digit = ALPHABET.indexOf(text.charAt(at + i));
                if (digit < 0) {
                    return new Parsed.Malformed<>(
                            Reason.BASE45, 1, at + i + 1, "a character that is not base45");
                }
                value = value * BASE + digit;
            }
            if (value > (whole ? 0xFFFF : 0xFF)) {
                return new Parsed.Malformed<>(
                        Reason.BASE45, 1, at + 1, "a group beyond what its bytes hold");
            }
            if (whole) {
                bytes[to++] = (byte) (value >> 8);
            }
            bytes[to++] = (byte) value;
        }
        return Parsed.ok(bytes);
    }

    /** The text of these bytes. */
    public static String write(byte[] bytes) {
        char[] text = new char[length(bytes.length)];
        int to = 0;
        for (int at = 0; at < bytes.length; at += 2) {
            boolean whole = bytes.length - at >= 2;
            int value = Byte.toUnsignedInt(bytes[at]);
            if (whole) {
                value = value << 8 | Byte.toUnsignedInt(bytes[at + 1]);
            }
            for (int i = whole ? 3 : 2; i > 0; i--) {
                text[to++] = ALPHABET.charAt(value % BASE);
                value /= BASE;
            }
        }
        return new String(text);
    }

    /** How many characters that many bytes take. */
    static int length(int bytes) {
        return bytes / 2 * 3 + bytes % 2 * 2;
    }
}

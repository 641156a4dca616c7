package org.danaya.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Readers that accept exactly one spelling of each value, so that what is read can be written. */
public final class Strict {

    /** {@link #decimal} of something else than a number. */
    static final long NOT_A_NUMBER = -1;

    /** {@link #decimal} of a number beyond 2^63 - 1. */
    static final long OUT_OF_RANGE = -2;

    private Strict() {}

    /** Null where the bytes are not UTF-8: no replacement character hides a broken one. */
    static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Reads UTF-8: no replacement character hides a broken one. */
    public static Parsed<String> readUtf8(byte[] bytes) {
        String text = utf8(bytes);
        return text == null
                ? Parsed.malformed(Reason.NOT_UTF8, "bytes that are not UTF-8")
                : Parsed.ok(text);
    }

    /** Reads base64 (RFC 4648 §4) in its one spelling. */
    public static Parsed<byte[]> readBase64(String text) {
        byte[] bytes = base64(text);
        return bytes == null
                ? Parsed.malformed(Reason.BASE64, "text that is not base64")
                : Parsed.ok(bytes);
    }

    /** Null where the text is not base64. */
    static byte @Nullable [] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        // The JDK also reads missing padding and non-zero bits in the last character.
        return base64(bytes).equals(text) ? bytes : null;
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** ASCII digits without leading zeros. */
    static long decimal(String text) {
        if (text.isEmpty() || (text.length() > 1 && text.charAt(0) == '0')) {
            return NOT_A_NUMBER;
        }
        long value = 0;
        boolean overflow = false;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_A_NUMBER;
            }
            overflow |= value > (Long.MAX_VALUE - digit) / 10;
            value = overflow ? 0 : value * 10 + digit;
        }
        return overflow ? OUT_OF_RANGE : value;
    }

    static Parsed<Long> number(String text, int line, String what) {
        long value = decimal(text);
        if (value == OUT_OF_RANGE) {
            return Parsed.malformed(
                    Reason.NUMBER_TOO_LARGE, line, what + " is more than 9223372036854775807");
        }
        return value == NOT_A_NUMBER
                ? Parsed.malformed(
                        Reason.NUMBER, line, what + " is not a number without leading zeros")
                : Parsed.ok(value);
    }

    /** The offset of the first control character other than a newline, or -1. */
    static int controlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Whether the text survives UTF-8: without lone halves of surrogate pairs. */
    public static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static int lineOf(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}

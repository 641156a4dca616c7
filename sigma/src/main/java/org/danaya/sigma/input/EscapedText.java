package org.danaya.sigma.input;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Texts of JSON (RFC 8259 §7), with their escapes and without. */
final class EscapedText {

    private static final int UNIT = 4;

    private EscapedText() {}

    /** A text without its escapes; null where one is none. */
    static @Nullable String plain(String escaped) {
        StringBuilder plain = new StringBuilder(escaped.length());
        int at = 0;
        while (at < escaped.length()) {
            char c = escaped.charAt(at++);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char kind = at < escaped.length() ? escaped.charAt(at++) : 0;
            switch (kind) {
                case '"', '\\', '/' -> plain.append(kind);
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    int unit = unit(escaped, at);
                    if (unit < 0) {
                        return null;
                    }
                    plain.append((char) unit);
                    at += UNIT;
                }
                default -> {
                    return null;
                }
            }
        }
        return plain.toString();
    }

    private static int unit(String text, int at) {
        if (at + UNIT > text.length()) {
            return -1;
        }
        for (int i = at; i < at + UNIT; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return -1;
            }
        }
        return HexFormat.fromHexDigits(text, at, at + UNIT);
    }

    /** Appends a text between quotes, with its escapes. */
    static void append(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** JSON as UTF-8; half a character, which UTF-8 doesn't know, as an escape. */
    static byte[] bytes(String json) {
        StringBuilder whole = new StringBuilder(json.length());
        json.codePoints()
                .forEach(
                        c -> {
                            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                                whole.append("\\u").append(HexFormat.of().toHexDigits((char) c));
                            } else {
                                whole.appendCodePoint(c);
                            }
                        });
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }
}

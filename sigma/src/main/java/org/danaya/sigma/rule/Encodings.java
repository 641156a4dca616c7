package org.danaya.sigma.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Values in other writings (modifiers appendix, «Encoding» and {@code windash}). A value that
 * became bytes is kept as text with one character (U+0000 to U+00FF) for each byte.
 */
final class Encodings {
    /** The dashes that stand for each other. */
    private static final String DASHES = "-/\u2013\u2014\u2015";

    /** The most alternatives that one value may become. */
    static final int MOST_ALTERNATIVES = 4096;

    private Encodings() {}

    /**
     * UTF-16 of each literal; wildcards stay where they are. The mark of {@code utf16} goes before
     * the first.
     */
    static List<Part> wide(List<Part> parts, Modifier modifier) {
        Charset charset =
                modifier == Modifier.UTF16BE
                        ? StandardCharsets.UTF_16BE
                        : StandardCharsets.UTF_16LE;
        List<Part> wide = new ArrayList<>();
        String mark = modifier == Modifier.UTF16 ? "\u00ff\u00fe" : "";
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                wide.add(new Part.Literal(mark + bytes(literal.text().getBytes(charset))));
                mark = "";
            } else {
                wide.add(part);
            }
        }
        return wide;
    }

    static byte[] bytes(List<Part> parts, boolean encoded) {
        var text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                text.append(literal.text());
            }
        }
        return text.toString()
                .getBytes(encoded ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    static String base64(byte[] bytes) {
        return bytes(Base64.getEncoder().encode(bytes));
    }

    /**
     * The three writings that the bytes have inside of a longer Base64, by where they begin in it,
     * without the characters that depend on the neighbours: one that holds bits of a byte before,
     * one that holds bits of one after.
     */
    static List<String> base64Offsets(byte[] bytes) {
        int[] startsAt = {0, 2, 3};
        int[] endsBefore = {0, 3, 2};
        List<String> writings = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            var shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String whole = base64(shifted);
            int end = whole.length() - endsBefore[shifted.length % 3];
            writings.add(whole.substring(startsAt[offset], end));
        }
        return writings;
    }

    /** Every dash of the five replaced by each of the five: all permutations. */
    static List<List<Part>> windash(List<Part> parts, int line) throws Refusal {
        List<List<Part>> alternatives = List.of(List.of());
        for (Part part : parts) {
            List<Part> writings =
                    part instanceof Part.Literal literal
                            ? dashes(literal.text(), line)
                            : List.of(part);
            if ((long) alternatives.size() * writings.size() > MOST_ALTERNATIVES) {
                throw tooMany(line);
            }
            List<List<Part>> product = new ArrayList<>();
            for (List<Part> alternative : alternatives) {
                for (Part writing : writings) {
                    List<Part> longer = new ArrayList<>(alternative);
                    longer.add(writing);
                    product.add(longer);
                }
            }
            alternatives = product;
        }
        return alternatives;
    }

    private static List<Part> dashes(String text, int line) throws Refusal {
        List<StringBuilder> writings = new ArrayList<>(List.of(new StringBuilder()));
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (DASHES.indexOf(c) < 0) {
                writings.forEach(writing -> writing.append(c));
                continue;
            }
            if (writings.size() * DASHES.length() > MOST_ALTERNATIVES) {
                throw tooMany(line);
            }
            List<StringBuilder> more = new ArrayList<>();
            for (StringBuilder writing : writings) {
                DASHES.chars()
                        .forEach(dash -> more.add(new StringBuilder(writing).append((char) dash)));
            }
            writings = more;
        }
        List<Part> parts = new ArrayList<>();
        writings.forEach(writing -> parts.add(new Part.Literal(writing.toString())));
        return parts;
    }

    private static Refusal tooMany(int line) {
        return new Refusal(
                Cause.SELECTION_TOO_LARGE,
                line,
                "windash",
                "windash makes more than " + MOST_ALTERNATIVES + " alternatives of a value");
    }

    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

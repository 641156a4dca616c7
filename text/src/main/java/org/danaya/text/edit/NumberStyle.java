package org.danaya.text.edit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is written.
 *
 * @param before such as {@code Article } or {@code (}
 * @param kind of number
 * @param after such as {@code )} or {@code .}
 */
record NumberStyle(String before, Kind kind, String after) {

    enum Kind {
        /** 1, 2, 3. */
        ARABIC,
        /** 1er, 2, 3. */
        ORDINAL,
        /** premier, 2, 3; première where the word is. */
        PREMIER,
        PREMIERE,
        ROMAN,
        SMALL_ROMAN,
        LETTER,
        CAPITAL
    }

    private static final Pattern FORM =
            Pattern.compile(
                    "^((?:\\p{L}[\\p{L}.-]*[\\s\\u00a0]+)*[(]?(?:\\d{1,3}\\.)*(?:n[°º][\\s\\u00a0]?)?)"
                            + "(\\d{1,4}|(?iu:premier|première)|[IVXLC]{1,8}|[ivxlc]{1,8}|[a-z]|[A-Z])"
                            + "(er|ère|re|ᵉʳ)?([.)°º-]*)$");

    private static final int[] VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    /** A number, and what it counts. */
    record Read(NumberStyle style, int value) {}

    /** What a number is; letters that may be Roman are where Roman numbers are expected. */
    static Optional<Read> read(String number, boolean roman) {
        Matcher form = FORM.matcher(number.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String core = form.group(2);
        String before = form.group(1);
        String after = form.group(4);
        if (Character.isDigit(core.charAt(0))) {
            boolean ordinal = form.group(3) != null;
            return Optional.of(
                    new Read(
                            new NumberStyle(before, ordinal ? Kind.ORDINAL : Kind.ARABIC, after),
                            Integer.parseInt(core)));
        }
        if (core.length() > 4 && core.toLowerCase(Locale.ROOT).startsWith("premi")) {
            Kind kind = core.endsWith("r") || core.endsWith("R") ? Kind.PREMIER : Kind.PREMIERE;
            return Optional.of(new Read(new NumberStyle(before, kind, after), 1));
        }
        boolean small = Character.isLowerCase(core.charAt(0));
        int value = roman(core.toUpperCase(Locale.ROOT));
        if (form.group(3) == null && core.length() == 1 && (!roman || value == 0)) {
            return Optional.of(
                    new Read(
                            new NumberStyle(before, small ? Kind.LETTER : Kind.CAPITAL, after),
                            Character.toUpperCase(core.charAt(0)) - 'A' + 1));
        }
        return value == 0
                ? Optional.empty()
                : Optional.of(
                        new Read(
                                new NumberStyle(
                                        before, small ? Kind.SMALL_ROMAN : Kind.ROMAN, after),
                                value));
    }

    /** The value of a Roman number in capitals; 0 where it is none. */
    private static int roman(String signs) {
        int value = 0;
        int at = 0;
        for (int sign = 0; sign < SIGNS.length; sign++) {
            while (signs.startsWith(SIGNS[sign], at)) {
                value += VALUES[sign];
                at += SIGNS[sign].length();
            }
        }
        return at == signs.length() && value > 0 && roman(value).equals(signs) ? value : 0;
    }

    private static String roman(int value) {
        StringBuilder signs = new StringBuilder();
        int left = value;
        for (int sign = 0; sign < SIGNS.length; sign++) {
            while (left >= VALUES[sign]) {
                signs.append(SIGNS[sign]);
                left -= VALUES[sign];
            }
        }
        return signs.toString();
    }

    /** A number of this style; beyond what letters say, with figures. */
    String write(int value) {
        String core =
                switch (kind) {
                    case ARABIC -> Integer.toString(value);
                    case ORDINAL -> value == 1 ? "1er" : Integer.toString(value);
                    case PREMIER -> value == 1 ? "premier" : Integer.toString(value);
                    case PREMIERE -> value == 1 ? "première" : Integer.toString(value);
                    case ROMAN -> value < 400 ? roman(value) : Integer.toString(value);
                    case SMALL_ROMAN ->
                            value < 400
                                    ? roman(value).toLowerCase(Locale.ROOT)
                                    : Integer.toString(value);
                    case LETTER -> letter(value, 'a');
                    case CAPITAL -> letter(value, 'A');
                };
        return before + core + after;
    }

    private static String letter(int value, char first) {
        return value <= 26
                ? Character.toString((char) (first + value - 1))
                : Integer.toString(value);
    }
}

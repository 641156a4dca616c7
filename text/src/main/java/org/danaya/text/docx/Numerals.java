package org.danaya.text.docx;

import java.util.Locale;
import java.util.Map;

/** Numbers of lists as their format writes them (ECMA-376 part 1 §17.18.59), and bullets. */
final class Numerals {

    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMANS = {
        "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
    };
    private static final String[] CHICAGO = {"*", "†", "‡", "§"};

    /** Roman numbers beyond are not usual. */
    private static final int LAST_ROMAN = 3999;

    /** What fonts of symbols show for their letters. */
    private static final Map<Integer, String> SYMBOLS =
            Map.ofEntries(
                    Map.entry(0xb7, "•"),
                    Map.entry(0x6f, "◦"),
                    Map.entry(0xa7, "▪"),
                    Map.entry(0x6e, "■"),
                    Map.entry(0x71, "❑"),
                    Map.entry(0x76, "❖"),
                    Map.entry(0xd8, "➢"),
                    Map.entry(0xe0, "→"),
                    Map.entry(0xe8, "➔"),
                    Map.entry(0xfc, "✓"),
                    Map.entry(0xfe, "☑"),
                    Map.entry(0xa8, "☐"),
                    Map.entry(0x2d, "–"),
                    Map.entry(0x2a, "*"));

    private Numerals() {}

    /** A number as a format writes it. */
    static String of(int number, String format, String language) {
        return switch (format) {
            case "none" -> "";
            case "decimalZero" -> number >= 0 && number < 10 ? "0" + number : decimal(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
            case "lowerLetter" -> letters(number);
            case "ordinal" -> ordinal(number, language);
            case "chicago" -> chicago(number);
            case "hex" -> Integer.toHexString(Math.max(0, number)).toUpperCase(Locale.ROOT);
            default -> decimal(number);
        };
    }

    private static String decimal(int number) {
        return Integer.toString(number);
    }

    private static String roman(int number) {
        if (number < 1 || number > LAST_ROMAN) {
            return decimal(number);
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                roman.append(ROMANS[i]);
                rest -= VALUES[i];
            }
        }
        return roman.toString();
    }

    /** After z comes aa, then bb: not as columns of a spreadsheet. */
    private static String letters(int number) {
        int most = 780;
        if (number < 1 || number > most) {
            return decimal(number);
        }
        return Character.toString('a' + (number - 1) % 26).repeat((number - 1) / 26 + 1);
    }

    private static String chicago(int number) {
        int most = 40;
        if (number < 1 || number > most) {
            return decimal(number);
        }
        return CHICAGO[(number - 1) % CHICAGO.length].repeat((number - 1) / CHICAGO.length + 1);
    }

    private static String ordinal(int number, String language) {
        if (Locale.forLanguageTag(language).getLanguage().equals("en")) {
            int last = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
            return number
                    + switch (last) {
                        case 1 -> "st";
                        case 2 -> "nd";
                        case 3 -> "rd";
                        default -> "th";
                    };
        }
        return number + (number == 1 ? "er" : "e");
    }

    /** What a bullet shows; fonts of symbols have their letters at U+F000 too. */
    static String bullet(String written) {
        if (written.isEmpty()) {
            return "•";
        }
        int point = written.codePointAt(0);
        if (point >= 0xf000 && point <= 0xf0ff) {
            return SYMBOLS.getOrDefault(point - 0xf000, "•");
        }
        return switch (written) {
            case "o" -> "◦";
            case "§" -> "▪";
            case "·" -> "•";
            case "Ø" -> "➢";
            case "ü" -> "✓";
            default -> written;
        };
    }

    /** What a letter of a font of symbols shows; empty where that isn't known. */
    static String symbol(String hexadecimal) {
        if (!hexadecimal.matches("[0-9A-Fa-f]{1,4}")) {
            return "";
        }
        int point = Integer.parseInt(hexadecimal, 16);
        int letter = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
        if (letter <= 0xff) {
            return SYMBOLS.getOrDefault(letter, "");
        }
        boolean shown = Character.isDefined(point) && !privateOrHalf(point);
        return shown ? Character.toString(point) : "";
    }

    private static boolean privateOrHalf(int point) {
        int type = Character.getType(point);
        return type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.CONTROL;
    }
}

package org.danaya.sigma.regex;

/**
 * The characters for which RE2/J 1.8 looks without end for their other cases: their capital letters
 * have other small letters. It does so for each that an expression without case names, itself or in
 * a range.
 */
public final class EndlessCases {

    private static final int FIRST = 0x1C80;
    private static final int LAST = 0x1C88;

    /** Ranges from before the first letter to after the last one are taken whole. */
    private static final int FIRST_LETTER = 'A';

    private static final int LAST_LETTER = 0x1044F;

    private final String pattern;
    private int at;

    private EndlessCases(String pattern) {
        this.pattern = pattern;
    }

    /** Whether an expression may name one where it ignores case. */
    public static boolean areIn(String pattern, boolean ignoreCase) {
        return (ignoreCase || hasFlag(pattern)) && new EndlessCases(pattern).isOneNamed();
    }

    private static boolean hasFlag(String pattern) {
        for (int open = pattern.indexOf("(?"); open >= 0; open = pattern.indexOf("(?", open + 1)) {
            int at = open + 2;
            while (at < pattern.length() && "imsU-".indexOf(pattern.charAt(at)) >= 0) {
                if (pattern.charAt(at) == 'i') {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    private boolean isOneNamed() {
        while (at < pattern.length()) {
            int from = character();
            int to = from;
            if (at + 1 < pattern.length() && pattern.charAt(at) == '-') {
                int before = at;
                at++;
                to = character();
                // The hyphen may begin another range, and so may what ends this one.
                at = before;
            }
            boolean whole = from <= FIRST_LETTER && to >= LAST_LETTER;
            if (from <= LAST && to >= FIRST && !whole) {
                return true;
            }
        }
        return false;
    }

    /** A character, perhaps by its number; of other escapes, the letter. */
    private int character() {
        int first = pattern.codePointAt(at);
        at += Character.charCount(first);
        if (first != '\\' || at == pattern.length()) {
            return first;
        }
        int escaped = pattern.codePointAt(at);
        at += Character.charCount(escaped);
        return escaped == 'x' ? number() : escaped;
    }

    private int number() {
        boolean braces = at < pattern.length() && pattern.charAt(at) == '{';
        int from = braces ? at + 1 : at;
        int end = from;
        int number = 0;
        while (end < pattern.length()
                && (braces || end < from + 2)
                && Character.digit(pattern.charAt(end), 16) >= 0) {
            number =
                    Math.min(
                            Character.MAX_CODE_POINT + 1,
                            number * 16 + Character.digit(pattern.charAt(end), 16));
            end++;
        }
        at = braces && end < pattern.length() ? end + 1 : end;
        return number;
    }
}

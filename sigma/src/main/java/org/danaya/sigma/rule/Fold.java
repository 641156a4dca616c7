package org.danaya.sigma.rule;

/**
 * How letters are compared where a rule doesn't say {@code cased} (Sigma rules, «General»: all
 * values are case-insensitive strings): each code point by its simple lower case in Unicode,
 * without regard to language.
 */
public final class Fold {
    private Fold() {}

    /** The code point's folded form. */
    public static int fold(int codePoint) {
        return Character.toLowerCase(codePoint);
    }

    /** The text with every code point folded; the number of code points stays the same. */
    public static String fold(String text) {
        int at = 0;
        while (at < text.length() && isFolded(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        var folded = new StringBuilder(text.length()).append(text, 0, at);
        text.codePoints()
                .skip(text.codePointCount(0, at))
                .map(Fold::fold)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean isFolded(char c) {
        return c < 0x80 && (c < 'A' || c > 'Z');
    }
}

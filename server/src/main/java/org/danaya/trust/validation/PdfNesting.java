package org.danaya.trust.validation;

/** How deep arrays and dictionaries of a PDF lie within each other, by the bytes alone. */
final class PdfNesting {

    private PdfNesting() {}

    /**
     * Whether it goes deeper than so much between here and where the object's stream or the object
     * ends.
     */
    static boolean isDeep(byte[] pdf, int from, int most) {
        int depth = 0;
        for (int i = from; i < pdf.length; i++) {
            switch (pdf[i]) {
                case '(' -> i = afterString(pdf, i);
                case '%' -> i = afterComment(pdf, i);
                case '[', '<' -> depth++;
                case ']', '>' -> depth--;
                case 'e', 's' -> {
                    if (depth <= 0 && ends(pdf, i)) {
                        return false;
                    }
                }
                default -> {
                    // What lies within doesn't matter.
                }
            }
            // A dictionary has two signs and a string of hexadecimal digits one: each is less.
            if (depth > 2 * most) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(byte[] pdf, int at) {
        return word(pdf, at, "endobj") || word(pdf, at, "stream");
    }

    private static boolean word(byte[] pdf, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= pdf.length || pdf[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int afterComment(byte[] pdf, int from) {
        int at = from;
        while (at < pdf.length && pdf[at] != '\n' && pdf[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Where the string ends that begins here: parentheses in it are in pairs or escaped. */
    private static int afterString(byte[] pdf, int from) {
        int open = 0;
        for (int i = from; i < pdf.length; i++) {
            switch (pdf[i]) {
                case '\\' -> i++;
                case '(' -> open++;
                case ')' -> {
                    if (--open == 0) {
                        return i;
                    }
                }
                default -> {
                    // Of the string.
                }
            }
        }
        return pdf.length;
    }
}

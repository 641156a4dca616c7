package org.danaya.text.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that begin a line of an official text: those of Markdown's lists, and others. */
final class Marker {

    /** Those of lists. */
    private static final Pattern LIST = Pattern.compile("[-+*]|\\d{1,9}[.)]");

    /** {@code a)}, {@code iv.}, {@code 2.1}, {@code 1°}, {@code IV.-}, dashes and bullets. */
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:[a-zA-Z]{1,2}\\)|[ivxIVX]{1,6}[.)]|[IVXLC]{1,7}\\.-"
                            + "|\\d{1,4}(?:\\.\\d{1,3})+[.)]?|\\d{1,4}°\\)?|[–—•·▪◦])"
                            + "(?=[ \\u00a0]|$)");

    private Marker() {}

    /** Whether a number is one of Markdown's lists. */
    static boolean isList(String number) {
        return LIST.matcher(number).matches();
    }

    /** Whether a number is known where it begins a paragraph. */
    static boolean isLabel(String number) {
        Matcher matcher = LABEL.matcher(number);
        return matcher.lookingAt() && matcher.end() == number.length();
    }

    /** The number of a list that begins here; empty where none does. */
    static String list(String line) {
        Matcher matcher = LIST.matcher(line);
        return matcher.lookingAt() ? matcher.group() : "";
    }

    /** The label that begins here; empty where none does. */
    static String label(String line) {
        Matcher matcher = LABEL.matcher(line);
        return matcher.lookingAt() ? matcher.group() : "";
    }
}

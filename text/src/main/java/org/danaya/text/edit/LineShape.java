package org.danaya.text.edit;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line begins with, and what part it thereby begins. */
final class LineShape {

    /** Numbers that begin a part by themselves. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(\\d{1,3}(?:\\.\\d{1,3})+[.)]?|\\d{1,3}(?:\\.-|[.)]|\\.\\))|\\d{1,3}[°º]\\)?|\\(\\d{1,3}\\)"
                            + "|\\(?[ivxlIVXL]{1,7}[.)]-?|\\(?[a-zA-Z][.)]-?|[-–—•])(?= |$)");

    private static final Pattern OTHER =
            Pattern.compile("#(?! )((?:[^#\\\\]|\\\\.|#(?! ))+?)#(?= |$)");
    private static final Set<String> DASHES = Set.of("-", "–", "—", "•");
    private static final Pattern COUNTED =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})*(?:[.)]|\\.-|\\.\\))?");

    private LineShape() {}

    /** The number with which a line begins. */
    static Optional<String> number(String line) {
        Matcher found = NUMBER.matcher(line);
        return found.lookingAt() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** A number of another kind, between sharp signs. */
    static Optional<String> otherNumber(String line) {
        Matcher found = OTHER.matcher(line);
        return found.lookingAt() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The part that a number begins where nothing else is said. */
    static String tag(String number, int depth) {
        if (DASHES.contains(number)) {
            return "indent";
        }
        return depth == 0 && COUNTED.matcher(number).matches() ? "paragraph" : "point";
    }

    /** Whether words would be read as something else at the beginning of a line. */
    static boolean needsEscape(String words) {
        return number(words).isPresent()
                || words.startsWith("#")
                || words.startsWith("+ ")
                || words.equals("+");
    }
}

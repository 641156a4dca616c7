package org.danaya.text.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How deep a numbered line of text lies, told by the kind of its number and by what came before: a
 * kind that is under way goes on there, another one begins below.
 */
final class Numbering {

    /** A number at the beginning of a text; what follows it begins at {@code end}. */
    record Found(String number, int end) {}

    private enum Kind {
        DECIMALS,
        NUMBER,
        DEGREE,
        BRACKETED,
        LETTER,
        CAPITAL,
        ROMAN,
        DASH,
        BULLET
    }

    private record Shape(Kind kind, Pattern pattern) {}

    private static final List<Shape> SHAPES =
            List.of(
                    shape(Kind.DECIMALS, "\\d{1,3}(?:\\.\\d{1,3})+[.)]?"),
                    shape(Kind.NUMBER, "\\d{1,3}(?:\\.-|[.)]|\\.\\))"),
                    shape(Kind.DEGREE, "\\d{1,3}[°º]\\)?"),
                    shape(Kind.BRACKETED, "\\(\\d{1,3}\\)"),
                    shape(Kind.ROMAN, "\\(?[ivxl]{1,7}[.)]"),
                    shape(Kind.ROMAN, "[IVXL]{1,7}[.)](?:-)?"),
                    shape(Kind.LETTER, "\\(?[a-z][.)]"),
                    shape(Kind.CAPITAL, "[A-Z][.)](?:-)?"),
                    shape(Kind.DASH, "[-–—]"),
                    shape(Kind.BULLET, "[•·▪◦*o\\uf0b7\\uf0a7\\u2751\\u27a2]"));

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private final Deque<Kind> open = new ArrayDeque<>();
    private String last = "";

    private static Shape shape(Kind kind, String pattern) {
        return new Shape(kind, Pattern.compile("^(" + pattern + ")(?=[\\s\\u00a0\\u202f]|$)"));
    }

    /** The number with which a text begins. */
    static Optional<Found> found(String text) {
        for (Shape shape : SHAPES) {
            Matcher matcher = shape.pattern().matcher(text);
            if (matcher.find()) {
                Matcher space = SPACE.matcher(text).region(matcher.end(), text.length());
                return Optional.of(
                        new Found(
                                matcher.group(1), space.lookingAt() ? space.end() : matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** Begins anew, below another heading. */
    void reset() {
        open.clear();
        last = "";
    }

    /** Whether nothing is under way. */
    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The depth of what is under way, from 0; 0 where nothing is. */
    int depth() {
        return Math.max(0, open.size() - 1);
    }

    /** Takes a number, and says how deep it lies, from 0. */
    int next(String number) {
        Kind kind = kind(number);
        while (open.contains(kind) && open.element() != kind) {
            open.pop();
        }
        if (open.isEmpty() || open.element() != kind) {
            open.push(kind);
        }
        last = number;
        return depth();
    }

    /**
     * A letter that follows the letter before it is a letter, although it may be a Roman number.
     */
    private Kind kind(String number) {
        Kind kind =
                SHAPES.stream()
                        .filter(shape -> shape.pattern().matcher(number).find())
                        .map(Shape::kind)
                        .findFirst()
                        .orElse(Kind.BULLET);
        if (kind != Kind.ROMAN) {
            return kind;
        }
        String bare = bare(number);
        String before = bare(last);
        boolean follows =
                bare.length() == 1
                        && before.length() == 1
                        && bare.charAt(0) == before.charAt(0) + 1;
        boolean lower = Character.isLowerCase(bare.charAt(0));
        return follows ? (lower ? Kind.LETTER : Kind.CAPITAL) : Kind.ROMAN;
    }

    private static String bare(String number) {
        return number.replaceAll("[().-]", "");
    }
}

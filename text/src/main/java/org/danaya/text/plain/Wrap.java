package org.danaya.text.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks words into lines of so many characters, at spaces; no-break spaces hold. */
final class Wrap {

    private static final Pattern LINE = Pattern.compile("\n");
    private static final Pattern SPACE = Pattern.compile(" ");

    private Wrap() {}

    /**
     * The lines of a text, at least one.
     *
     * @param width in characters, 0 or less where a line may be of any width; a longer word stays
     *     whole
     */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String part : LINE.splitAsStream(text).toList()) {
            if (width <= 0) {
                lines.add(part);
            } else {
                wrap(part, width, lines);
            }
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static void wrap(String text, int width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        int filled = 0;
        for (String word : SPACE.splitAsStream(text).toList()) {
            int more = width(word);
            if (!line.isEmpty() && filled + 1 + more > width) {
                lines.add(line.toString());
                line.setLength(0);
                filled = 0;
            }
            if (!line.isEmpty()) {
                line.append(' ');
                filled++;
            }
            line.append(word);
            filled += more;
        }
        lines.add(line.toString());
    }

    /** How many characters a text is wide: marks above and below a letter take no place. */
    static int width(String text) {
        return (int) text.codePoints().filter(point -> !above(point)).count();
    }

    private static boolean above(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    /** The widest word of a text. */
    static int widest(String text) {
        return LINE.splitAsStream(text)
                .flatMap(SPACE::splitAsStream)
                .mapToInt(Wrap::width)
                .max()
                .orElse(0);
    }
}

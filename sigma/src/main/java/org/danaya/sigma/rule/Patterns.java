package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts of rules turned into {@link Part}s (Sigma rules, «String Wildcard», «Escape Character»).
 */
final class Patterns {
    private static final Part RUN = new Part.AnyRun();
    private static final Part ONE = new Part.AnyOne();

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    private Patterns() {}

    /**
     * A backslash before {@code *}, {@code ?} or a backslash takes that one literally; before
     * anything else it stands for itself. So three of them are two, and four as well.
     */
    static List<Part> read(String text) {
        var patterns = new Patterns();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '*') {
                patterns.wild(RUN);
            } else if (c == '?') {
                patterns.wild(ONE);
            } else if (c == '\\' && at + 1 < text.length() && isSpecial(text.charAt(at + 1))) {
                at++;
                patterns.literal.append(text.charAt(at));
            } else {
                patterns.literal.append(c);
            }
        }
        patterns.flush();
        return patterns.parts;
    }

    private static boolean isSpecial(char c) {
        return c == '*' || c == '?' || c == '\\';
    }

    /** The parts with runs of any length put before or after them. */
    static List<Part> open(List<Part> parts, boolean before, boolean after) {
        List<Part> open = new ArrayList<>();
        if (before) {
            open.add(RUN);
        }
        for (Part part : parts) {
            add(open, part);
        }
        if (after) {
            add(open, RUN);
        }
        return open;
    }

    /** The parts of a literal text; none of an empty one. */
    static List<Part> literal(String text) {
        return text.isEmpty() ? List.of() : List.of(new Part.Literal(text));
    }

    static boolean hasWildcard(List<Part> parts) {
        return parts.stream().anyMatch(part -> !(part instanceof Part.Literal));
    }

    private static void add(List<Part> parts, Part part) {
        if (!(part instanceof Part.AnyRun)
                || parts.isEmpty()
                || !(parts.getLast() instanceof Part.AnyRun)) {
            parts.add(part);
        }
    }

    private void wild(Part part) {
        flush();
        add(parts, part);
    }

    private void flush() {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}

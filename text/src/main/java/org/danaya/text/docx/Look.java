package org.danaya.text.docx;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the style of a paragraph says of a line.
 *
 * <p>A line that opens no part has the style that Word itself has for it, which it calls by a name
 * in its user's language: {@code heading 1} (“Titre 1”), {@code Title} (“Titre”), {@code caption}
 * (“Légende”), {@code toc 1}, {@code Body Text} (“Corps de texte”), in notes {@code footnote text}.
 * All others are called {@code Akn}, the tag of the part that the line opens, what the line is, and
 * its level: {@code Akn article heading 3}, {@code Akn point text 2}, {@code Akn front 0}.
 *
 * @param role of the line
 * @param level of the line
 * @param opens the tag of the part that it opens, or empty
 */
record Look(Role role, int level, String opens) {

    /** The style of a paragraph that only stands between two tables, or after the last. */
    static final String END = "Akn end";

    /** The styles of words. */
    static final String NUMBER = "Akn number";

    static final String DEFINED = "Akn defined";
    static final String PICTURE = "Akn picture";
    static final String MARKER = "Akn marker";

    /** The style of the call of a footnote that nobody sees. */
    static final String UNSEEN = "Akn unseen";

    private static final Map<Role, String> WORDS =
            Map.of(
                    Role.TITLE, "title",
                    Role.FRONT, "front",
                    Role.HEADING, "heading",
                    Role.CROSS_HEADING, "crossHeading",
                    Role.BODY, "text",
                    Role.CAPTION, "caption",
                    Role.CONTENTS, "contents");

    private static final Pattern OWN =
            Pattern.compile(
                    "akn (?:([a-z][a-z0-9]{0,39}) )?"
                            + "(title|front|heading|crossHeading|text|caption|contents) ([0-9])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(heading|titre|título|überschrift|toc|tm|contents|table des matières)"
                            + " ?([1-9])(?: (?:car|char))?");

    /** The look of a line. */
    static Look of(Line line) {
        String opens = TAG.matcher(line.opens()).matches() ? line.opens() : "";
        return new Look(line.role(), line.level(), opens);
    }

    /** The name of its style. */
    String style(boolean empty, boolean inNote) {
        if (opens.isEmpty() && !empty) {
            switch (role) {
                case TITLE -> {
                    if (level == 0) {
                        return "Title";
                    }
                }
                case CAPTION -> {
                    if (level == 0) {
                        return "caption";
                    }
                }
                case HEADING -> {
                    if (level > 0) {
                        return "heading " + level;
                    }
                }
                case CONTENTS -> {
                    if (level > 0) {
                        return "toc " + level;
                    }
                }
                case BODY -> {
                    if (level == 0) {
                        return inNote ? "footnote text" : "Body Text";
                    }
                }
                case FRONT, CROSS_HEADING -> {}
            }
        }
        String tag = opens.isEmpty() ? "" : opens + " ";
        return "Akn " + tag + Objects.requireNonNull(WORDS.get(role)) + " " + level;
    }

    /** What a style of {@link DocxWriter} says, by its name. */
    static Optional<Look> own(String style) {
        Matcher matcher = OWN.matcher(style);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String word = matcher.group(2);
        String opens = matcher.group(1) == null ? "" : matcher.group(1);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(word))
                .map(entry -> new Look(entry.getKey(), level(matcher.group(3)), opens))
                .findFirst();
    }

    /** What a style of Word says, by its name in lower case. */
    static Optional<Look> known(String style) {
        Matcher matcher = NUMBERED.matcher(style);
        if (matcher.matches()) {
            Role role =
                    switch (matcher.group(1)) {
                        case "toc", "tm", "contents", "table des matières" -> Role.CONTENTS;
                        default -> Role.HEADING;
                    };
            return Optional.of(new Look(role, level(matcher.group(2)), ""));
        }
        @Nullable Role role =
                switch (style) {
                    case "title", "titre" -> Role.TITLE;
                    case "subtitle", "sous-titre" -> Role.CROSS_HEADING;
                    case "caption", "légende" -> Role.CAPTION;
                    case "toc heading", "contents heading", "en-tête de table des matières" ->
                            Role.CONTENTS;
                    default -> null;
                };
        return Optional.ofNullable(role).map(found -> new Look(found, 0, ""));
    }

    private static int level(String digit) {
        return Integer.parseInt(digit);
    }

    /** A style's id: its name without spaces, each word beginning in a capital. */
    static String id(String style) {
        StringBuilder id = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < style.length(); i++) {
            String letter = style.substring(i, i + 1);
            if (letter.equals(" ")) {
                begins = true;
            } else {
                id.append(begins ? letter.toUpperCase(Locale.ROOT) : letter);
                begins = false;
            }
        }
        return id.toString();
    }
}

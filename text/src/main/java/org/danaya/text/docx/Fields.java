package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that are open where a file is being read (ECMA-376 part 1 §17.16): what they are told
 * to show is passed over, what they showed when the file was saved is read.
 */
final class Fields {

    /** More than are nested in any file that is meant well. */
    private static final int DEEPEST = 64;

    private static final Pattern ARGUMENT =
            Pattern.compile("^\\s*(\\S+)(?:\\s+(?!\\\\)(?:\"([^\"]*)\"|(\\S+)))?");
    private static final Pattern PLACE = Pattern.compile("\\\\l\\s+(?:\"([^\"]*)\"|(\\S+))");

    private final List<Field> open = new ArrayList<>();

    /** A field. */
    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean shows;
    }

    /**
     * What a field is told to do.
     *
     * @param name in capitals, such as {@code HYPERLINK}
     * @param argument that follows it, or empty
     * @param place within the target, or empty
     */
    record Code(String name, String argument, String place) {

        static Code of(String written) {
            String code = written.length() > 2_000 ? written.substring(0, 2_000) : written;
            Matcher matcher = ARGUMENT.matcher(code);
            if (!matcher.find()) {
                return new Code("", "", "");
            }
            Matcher place = PLACE.matcher(code);
            return new Code(
                    matcher.group(1).toUpperCase(Locale.ROOT),
                    either(matcher, 2),
                    place.find() ? either(place, 1) : "");
        }

        private static String either(Matcher matcher, int group) {
            String quoted = matcher.group(group);
            String bare = matcher.group(group + 1);
            return quoted != null ? quoted : bare != null ? bare : "";
        }
    }

    void mark(String kind) {
        switch (kind) {
            case "begin" -> {
                if (open.size() < DEEPEST) {
                    open.add(new Field());
                }
            }
            case "separate" -> {
                if (!open.isEmpty()) {
                    open.getLast().shows = true;
                }
            }
            case "end" -> {
                if (!open.isEmpty()) {
                    open.removeLast();
                }
            }
            default -> {}
        }
    }

    void code(String words) {
        if (!open.isEmpty() && open.getLast().code.length() < 2_000) {
            open.getLast().code.append(words);
        }
    }

    /** A paragraph ended: a code doesn't go on beyond, whatever is missing. */
    void paragraph() {
        open.forEach(field -> field.shows = true);
    }

    /** Whether what is read now is shown: not a field's code. */
    boolean shown() {
        return open.stream().allMatch(field -> field.shows);
    }

    /** The innermost of these that is open. */
    private Optional<Code> within(List<String> names) {
        return open.reversed().stream()
                .map(field -> Code.of(field.code.toString()))
                .filter(code -> names.contains(code.name()))
                .findFirst();
    }

    /** The link that is open. */
    Optional<Code> link() {
        return open.isEmpty() ? Optional.empty() : within(List.of("HYPERLINK", "REF"));
    }

    /** Whether a table of contents is open. */
    boolean contents() {
        return !open.isEmpty() && within(List.of("TOC")).isPresent();
    }

    /** Whether the number of a page is open. */
    boolean page() {
        return !open.isEmpty() && within(List.of("PAGEREF")).isPresent();
    }
}

package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.danaya.text.docx.part.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a file, and where each has come to (ECMA-376 part 1 §17.9). Lists that share a
 * definition share their counts, save where one starts anew.
 */
final class Numbering {

    private static final int LEVELS = 9;

    private final Map<String, Tag> definitions = new HashMap<>();
    private final Map<String, Tag> lists = new HashMap<>();
    private final Map<String, List<Tag>> levels = new HashMap<>();
    private final Map<String, List<Tag>> overrides = new HashMap<>();
    private final Map<String, Optional<String>> resolved = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> started = new HashSet<>();
    private final Styles styles;
    private final Remarks remarks;
    private final String language;

    Numbering(@Nullable Tag root, Styles styles, Remarks remarks, String language) {
        this.styles = styles;
        this.remarks = remarks;
        this.language = language;
        if (root != null) {
            root.all("w:abstractNum")
                    .forEach(one -> definitions.putIfAbsent(one.get("w:abstractNumId"), one));
            root.all("w:num").forEach(one -> lists.putIfAbsent(one.get("w:numId"), one));
        }
    }

    /**
     * A number.
     *
     * @param text as it is shown, such as {@code 2.1} or {@code •}
     * @param level of its list, from 0
     * @param bullet whether it doesn't count
     */
    record Label(String text, int level, boolean bullet) {}

    /**
     * The number of the next paragraph.
     *
     * @param properties of the paragraph
     * @param style of the paragraph, by its id
     */
    Optional<Label> next(Tag properties, String style) {
        Tag own = properties.first("w:numPr");
        Optional<Tag> ofStyle = styles.ofParagraph(style, "w:numPr");
        String list = own == null ? "" : own.value("w:numId");
        if (list.isEmpty()) {
            list = ofStyle.map(tag -> tag.value("w:numId")).orElse("");
        }
        if (list.isEmpty() || list.equals("0")) {
            return Optional.empty();
        }
        Optional<String> definition = definition(list, new HashSet<>());
        if (definition.isEmpty()) {
            remarks.tell("numbering-broken");
            return Optional.empty();
        }
        String written = own == null ? "" : own.value("w:ilvl");
        int level =
                written.isEmpty()
                        ? ofStyle(definition.get(), style, ofStyle)
                        : Tag.number(written, 0);
        return counted(list, definition.get(), Math.clamp(level, 0, LEVELS - 1));
    }

    /** The level that a definition gives to a style, or the style to itself. */
    private int ofStyle(String definition, String style, Optional<Tag> ofStyle) {
        List<String> ids = styles.ids(style);
        for (Tag level : levels(definition)) {
            if (ids.contains(level.value("w:pStyle"))) {
                return Tag.number(level.get("w:ilvl"), 0);
            }
        }
        return ofStyle.map(tag -> Tag.number(tag.value("w:ilvl"), 0)).orElse(0);
    }

    private List<Tag> levels(String definition) {
        Tag found = definitions.get(definition);
        return found == null
                ? List.of()
                : levels.computeIfAbsent(definition, _ -> first(found, "w:lvl"));
    }

    /** The first of each level. */
    private static List<Tag> first(Tag tag, String name) {
        Map<Integer, Tag> found = new TreeMap<>();
        tag.all(name).forEach(one -> found.putIfAbsent(Tag.number(one.get("w:ilvl"), 0), one));
        return found.entrySet().stream()
                .filter(entry -> entry.getKey() >= 0 && entry.getKey() < LEVELS)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The definition of a list, through styles of lists too. */
    private Optional<String> definition(String list, Set<String> asked) {
        Optional<String> known = resolved.get(list);
        if (known != null) {
            return known;
        }
        Optional<String> found = Optional.empty();
        Tag tag = lists.get(list);
        String id = tag == null ? "" : tag.value("w:abstractNumId");
        Tag abstractList = definitions.get(id);
        if (abstractList != null && asked.add(list)) {
            String link = abstractList.value("w:numStyleLink");
            found =
                    link.isEmpty()
                            ? Optional.of(id)
                            : styles.ofParagraph(link, "w:numPr")
                                    .flatMap(it -> definition(it.value("w:numId"), asked));
        }
        resolved.put(list, found);
        return found;
    }

    private Optional<Tag> level(String list, String definition, int level) {
        List<Tag> found = new ArrayList<>();
        override(list, level).map(tag -> tag.first("w:lvl")).ifPresent(found::add);
        levels(definition).stream().filter(tag -> at(tag, level)).forEach(found::add);
        return found.stream().findFirst();
    }

    private Optional<Tag> override(String list, int level) {
        Tag tag = lists.get(list);
        return tag == null
                ? Optional.empty()
                : overrides.computeIfAbsent(list, _ -> first(tag, "w:lvlOverride")).stream()
                        .filter(one -> at(one, level))
                        .findFirst();
    }

    private static boolean at(Tag tag, int level) {
        return Tag.number(tag.get("w:ilvl"), 0) == level;
    }

    private Optional<Label> counted(String list, String definition, int level) {
        Optional<Tag> found = level(list, definition, level);
        if (found.isEmpty()) {
            remarks.tell("numbering-broken");
            return Optional.empty();
        }
        int[] count = counts.computeIfAbsent(definition, _ -> unused());
        startAnew(list, count);
        count[level] =
                count[level] == Integer.MIN_VALUE
                        ? start(list, definition, level)
                        : count[level] + 1;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            int restart =
                    level(list, definition, deeper)
                            .map(tag -> tag.value("w:lvlRestart"))
                            .map(text -> Tag.number(text, LEVELS))
                            .orElse(LEVELS);
            boolean begins = restart != 0 && level < Math.min(restart, deeper);
            if (begins) {
                count[deeper] = Integer.MIN_VALUE;
            }
        }
        String format = format(found.get());
        String pattern = found.get().value("w:lvlText");
        if (format.equals("bullet")) {
            return Optional.of(new Label(Numerals.bullet(pattern), level, true));
        }
        String text = text(pattern, list, definition, count, found.get());
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Label(text.strip(), level, false));
    }

    private static int[] unused() {
        int[] count = new int[LEVELS];
        Arrays.fill(count, Integer.MIN_VALUE);
        return count;
    }

    /** A list that says where it starts does so when it is first met. */
    private void startAnew(String list, int[] count) {
        if (!started.add(list)) {
            return;
        }
        for (int level = 0; level < LEVELS; level++) {
            if (override(list, level).filter(tag -> tag.has("w:startOverride")).isPresent()) {
                count[level] = Integer.MIN_VALUE;
            }
        }
    }

    private int start(String list, String definition, int level) {
        Optional<Tag> override = override(list, level).filter(tag -> tag.has("w:startOverride"));
        if (override.isPresent()) {
            return Tag.number(override.get().value("w:startOverride"), 1);
        }
        return level(list, definition, level)
                .filter(tag -> tag.has("w:start"))
                .map(tag -> Tag.number(tag.value("w:start"), 1))
                .orElse(1);
    }

    private static String format(Tag level) {
        String format = level.value("w:numFmt");
        return format.isEmpty() ? "decimal" : format;
    }

    private String text(String pattern, String list, String definition, int[] count, Tag of) {
        boolean legal = of.on("w:isLgl", false);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            boolean place =
                    letter == '%'
                            && i + 1 < pattern.length()
                            && pattern.charAt(i + 1) >= '1'
                            && pattern.charAt(i + 1) <= '9';
            if (!place) {
                text.append(letter);
                continue;
            }
            int level = pattern.charAt(++i) - '1';
            int number =
                    count[level] == Integer.MIN_VALUE
                            ? start(list, definition, level)
                            : count[level];
            String format = level(list, definition, level).map(Numbering::format).orElse("decimal");
            boolean decimal = legal && !format.equals("none");
            text.append(Numerals.of(number, decimal ? "decimal" : format, language));
        }
        return text.toString();
    }
}

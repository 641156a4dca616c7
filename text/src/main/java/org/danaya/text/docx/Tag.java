package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a part, with what is in it.
 *
 * <p>Names begin with the prefix that the standard's own examples give to their namespace ({@code
 * w:p}), whatever the file calls it and whether it is transitional or strict.
 */
final class Tag {

    private static final Map<String, String> PREFIXES = prefixes();

    private final String name;
    private final Map<String, String> attributes;
    private List<Tag> children = List.of();
    private StringBuilder text = NONE;

    private static final StringBuilder NONE = new StringBuilder(0);

    Tag(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new HashMap<>();
        String transitional = "http://schemas.openxmlformats.org/";
        String strict = "http://purl.oclc.org/ooxml/";
        for (String base : List.of(transitional, strict)) {
            String year = base.equals(transitional) ? "/2006/" : "/";
            prefixes.put(base + "wordprocessingml" + year + "main", "w:");
            prefixes.put(base + "officeDocument" + year + "relationships", "r:");
            prefixes.put(base + "officeDocument" + year + "math", "m:");
            prefixes.put(base + "drawingml" + year + "wordprocessingDrawing", "wp:");
        }
        prefixes.put("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:");
        prefixes.put("http://schemas.openxmlformats.org/package/2006/relationships", "rel:");
        prefixes.put("http://schemas.openxmlformats.org/package/2006/content-types", "ct:");
        prefixes.put("http://purl.org/dc/elements/1.1/", "dc:");
        prefixes.put("http://www.w3.org/XML/1998/namespace", "xml:");
        prefixes.put(Names.NAMESPACE, "akn:");
        return Map.copyOf(prefixes);
    }

    /** A name as it is called here; that of an unknown namespace begins with {@code ?:}. */
    static String name(@Nullable String namespace, String local) {
        if (namespace == null || namespace.isEmpty()) {
            return local;
        }
        return PREFIXES.getOrDefault(namespace, "?:") + local;
    }

    void add(Tag child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void add(String words) {
        if (text == NONE) {
            text = new StringBuilder(words.length());
        }
        text.append(words);
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    List<Tag> children() {
        return children;
    }

    /** Words right in it. */
    String text() {
        return text.toString();
    }

    /** The value of an attribute; empty where it has none. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** What {@code w:val} of the first child of a name says; empty where there is none. */
    String value(String child) {
        Tag found = first(child);
        return found == null ? "" : found.get("w:val");
    }

    /** The first child of a name. */
    @Nullable Tag first(String child) {
        for (Tag tag : children) {
            if (tag.name.equals(child)) {
                return tag;
            }
        }
        return null;
    }

    /** The first child of a name, or one that has nothing. */
    Tag part(String child) {
        Tag found = first(child);
        return found == null ? new Tag(child, Map.of()) : found;
    }

    boolean has(String child) {
        return first(child) != null;
    }

    /** The children of a name. */
    Stream<Tag> all(String child) {
        return children.stream().filter(tag -> tag.name.equals(child));
    }

    /** It and all below it. */
    Stream<Tag> below() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Tag::below));
    }

    /**
     * Whether a child of this name switches something on; {@code otherwise} where there is none.
     */
    boolean on(String child, boolean otherwise) {
        Tag found = first(child);
        return found == null ? otherwise : !off(found.get("w:val"));
    }

    private static boolean off(String value) {
        return switch (value) {
            case "0", "false", "off", "none" -> true;
            default -> false;
        };
    }

    /** A whole number in an attribute. */
    static int number(String written, int otherwise) {
        if (written.isEmpty() || written.length() > 9 || !written.matches("-?\\d+")) {
            return otherwise;
        }
        return Integer.parseInt(written);
    }
}

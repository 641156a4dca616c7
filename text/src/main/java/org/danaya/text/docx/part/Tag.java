package org.danaya.text.docx.part;

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
public final class Tag {

    /** The namespace of the part that tells what bookmarks stand for. */
    public static final String OWN = "urn:danaya:text:docx";

    private static final Map<String, String> PREFIXES = prefixes();

    private final String name;
    private final Map<String, String> attributes;
    private List<Tag> children = List.of();
    private StringBuilder text = NONE;

    private static final StringBuilder NONE = new StringBuilder(0);

    public Tag(String name, Map<String, String> attributes) {
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
        prefixes.put(OWN, "akn:");
        return Map.copyOf(prefixes);
    }

    /** A name as it is called here; that of an unknown namespace begins with {@code ?:}. */
    public static String name(@Nullable String namespace, String local) {
        if (namespace == null || namespace.isEmpty()) {
            return local;
        }
        return PREFIXES.getOrDefault(namespace, "?:") + local;
    }

    public void add(Tag child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    public void add(String words) {
        if (text == NONE) {
            text = new StringBuilder(words.length());
        }
        text.append(words);
    }

    public String name() {
        return name;
    }

    public boolean is(String other) {
        return name.equals(other);
    }

    public List<Tag> children() {
        return children;
    }

    /** Words right in it. */
    public String text() {
        return text.toString();
    }

    /** The value of an attribute; empty where it has none. */
    public String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** What {@code w:val} of the first child of a name says; empty where there is none. */
    public String value(String child) {
        Tag found = first(child);
        return found == null ? "" : found.get("w:val");
    }

    /** The first child of a name. */
    public @Nullable Tag first(String child) {
        for (Tag tag : children) {
            if (tag.name.equals(child)) {
                return tag;
            }
        }
        return null;
    }

    /** The first child of a name, or one that has nothing. */
    public Tag part(String child) {
        Tag found = first(child);
        return found == null ? new Tag(child, Map.of()) : found;
    }

    public boolean has(String child) {
        return first(child) != null;
    }

    /** The children of a name. */
    public Stream<Tag> all(String child) {
        return children.stream().filter(tag -> tag.name.equals(child));
    }

    /** It and all below it. */
    public Stream<Tag> below() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Tag::below));
    }

    /**
     * Whether a child of this name switches something on; {@code otherwise} where there is none.
     */
    public boolean on(String child, boolean otherwise) {
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
    public static int number(String written, int otherwise) {
        if (written.isEmpty() || written.length() > 9 || !written.matches("-?\\d+")) {
            return otherwise;
        }
        return Integer.parseInt(written);
    }
}

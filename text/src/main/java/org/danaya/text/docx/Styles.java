package org.danaya.text.docx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.danaya.text.docx.part.Tag;
import org.jspecify.annotations.Nullable;

/** The styles of a file, with what each has from the one that it is based on. */
final class Styles {

    /** Styles that one may be based on, one upon the other. */
    private static final int LONGEST = 64;

    private static final List<String> CALLS =
            List.of(
                    "footnote reference",
                    "endnote reference",
                    "footnote characters",
                    "endnote characters",
                    "footnote anchor",
                    "endnote anchor");

    private final Map<String, Tag> byId = new HashMap<>();
    private final Map<String, List<Tag>> chains = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Optional<Look>> looks = new HashMap<>();
    private final Map<String, Optional<Tag>> properties = new HashMap<>();
    private final Remarks remarks;
    private String standard = "";
    private String language = "";

    Styles(@Nullable Tag root, Remarks remarks) {
        this.remarks = remarks;
        if (root == null) {
            return;
        }
        root.all("w:style")
                .forEach(
                        style -> {
                            byId.putIfAbsent(style.get("w:styleId"), style);
                            boolean first = style.get("w:default").matches("1|true|on");
                            if (first && style.get("w:type").equals("paragraph")) {
                                standard = style.get("w:styleId");
                            }
                        });
        Tag words = root.part("w:docDefaults").part("w:rPrDefault").part("w:rPr");
        language = words.part("w:lang").get("w:val");
    }

    /** In which the text is written unless it says otherwise; empty where that isn't known. */
    String language() {
        return language;
    }

    /** A style and those that it is based on, the nearest first. */
    private List<Tag> chain(String id) {
        return chains.computeIfAbsent(id, this::follow);
    }

    private List<Tag> follow(String id) {
        Map<String, Tag> chain = new LinkedHashMap<>();
        String next = id;
        for (Tag style = byId.get(next); style != null; style = byId.get(next)) {
            if (chain.putIfAbsent(next, style) != null || chain.size() > LONGEST) {
                remarks.tell("style-cycle");
                break;
            }
            next = style.value("w:basedOn");
        }
        return List.copyOf(chain.values());
    }

    private <T> Optional<T> nearest(String id, Function<Tag, @Nullable T> asked) {
        for (Tag style : chain(id)) {
            T found = asked.apply(style);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The style of a paragraph by its properties. */
    String of(Tag properties) {
        String id = properties.value("w:pStyle");
        return byId.containsKey(id) ? id : standard;
    }

    /** What the name of a paragraph's style, or of one that it is based on, says. */
    Optional<Look> look(String id) {
        return looks.computeIfAbsent(id, this::named);
    }

    private Optional<Look> named(String id) {
        return nearest(
                id,
                style -> {
                    String name = style.value("w:name");
                    Optional<Look> own = Look.own(name);
                    return own.or(() -> Look.known(name.toLowerCase(Locale.ROOT))).orElse(null);
                });
    }

    /** Whether a paragraph's style is one of those that only {@link DocxWriter} gives. */
    boolean own(String id) {
        return names(id).stream().anyMatch(name -> Look.own(name).isPresent());
    }

    /** Whether a style is called so, or is based on one that is. */
    boolean called(String id, String name) {
        return !id.isEmpty() && names(id).contains(name.toLowerCase(Locale.ROOT));
    }

    /** The names of a style and of those that it is based on, in lower case. */
    private Set<String> names(String id) {
        return names.computeIfAbsent(
                id,
                _ ->
                        chain(id).stream()
                                .map(style -> style.value("w:name").toLowerCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a style of words is one that calls notes. */
    boolean calls(String id) {
        return CALLS.stream().anyMatch(name -> called(id, name));
    }

    /** The nearest child of this name in what the style says of paragraphs. */
    Optional<Tag> ofParagraph(String id, String child) {
        return properties.computeIfAbsent(
                child + "@" + id, _ -> nearest(id, style -> style.part("w:pPr").first(child)));
    }

    /** The nearest child of this name in what the style says of words. */
    Optional<Tag> ofWords(String id, String child) {
        return properties.computeIfAbsent(
                child + "/" + id, _ -> nearest(id, style -> style.part("w:rPr").first(child)));
    }

    /** The ids of a style and of those that it is based on, the nearest first. */
    List<String> ids(String id) {
        return chain(id).stream().map(style -> style.get("w:styleId")).toList();
    }
}

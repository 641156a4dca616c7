package org.danaya.sigma.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.Written;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** A document as checks see it: what stands where. */
final class View {
    private final Yaml.Mapping document;
    private final Read read;
    private final Header.Source source;
    private final List<Item> items = new ArrayList<>();

    /**
     * A field or keyword list of a selection.
     *
     * @param field empty for keywords
     */
    record Item(
            String field,
            List<String> modifiers,
            List<Yaml.Scalar> values,
            boolean list,
            int line) {
        boolean has(String modifier) {
            return modifiers.contains(modifier);
        }

        /** Whether its values are text with wildcards. */
        boolean isText() {
            return !has("re") && !has("cidr") && !has("exists") && !has("fieldref");
        }
    }

    private View(Yaml.Mapping document, Read read, Header.Source source) {
        this.document = document;
        this.read = read;
        this.source = source;
        for (String name : selections()) {
            collect(section().get(name));
        }
    }

    /** The view, or null of a document that has no attributes to look at. */
    static @Nullable View of(Written written) {
        return written.yaml() instanceof Yaml.Mapping document
                ? new View(document, written.read(), written.source())
                : null;
    }

    Yaml.Mapping document() {
        return document;
    }

    Read read() {
        return read;
    }

    /** Where the document begins. */
    Header.Source source() {
        return source;
    }

    boolean isRule() {
        return document.get("detection") != null;
    }

    boolean isCorrelation() {
        return document.get("correlation") instanceof Yaml.Mapping;
    }

    boolean isFilter() {
        return document.get("filter") instanceof Yaml.Mapping;
    }

    /** The attribute as text, or null where it's missing or something else. */
    Yaml.@Nullable Scalar text(String attribute) {
        return document.get(attribute) instanceof Yaml.Scalar scalar && !scalar.isNull()
                ? scalar
                : null;
    }

    /** The texts of a list. */
    List<Yaml.Scalar> texts(String attribute) {
        List<Yaml.Scalar> texts = new ArrayList<>();
        if (document.get(attribute) instanceof Yaml.Sequence list) {
            for (Yaml item : list.items()) {
                if (item instanceof Yaml.Scalar scalar) {
                    texts.add(scalar);
                }
            }
        }
        return texts;
    }

    /** The detection of a rule, the filter section of a filter; an empty one of anything else. */
    Yaml.Mapping section() {
        Yaml section = isFilter() ? document.get("filter") : document.get("detection");
        return section instanceof Yaml.Mapping map ? map : new Yaml.Mapping(java.util.Map.of(), 1);
    }

    /** The names of its selections. */
    List<String> selections() {
        return section().entries().keySet().stream()
                .filter(name -> !name.equals("condition") && !name.equals("timeframe"))
                .filter(name -> !(isFilter() && name.equals("rules")))
                .toList();
    }

    /** Every field and keyword list of every selection. */
    List<Item> items() {
        return items;
    }

    private void collect(@Nullable Yaml selection) {
        switch (selection) {
            case Yaml.Mapping map ->
                    map.entries()
                            .forEach(
                                    (key, entry) -> {
                                        List<String> pieces = Arrays.asList(key.split("\\|", -1));
                                        items.add(
                                                item(
                                                        pieces.getFirst(),
                                                        pieces.subList(1, pieces.size()),
                                                        entry.value(),
                                                        entry.key().line()));
                                    });
            case Yaml.Sequence list -> {
                if (list.items().stream().anyMatch(Yaml.Scalar.class::isInstance)) {
                    items.add(item("", List.of(), list, list.line()));
                }
                list.items().stream().filter(Yaml.Mapping.class::isInstance).forEach(this::collect);
            }
            case Yaml.Scalar scalar -> items.add(item("", List.of(), scalar, scalar.line()));
            case null -> {}
        }
    }

    private static Item item(String field, List<String> modifiers, Yaml value, int line) {
        List<Yaml.Scalar> values = new ArrayList<>();
        List<Yaml> all = value instanceof Yaml.Sequence list ? list.items() : List.of(value);
        for (Yaml one : all) {
            if (one instanceof Yaml.Scalar scalar) {
                values.add(scalar);
            }
        }
        return new Item(field, modifiers, values, value instanceof Yaml.Sequence, line);
    }
}

package org.danaya.text.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All elements of the standard: what each holds, and its attributes. Immutable. */
final class Grammar {

    /** How other namespaces' elements are told among what is expected. */
    static final String OTHER = "other-namespace";

    private static final Grammar STANDARD = load();

    private final List<String> names;
    private final Map<String, Declaration> elements;
    private final Map<String, Attribute> xml;

    Grammar(List<String> names, List<Declaration> elements, Map<String, Attribute> xml) {
        this.names = List.copyOf(names);
        this.elements = new LinkedHashMap<>();
        for (Declaration each : elements) {
            this.elements.put(each.name(), each);
        }
        this.xml = Map.copyOf(xml);
    }

    /** That of Akoma Ntoso 3.0. */
    static Grammar standard() {
        return STANDARD;
    }

    private static Grammar load() {
        try (InputStream in = Grammar.class.getResourceAsStream("akomantoso.grammar")) {
            if (in == null) {
                throw new IllegalStateException("no akomantoso.grammar");
            }
            return GrammarReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says of an element; null where the standard has no such element. */
    @Nullable Declaration find(String name) {
        return elements.get(name);
    }

    /**
     * Of an attribute of XML's own namespace, such as {@code xml:lang}; null where it's unknown.
     */
    @Nullable Attribute findXml(String name) {
        return xml.get(name);
    }

    /** All elements, in the order of the grammar. */
    List<Declaration> elements() {
        return List.copyOf(elements.values());
    }

    /** The number by which elements of other namespaces stand in a model. */
    int other() {
        return names.size();
    }

    /** The names of these numbers, in the order of the grammar. */
    List<String> names(BitSet numbers) {
        List<String> found = new ArrayList<>(numbers.cardinality());
        for (int at = numbers.nextSetBit(0); at >= 0; at = numbers.nextSetBit(at + 1)) {
            found.add(at == names.size() ? OTHER : names.get(at));
        }
        return found;
    }
}

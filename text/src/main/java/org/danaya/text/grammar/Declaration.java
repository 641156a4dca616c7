package org.danaya.text.grammar;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What the grammar says of an element.
 *
 * @param name of the element
 * @param number of the name in the grammar
 * @param model what it holds
 * @param attributes that it may have, by name
 * @param required the attributes that it must have
 * @param others whether it may have attributes of other namespaces
 * @param unique whether the values of {@code eId} and {@code GUID} are unique below it
 */
record Declaration(
        String name,
        int number,
        Model model,
        Map<String, Attribute> attributes,
        List<Attribute> required,
        boolean others,
        boolean unique) {

    Declaration {
        attributes = Collections.unmodifiableMap(attributes);
        required = List.copyOf(required);
    }
}

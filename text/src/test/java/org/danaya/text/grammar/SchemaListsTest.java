package org.danaya.text.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The grammar beside the standard's schema: the same elements, attributes, and contents. */
class SchemaListsTest {

    private final Grammar grammar = Grammar.standard();

    @Test
    void everyElementOfTheSchemaIsInTheGrammarAndNoOther() {
        Set<String> ours = new HashSet<>();
        grammar.elements().forEach(each -> ours.add(each.name()));
        assertEquals(new SchemaFile(grammar).elements(), ours);
        assertTrue(ours.size() > 300, "elements " + ours.size());
    }

    @Test
    void everyAttributeIsTheSameAndAsRequired() {
        SchemaFile schema = new SchemaFile(grammar);
        int count = 0;
        for (Declaration each : grammar.elements()) {
            Map<String, String> ours = new TreeMap<>();
            each.attributes().forEach((name, attribute) -> ours.put(name, described(attribute)));
            if (each.others()) {
                ours.put("*", "");
            }
            assertEquals(schema.attributes(each.name()), ours, each.name());
            assertEquals(schema.unique(each.name()), each.unique(), each.name());
            count += ours.size();
        }
        assertTrue(count > 3000, "attributes " + count);
    }

    private static String described(Attribute attribute) {
        String need = attribute.required() ? "required " : "optional ";
        Type type = attribute.type();
        return need
                + (type.list() ? "list " : "")
                + String.join(" ", new java.util.TreeSet<>(type.expected()));
    }

    @Test
    void everyElementHoldsTheSame() {
        SchemaFile schema = new SchemaFile(grammar);
        int states = 0;
        for (Declaration each : grammar.elements()) {
            Model theirs = schema.model(each.name());
            assertEquals(theirs.mixed(), each.model().mixed(), each.name());
            assertEquals(theirs.empty(), each.model().empty(), each.name());
            states += assertSame(each.name(), theirs, each.model());
        }
        assertTrue(states > 600, "states " + states);
    }

    /** Walks both automata together: they are the same where no walk tells them apart. */
    private int assertSame(String element, Model one, Model other) {
        Deque<List<Integer>> todo = new ArrayDeque<>();
        Set<List<Integer>> seen = new HashSet<>();
        todo.add(List.of(0, 0));
        while (!todo.isEmpty()) {
            List<Integer> pair = todo.remove();
            if (!seen.add(pair)) {
                continue;
            }
            int a = pair.getFirst();
            int b = pair.getLast();
            assertEquals(one.mayEnd(a), other.mayEnd(b), element + " may end");
            BitSet names = one.expected(a);
            assertEquals(
                    grammar.names(names), grammar.names(other.expected(b)), element + " expects");
            names.stream()
                    .forEach(name -> todo.add(List.of(one.next(a, name), other.next(b, name))));
        }
        return seen.size();
    }
}

package org.danaya.evtx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that somebody wants to read, each with a number: its place in the list. Immutable;
 * made once, shared by all threads.
 *
 * <p>A name is one of
 *
 * <ul>
 *   <li>the way to a value in the JSON, with dots: {@code System.Channel}, {@code
 *       System.Provider.Name}, {@code EventData.Image}, {@code UserData.EventXML.Address}. {@code
 *       Event} at its beginning and the steps {@code #attributes} and {@code #text} may be left
 *       out;
 *   <li>a name alone: that of a Data element, or of an element at any depth of EventData and
 *       UserData; else of an element of System. {@code Image}, {@code EventID}.
 * </ul>
 *
 * <p>Names are compared exactly. Dots that a Data element has in its name need no care.
 */
public final class FieldNames {

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();

    private FieldNames(List<String> names) {
        this.names = List.copyOf(names);
        for (String name : this.names) {
            if (numbers.putIfAbsent(canonical(name), numbers.size()) != null) {
                throw new IllegalArgumentException("the same field twice: " + name);
            }
        }
    }

    /**
     * Numbers the names in their order.
     *
     * @throws IllegalArgumentException if two of them are the same field
     */
    public static FieldNames of(List<String> names) {
        return new FieldNames(names);
    }

    /** As {@link #of(List)}. */
    public static FieldNames of(String... names) {
        return new FieldNames(List.of(names));
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }

    /** The name of that number. */
    public String name(int field) {
        return names.get(field);
    }

    /** The number of a name as a plan writes it; -1 where nobody wants it. */
    int number(String canonical) {
        return numbers.getOrDefault(canonical, -1);
    }

    private static String canonical(String name) {
        String way = name.startsWith("Event.") ? name.substring("Event.".length()) : name;
        return way.replace(".#attributes", "").replace(".#text", "");
    }
}

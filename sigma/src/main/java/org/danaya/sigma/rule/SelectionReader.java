package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.yaml.Yaml;

/**
 * Reads a document's search identifiers (Sigma rules, «Detection»). Limit: 200,000 tests a
 * document.
 */
final class SelectionReader {
    private static final int MOST_TESTS = 200_000;
    private static final int MOST_STEPS = 200_000;

    /** As many as the most values have that are to be contained. */
    private static final int MOST_PIECES = 3 * MOST_TESTS;

    private final Placeholders placeholders;
    private int tests;
    private int steps;
    private int pieces;

    SelectionReader(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * All of them but the attributes that are none: condition, and timeframe of the aggregations of
     * old.
     */
    Map<String, Selection> read(Yaml.Mapping detection, List<String> attributes) throws Refusal {
        Map<String, Selection> selections = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml.Entry> entry : detection.entries().entrySet()) {
            if (!attributes.contains(entry.getKey())) {
                selections.put(entry.getKey(), selection(entry.getKey(), entry.getValue().value()));
            }
        }
        return selections;
    }

    private Selection selection(String name, Yaml value) throws Refusal {
        return switch (value) {
            case Yaml.Mapping map -> map(name, map);
            case Yaml.Sequence list -> list(name, list);
            case Yaml.Scalar scalar -> keywords(List.of(scalar), List.of(), scalar.line());
        };
    }

    private Selection map(String name, Yaml.Mapping map) throws Refusal {
        List<Selection> items = new ArrayList<>();
        for (Map.Entry<String, Yaml.Entry> entry : map.entries().entrySet()) {
            items.add(item(entry.getKey(), entry.getValue()));
        }
        if (items.isEmpty()) {
            throw new Refusal(
                    Cause.SELECTION_EMPTY,
                    map.line(),
                    name,
                    "The selection " + name + " asks for nothing");
        }
        return items.size() == 1 ? items.getFirst() : new Selection.AllOf(items);
    }

    /** Its strings are keywords together; each of its maps stands by itself. */
    private Selection list(String name, Yaml.Sequence list) throws Refusal {
        List<Selection> items = new ArrayList<>();
        List<Yaml.Scalar> words = new ArrayList<>();
        for (Yaml item : list.items()) {
            switch (item) {
                case Yaml.Scalar word -> words.add(word);
                case Yaml.Mapping map -> items.add(map(name, map));
                case Yaml.Sequence inner ->
                        throw new Refusal(
                                Cause.SELECTION_FORM,
                                inner.line(),
                                "A list within a list has no meaning in Sigma");
            }
        }
        if (!words.isEmpty()) {
            items.add(keywords(words, List.of(), list.line()));
        }
        if (items.isEmpty()) {
            throw new Refusal(
                    Cause.SELECTION_EMPTY,
                    list.line(),
                    name,
                    "The selection " + name + " asks for nothing");
        }
        return items.size() == 1 ? items.getFirst() : new Selection.AnyOf(items);
    }

    private Selection item(String key, Yaml.Entry entry) throws Refusal {
        List<String> pieces = Arrays.asList(key.split("\\|", -1));
        List<Yaml.Scalar> values = values(key, entry);
        List<String> modifiers = pieces.subList(1, pieces.size());
        String field = pieces.getFirst();
        if (field.isEmpty()) {
            return keywords(values, modifiers, entry.key().line());
        }
        Chain chain = Chain.read(modifiers, entry.key().line());
        return combine(
                chain,
                alternatives(chain, values, false),
                (list, all) -> new Selection.FieldMatch(field, list, all));
    }

    private Selection keywords(List<Yaml.Scalar> values, List<String> modifiers, int line)
            throws Refusal {
        Chain chain = Chain.read(modifiers, line);
        switch (chain.kind()) {
            case TEXT, REGEX, NETWORK -> {}
            case EXISTENCE, COMPARISON, TIME, REFERENCE ->
                    throw new Refusal(
                            Cause.MODIFIER_COMBINATION,
                            line,
                            String.join("|", modifiers),
                            String.join("|", modifiers) + " needs the name of a field");
        }
        if (chain.has(Modifier.NEQ)) {
            throw new Refusal(
                    Cause.MODIFIER_COMBINATION, line, "neq", "neq needs the name of a field");
        }
        return combine(chain, alternatives(chain, values, true), Selection.Keywords::new);
    }

    private static List<Yaml.Scalar> values(String key, Yaml.Entry entry) throws Refusal {
        List<Yaml> items =
                entry.value() instanceof Yaml.Sequence list ? list.items() : List.of(entry.value());
        if (items.isEmpty()) {
            throw new Refusal(
                    Cause.SELECTION_EMPTY,
                    entry.key().line(),
                    key,
                    key + " has an empty list of values");
        }
        List<Yaml.Scalar> values = new ArrayList<>();
        for (Yaml item : items) {
            if (!(item instanceof Yaml.Scalar value)) {
                throw new Refusal(
                        Cause.SELECTION_FORM,
                        item.line(),
                        key,
                        key + " must have values, not lists or maps in it");
            }
            values.add(value);
        }
        return values;
    }

    private List<List<ValueTest>> alternatives(
            Chain chain, List<Yaml.Scalar> values, boolean keyword) throws Refusal {
        var reader = new ValueReader(chain, placeholders, keyword);
        List<List<ValueTest>> alternatives = new ArrayList<>();
        for (Yaml.Scalar value : values) {
            List<ValueTest> ofValue = reader.read(value);
            tests += ofValue.size();
            if (tests > MOST_TESTS) {
                throw new Refusal(
                        Cause.SELECTION_TOO_LARGE,
                        value.line(),
                        "More than " + MOST_TESTS + " values in a rule");
            }
            for (ValueTest test : ofValue) {
                pieces += test instanceof ValueTest.Glob glob ? glob.parts().size() : 0;
                steps += test instanceof ValueTest.Regex regex ? regex.program().programSize() : 0;
            }
            if (pieces > MOST_PIECES) {
                throw new Refusal(
                        Cause.SELECTION_TOO_LARGE,
                        value.line(),
                        "More than " + MOST_PIECES + " pieces between wildcards in a rule");
            }
            if (steps > MOST_STEPS) {
                throw new Refusal(
                        Cause.REGEX_TOO_LARGE,
                        value.line(),
                        "Regular expressions of more than " + MOST_STEPS + " steps together");
            }
            alternatives.add(ofValue);
        }
        return alternatives;
    }

    private interface Leaf {
        Selection of(List<ValueTest> tests, boolean all);
    }

    /** With {@code all}, a value that became alternatives is still satisfied by one of them. */
    private static Selection combine(Chain chain, List<List<ValueTest>> values, Leaf leaf) {
        if (chain.has(Modifier.NEQ)) {
            List<ValueTest> different =
                    values.stream()
                            .flatMap(List::stream)
                            .<ValueTest>map(ValueTest.Not::new)
                            .toList();
            return leaf.of(different, different.size() > 1);
        }
        if (!chain.has(Modifier.ALL) || values.size() == 1) {
            List<ValueTest> any = new ArrayList<>();
            for (List<ValueTest> value : values) {
                any.addAll(value);
            }
            return leaf.of(any, false);
        }
        if (values.stream().allMatch(value -> value.size() == 1)) {
            return leaf.of(values.stream().map(List::getFirst).toList(), true);
        }
        return new Selection.AllOf(values.stream().map(value -> leaf.of(value, false)).toList());
    }
}

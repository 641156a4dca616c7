package org.danaya.sigma.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final LinkedHashSet<String> NAMES =
            new LinkedHashSet<>(
                    List.of("sel", "sel_a", "sel_b", "filter_x", "_hidden", "of_it", "1"));

    @ParameterizedTest
    @CsvSource({
        "sel, sel",
        "sel or sel_a and sel_b, (sel or (sel_a and sel_b))",
        "(sel or sel_a) and sel_b, ((sel or sel_a) and sel_b)",
        "not sel and sel_a, (not sel and sel_a)",
        "not not sel, not not sel",
        "sel AND NOT sel_a, (sel and not sel_a)",
        "1 of sel_*, (sel_a or sel_b)",
        "all of sel_*, (sel_a and sel_b)",
        "any of sel_*, (sel_a or sel_b)",
        "1 of sel*_a, sel_a",
        "not 1 of sel_*, not (sel_a or sel_b)",
        "all of _*, _hidden",
        "sel and not 1 of filter_*, (sel and not filter_x)",
        "1 of them, (sel or sel_a or sel_b or filter_x or of_it or 1)",
        "1 of sel, sel",
        "((sel)), sel",
        "1, 1",
        "of_it, of_it"
    })
    void areRead(String text, String shown) throws Refusal {
        assertEquals(shown, shown(Conditions.read(text, NAMES, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "sel and, CONDITION_SYNTAX",
        "sel sel_a, CONDITION_SYNTAX",
        "(sel, CONDITION_SYNTAX",
        "sel), CONDITION_SYNTAX",
        "and, CONDITION_SYNTAX",
        "'', CONDITION_SYNTAX",
        "2 of sel*, CONDITION_SYNTAX",
        "1 of, CONDITION_SYNTAX",
        "other, CONDITION_NO_SUCH_SELECTION",
        "1 of other*, CONDITION_NO_SUCH_SELECTION",
        "sel | count() > 5, CONDITION_AGGREGATION"
    })
    void areRefused(String text, Cause cause) {
        Refusal refusal =
                Assertions.assertThrows(Refusal.class, () -> Conditions.read(text, NAMES, 1));
        assertEquals(cause, refusal.reason());
    }

    @Test
    void deepAndLongOnesAreReadOrRefusedButNeverFatal() throws Refusal {
        String deep = "(".repeat(100_000);
        assertEquals(
                Cause.CONDITION_TOO_LARGE,
                Assertions.assertThrows(Refusal.class, () -> Conditions.read(deep, NAMES, 1))
                        .reason());
        String nots = "not ".repeat(20_000) + "sel";
        assertEquals(
                Cause.CONDITION_TOO_LARGE,
                Assertions.assertThrows(Refusal.class, () -> Conditions.read(nots, NAMES, 1))
                        .reason());
        Map<String, Selection> thousand = new LinkedHashMap<>();
        String names =
                IntStream.range(0, 1000)
                        .mapToObj(i -> "sel" + i)
                        .collect(Collectors.joining(" or "));
        IntStream.range(0, 1000)
                .forEach(
                        i ->
                                thousand.put(
                                        "sel" + i,
                                        new Selection.Keywords(
                                                List.of(new ValueTest.Empty()), false)));
        assertEquals(
                Conditions.read("1 of sel*", thousand.keySet(), 1),
                Conditions.read(names, thousand.keySet(), 1));
    }

    private static String shown(Condition condition) {
        return switch (condition) {
            case Condition.Selected selected -> selected.name();
            case Condition.Not not -> "not " + shown(not.condition());
            case Condition.And and ->
                    and.conditions().stream()
                            .map(ConditionsTest::shown)
                            .collect(Collectors.joining(" and ", "(", ")"));
            case Condition.Or or ->
                    or.conditions().stream()
                            .map(ConditionsTest::shown)
                            .collect(Collectors.joining(" or ", "(", ")"));
        };
    }
}

package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.rule.ValueTest;

/** The tests of rules, numbered: equal ones once. */
final class Tests {

    private final Map<ValueTest, Integer> numbers = new HashMap<>();
    private final List<ValueTest> tests = new ArrayList<>();

    int number(ValueTest test) {
        int number = numbers.computeIfAbsent(test, unused -> tests.size());
        if (number == tests.size()) {
            tests.add(test);
        }
        return number;
    }

    ValueTest get(int number) {
        return tests.get(number);
    }

    /** Those of a check. */
    List<ValueTest> of(Check check) {
        List<ValueTest> some = new ArrayList<>(check.tests().size());
        for (int number : check.tests()) {
            some.add(tests.get(number));
        }
        return some;
    }

    int size() {
        return tests.size();
    }
}

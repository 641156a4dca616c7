package org.danaya.sigma.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.danaya.sigma.route.Naming;
import org.danaya.sigma.route.RuleFields;
import org.danaya.sigma.rule.LogSource;
import org.danaya.sigma.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The rules that concern one kind of events, compiled, and which of their fields lie at each place.
 * Shared by threads.
 */
final class RoutedPart {

    private static final int[] NONE = {};

    final Engine engine;
    final Naming naming;

    /** Whether something tells where these events are from. */
    final boolean told;

    private final Predicate<LogSource> concerns;

    /** The fields' names in the engine, by their places. */
    private final Map<List<String>, String> keys;

    /** For each rule of the engine, its number among all. */
    private final int[] numbers;

    /** The rules, among all, that are told; all of the engine's where it is null. */
    private final @Nullable BitSet only;

    private final @Nullable RoutedPart whole;

    /** For each place, the field that it is; {@link Slots#UNNAMED} where none. */
    private final int[] field;

    /** For each place, the other fields that it is. */
    private final int[][] others;

    RoutedPart(
            Engine engine,
            List<Integer> numbers,
            Naming naming,
            boolean told,
            Predicate<LogSource> concerns,
            Names places,
            Map<List<String>, String> keys) {
        this.engine = engine;
        this.naming = naming;
        this.told = told;
        this.concerns = concerns;
        this.keys = Map.copyOf(keys);
        this.numbers = numbers.stream().mapToInt(Integer::intValue).toArray();
        this.only = null;
        this.whole = null;
        field = new int[places.size()];
        others = new int[places.size()][];
        Arrays.fill(field, Slots.UNNAMED);
        Arrays.fill(others, NONE);
        keys.forEach(
                (list, key) -> {
                    for (String place : list) {
                        know(places.number(place), engine.names().number(key));
                    }
                });
    }

    private RoutedPart(RoutedPart of, BitSet only) {
        this.engine = of.engine;
        this.naming = of.naming;
        this.told = of.told;
        this.keys = of.keys;
        this.numbers = of.numbers;
        this.field = of.field;
        this.others = of.others;
        this.only = only;
        this.concerns = of.concerns;
        this.whole = of;
    }

    /** The same for events that only these rules concern. */
    RoutedPart only(BitSet concerned) {
        return new RoutedPart(this, concerned);
    }

    /** What this is a part of, itself where it is whole. */
    RoutedPart whole() {
        RoutedPart of = whole;
        return of == null ? this : of;
    }

    /** Whether rules for a log source concern events of this kind. */
    boolean concerns(LogSource source) {
        return concerns.test(source);
    }

    /**
     * The number, among all rules, of one of the engine's; -1 where it doesn't concern the event.
     */
    int number(int rule) {
        int number = numbers[rule];
        return only == null || only.get(number) ? number : -1;
    }

    /** Whether an event has something that a rule of the engine looks at. */
    boolean has(Slots slots, int rule) {
        Rule of = engine.rules.get(rule);
        if (RuleFields.searchEverywhere(of)) {
            return true;
        }
        Set<String> fields = RuleFields.of(of);
        for (int i = 0; i < slots.count; i++) {
            int name = slots.name[i];
            if (name >= 0 && fields.contains(engine.names.name(name))) {
                return true;
            }
        }
        return false;
    }

    /** The field of the engine that lies at these places; {@link Slots#UNNAMED} where none does. */
    int field(List<String> places) {
        String key = keys.get(places);
        return key == null ? Slots.UNNAMED : engine.names().number(key);
    }

    /** Names values after fields instead of places. */
    void rename(Slots slots) {
        int count = slots.count;
        for (int i = 0; i < count; i++) {
            int place = slots.name[i];
            if (place >= 0) {
                slots.name[i] = field[place];
                for (int other : others[place]) {
                    slots.add(other, slots.kind[i], slots.from[i], slots.to[i]);
                }
            }
        }
    }

    private void know(int place, int name) {
        if (place < 0) {
            return;
        }
        if (field[place] == Slots.UNNAMED) {
            field[place] = name;
        } else {
            int[] more = Arrays.copyOf(others[place], others[place].length + 1);
            more[more.length - 1] = name;
            others[place] = more;
        }
    }
}

package org.danaya.sigma.route;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.danaya.sigma.rule.LogSource;
import org.danaya.sigma.rule.Rule;

/**
 * Which events came, and which fields they had: what tells the rules that nothing concerned, and
 * those that could not match whatever happened. For one thread, which adds what others counted.
 */
public final class Coverage {

    private final IdentityHashMap<Object, Kind> kinds = new IdentityHashMap<>();

    /** What came of one kind of events. */
    private static final class Kind {

        private final Predicate<LogSource> concerns;
        private final boolean told;
        private final List<HasField> seen = new ArrayList<>();
        private long events;

        Kind(Predicate<LogSource> concerns, boolean told) {
            this.concerns = concerns;
            this.told = told;
        }

        /** Of events that don't tell where they are from, a rule is about those with its fields. */
        private boolean concerns(Rule rule) {
            return events > 0
                    && concerns.test(rule.logSource())
                    && (told
                            || RuleFields.searchEverywhere(rule)
                            || RuleFields.of(rule).stream().anyMatch(field -> came(rule, field)));
        }

        private boolean came(Rule rule, String field) {
            return seen.stream().anyMatch(each -> each.came(rule.logSource(), field));
        }
    }

    /** Whether an event came that had a field, as rules for a log source name it. */
    @FunctionalInterface
    public interface HasField {
        boolean came(LogSource source, String field);
    }

    /**
     * A rule that could not match.
     *
     * @param rule its number
     * @param events how many events concerned it
     * @param lacking the fields that none of them had
     */
    public record Blind(int rule, long events, Set<String> lacking) {}

    /**
     * Adds what one thread saw of one kind of events.
     *
     * @param kind the same object for the same kind
     * @param concerns whether rules for a log source concern it
     * @param told whether something tells where it is from
     */
    public void add(
            Object kind, Predicate<LogSource> concerns, boolean told, long events, HasField seen) {
        Kind known = kinds.computeIfAbsent(kind, unused -> new Kind(concerns, told));
        known.events += events;
        known.seen.add(seen);
    }

    /** How many kinds of events came, for each of which rules are compiled by themselves. */
    public int kinds() {
        return kinds.size();
    }

    /** How many events concerned a rule. */
    public long events(Rule rule) {
        return concerning(rule).mapToLong(kind -> kind.events).sum();
    }

    /** Why a rule could not match, though events concerned it; nothing where it could. */
    public Optional<Blind> blind(int number, Rule rule) {
        List<Kind> concerning = concerning(rule).toList();
        if (concerning.isEmpty()) {
            return Optional.empty();
        }
        Set<String> lacking = new LinkedHashSet<>();
        for (Kind kind : concerning) {
            Set<String> here = Reach.lacking(rule, field -> kind.came(rule, field));
            if (here.isEmpty()) {
                return Optional.empty();
            }
            lacking.addAll(here);
        }
        return Optional.of(new Blind(number, events(rule), lacking));
    }

    private Stream<Kind> concerning(Rule rule) {
        return kinds.values().stream().filter(kind -> kind.concerns(rule));
    }
}

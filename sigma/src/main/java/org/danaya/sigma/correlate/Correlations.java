package org.danaya.sigma.correlate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.Detector;
import org.danaya.sigma.rule.RuleSet;

/**
 * The correlations of a set, compiled. Immutable, for all threads.
 *
 * <p>Sources of hits are numbered: the rules of the set as they stand there, then its correlations.
 * A hit has columns: the host, then of a rule the fields that correlations want of its events, of a
 * correlation those that it groups by.
 */
public final class Correlations {
    private static final int[] NOBODY = {};

    private final int rules;
    private final List<List<String>> fields;
    private final List<Plan> plans;

    /** By source: the correlations that refer to it, as places in {@link #plans}. */
    private final int[][] listeners;

    private final int widest;

    private Correlations(
            int rules, List<List<String>> fields, List<Plan> plans, int[][] listeners) {
        this.rules = rules;
        this.fields = fields;
        this.plans = plans;
        this.listeners = listeners;
        widest = 1 + fields.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Compiles all correlations of a set. */
    public static Correlations of(RuleSet set) {
        return new Compiler(set).compiled();
    }

    /** Whether a correlation refers to a rule, by its place in {@link RuleSet#rules}. */
    public boolean awaits(int rule) {
        return listeners[rule].length > 0;
    }

    /** The fields that correlations want of a rule's events, each once. */
    public List<String> fields(int rule) {
        return fields.get(rule);
    }

    List<Plan> plans() {
        return plans;
    }

    /** The source of what a correlation finds, by its place in {@link #plans}. */
    int source(int plan) {
        return rules + plan;
    }

    int sources() {
        return listeners.length;
    }

    int[] listeners(int source) {
        return listeners[source];
    }

    /** How many columns a rule's hit has at most. */
    int widest() {
        return widest;
    }

    private static final class Compiler {
        private final RuleSet set;
        private final IdentityHashMap<Detector, Integer> sources = new IdentityHashMap<>();

        /** By source: the columns of its hits, by field. */
        private final List<Map<String, Integer>> columns = new ArrayList<>();

        Compiler(RuleSet set) {
            this.set = set;
            set.rules().forEach(rule -> know(rule, new LinkedHashMap<>()));
            for (Correlation correlation : set.correlations()) {
                Map<String, Integer> group = new HashMap<>();
                for (String field : correlation.groupBy()) {
                    group.putIfAbsent(field, 1 + correlation.groupBy().indexOf(field));
                }
                know(correlation, Collections.unmodifiableMap(group));
            }
        }

        Correlations compiled() {
            List<Plan> plans = set.correlations().stream().map(this::plan).toList();
            int rules = set.rules().size();
            List<List<String>> fields =
                    columns.subList(0, rules).stream().map(of -> List.copyOf(of.keySet())).toList();
            return new Correlations(rules, fields, plans, listeners(plans));
        }

        private void know(Detector detector, Map<String, Integer> fields) {
            sources.put(detector, columns.size());
            columns.add(fields);
        }

        private Plan plan(Correlation correlation) {
            List<Detector> referred = set.references(correlation);
            int[] numbers = referred.stream().mapToInt(sources::get).toArray();
            int[][] keys = new int[numbers.length][];
            int[][] values = new int[numbers.length][];
            List<String> measured = Plan.fields(correlation.measure());
            for (int i = 0; i < numbers.length; i++) {
                int source = numbers[i];
                String name = correlation.rules().get(i);
                keys[i] =
                        correlation.groupBy().stream()
                                .map(field -> unaliased(correlation, field, name))
                                .mapToInt(field -> column(source, field))
                                .toArray();
                values[i] = measured.stream().mapToInt(field -> column(source, field)).toArray();
            }
            return new Plan(correlation, numbers, keys, values);
        }

        private static String unaliased(Correlation correlation, String field, String rule) {
            return correlation.aliases().getOrDefault(field, Map.of()).getOrDefault(rule, field);
        }

        /** The column of a field, which a rule gets where it doesn't have it; else -1. */
        private int column(int source, String field) {
            Map<String, Integer> of = columns.get(source);
            return source < set.rules().size()
                    ? of.computeIfAbsent(field, unknown -> 1 + of.size())
                    : of.getOrDefault(field, Plan.NO_COLUMN);
        }

        private int[][] listeners(List<Plan> plans) {
            List<List<Integer>> listening = new ArrayList<>();
            columns.forEach(source -> listening.add(new ArrayList<>()));
            for (int plan = 0; plan < plans.size(); plan++) {
                for (int reference = 0; reference < plans.get(plan).references(); reference++) {
                    listening.get(plans.get(plan).source(reference)).add(plan);
                }
            }
            return listening.stream()
                    .map(of -> of.isEmpty() ? NOBODY : distinct(of))
                    .toArray(int[][]::new);
        }

        private static int[] distinct(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).distinct().toArray();
        }
    }
}

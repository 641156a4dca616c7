package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.danaya.sigma.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Documents put together: filters are in the rules that they're for, and each correlation knows
 * what it refers to. Immutable.
 */
public final class RuleSet {
    private final List<Rule> rules;
    private final List<Correlation> correlations;
    private final List<Filter> filters;
    private final List<Read.Refused> refused;
    private final Map<Correlation, List<Detector>> references;
    private final Set<Detector> silent;

    private RuleSet(
            List<Rule> rules,
            List<Filter> filters,
            List<Read.Refused> refused,
            Map<Correlation, List<Detector>> references,
            Set<Detector> silent) {
        this.rules = List.copyOf(rules);
        this.correlations = List.copyOf(references.keySet());
        this.filters = List.copyOf(filters);
        this.refused = List.copyOf(refused);
        this.references = references;
        this.silent = silent;
    }

    /**
     * Puts the documents together. A correlation that refers to nothing, to two rules of one name,
     * or in a circle is refused.
     */
    public static RuleSet of(List<Read> reads) {
        List<Rule> read = new ArrayList<>();
        List<Filter> filters = new ArrayList<>();
        List<Correlation> correlations = new ArrayList<>();
        List<Read.Refused> refused = new ArrayList<>();
        for (Read document : reads) {
            switch (document) {
                case Read.OfRule of -> read.add(of.rule());
                case Read.OfCorrelation of -> correlations.add(of.correlation());
                case Read.OfFilter of -> filters.add(of.filter());
                case Read.Refused of -> refused.add(of);
            }
        }
        List<Rule> rules = read.stream().map(rule -> filtered(rule, filters)).toList();
        var references = new References(rules, correlations);
        return new RuleSet(
                rules,
                filters,
                concat(refused, references.refused()),
                references.resolved(),
                silent(references.resolved()));
    }

    private static Set<Detector> silent(Map<Correlation, List<Detector>> references) {
        Set<Detector> quiet = Collections.newSetFromMap(new IdentityHashMap<>());
        references.forEach(
                (correlation, referred) -> {
                    if (!correlation.generate()) {
                        quiet.addAll(referred);
                    }
                });
        return quiet;
    }

    /** The rules, in the order of the documents, with the filters in them. */
    public List<Rule> rules() {
        return rules;
    }

    /** The correlations; each stands behind those that it refers to. */
    public List<Correlation> correlations() {
        return correlations;
    }

    /** The filters, which already are in the rules. */
    public List<Filter> filters() {
        return filters;
    }

    /** What was refused: documents, and correlations for what they refer to. */
    public List<Read.Refused> refused() {
        return refused;
    }

    /** What the correlation refers to, in its order. */
    public List<Detector> references(Correlation correlation) {
        return references.getOrDefault(correlation, List.of());
    }

    /**
     * Whether what this one finds is reported by itself: not where a correlation refers to it and
     * doesn't say {@code generate: true} (Sigma correlation rules, «Generate»).
     */
    public boolean reports(Detector detector) {
        return !silent.contains(detector);
    }

    /**
     * Only the detectors that are wanted, and those that a wanted correlation refers to, which are
     * not reported unless they are wanted and reported here.
     */
    public RuleSet only(Predicate<Header> wanted) {
        Set<Detector> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Detector> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(rules.stream(), correlations.stream())
                .filter(detector -> wanted.test(detector.header()))
                .forEach(told::add);
        told.forEach(detector -> need(detector, needed));
        Map<Correlation, List<Detector>> kept = new LinkedHashMap<>();
        references.forEach(
                (correlation, referred) -> {
                    if (needed.contains(correlation)) {
                        kept.put(correlation, referred);
                    }
                });
        Set<Detector> quiet = Collections.newSetFromMap(new IdentityHashMap<>());
        needed.stream()
                .filter(detector -> !told.contains(detector) || silent.contains(detector))
                .forEach(quiet::add);
        return new RuleSet(
                rules.stream().filter(needed::contains).toList(), filters, refused, kept, quiet);
    }

    private void need(Detector detector, Set<Detector> needed) {
        if (needed.add(detector) && detector instanceof Correlation correlation) {
            references(correlation).forEach(referred -> need(referred, needed));
        }
    }

    private static Rule filtered(Rule rule, List<Filter> filters) {
        Rule filtered = rule;
        for (int number = 0; number < filters.size(); number++) {
            if (Filters.concerns(filters.get(number), rule)) {
                filtered = Filters.apply(filters.get(number), number, filtered);
            }
        }
        return filtered;
    }

    private static List<Read.Refused> concat(List<Read.Refused> first, List<Read.Refused> second) {
        List<Read.Refused> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** Follows what correlations refer to, each after those that it needs. */
    private static final class References {
        private final Map<String, List<Detector>> known = new HashMap<>();
        private final Map<Correlation, List<Detector>> resolved = new LinkedHashMap<>();
        private final Map<Correlation, Read.Refused> refused = new LinkedHashMap<>();
        private final Set<Correlation> underWay = new HashSet<>();

        References(List<Rule> rules, List<Correlation> correlations) {
            rules.forEach(this::know);
            correlations.forEach(this::know);
            correlations.forEach(correlation -> resolve(correlation, 0));
        }

        Map<Correlation, List<Detector>> resolved() {
            return resolved;
        }

        List<Read.Refused> refused() {
            return List.copyOf(refused.values());
        }

        private void know(Detector detector) {
            Header header = detector.header();
            know(header.id(), detector);
            if (header.name() != null && !header.name().equals(header.id())) {
                know(header.name(), detector);
            }
        }

        private void know(@Nullable String name, Detector detector) {
            if (name != null) {
                known.computeIfAbsent(name, unknown -> new ArrayList<>()).add(detector);
            }
        }

        private boolean resolve(Correlation correlation, int depth) {
            if (resolved.containsKey(correlation) || refused.containsKey(correlation)) {
                return resolved.containsKey(correlation);
            }
            if (!underWay.add(correlation) || depth > YamlReader.DEEPEST) {
                return refuse(
                        correlation,
                        Cause.REFERENCE_CYCLE,
                        "",
                        "It refers to itself, directly or through others");
            }
            List<Detector> referred = new ArrayList<>();
            for (String name : correlation.rules()) {
                List<Detector> named = known.getOrDefault(name, List.of());
                if (named.isEmpty()) {
                    return refuse(
                            correlation,
                            Cause.REFERENCE_UNKNOWN,
                            name,
                            "No rule that was read has the id or name " + name);
                }
                if (named.size() > 1) {
                    return refuse(
                            correlation,
                            Cause.REFERENCE_AMBIGUOUS,
                            name,
                            named.size() + " rules have the id or name " + name);
                }
                if (named.getFirst() instanceof Correlation other && !resolve(other, depth + 1)) {
                    boolean circle = refusedFor(other, Cause.REFERENCE_CYCLE);
                    return refuse(
                            correlation,
                            circle ? Cause.REFERENCE_CYCLE : Cause.REFERENCE_UNKNOWN,
                            name,
                            "What it refers to as " + name + " was refused");
                }
                referred.add(named.getFirst());
            }
            underWay.remove(correlation);
            resolved.put(correlation, List.copyOf(referred));
            return true;
        }

        private boolean refusedFor(Correlation correlation, Cause cause) {
            Read.Refused refusal = refused.get(correlation);
            return refusal != null && refusal.cause() == cause;
        }

        private boolean refuse(Correlation correlation, Cause cause, String about, String message) {
            Header header = correlation.header();
            refused.put(
                    correlation,
                    new Read.Refused(header.title(), header.source(), 0, cause, about, message));
            return false;
        }
    }
}

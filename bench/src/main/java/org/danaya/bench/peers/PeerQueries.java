package org.danaya.bench.peers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Fold;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/** Sigma rules as queries, those that can be expressed; the others are counted by what can't. */
public final class PeerQueries {

    private final Predicate<String> expressible;
    private final List<Rule> rules = new ArrayList<>();
    private final List<PeerQuery> queries = new ArrayList<>();
    private final SortedMap<String, Integer> left = new TreeMap<>();

    /**
     * Of the rules, in their order.
     *
     * @param expressible whether peers can be asked an expression
     */
    public PeerQueries(List<Rule> from, Predicate<String> expressible) {
        this.expressible = expressible;
        for (Rule rule : from) {
            try {
                queries.add(query(rule.condition(), rule));
                rules.add(rule);
            } catch (Inexpressible e) {
                left.merge(e.what, 1, Integer::sum);
            }
        }
        leaveOuter();
    }

    /** A name is that of a value or of an object: OpenSearch can't have both. */
    private void leaveOuter() {
        Set<String> names = new Fields(queries).names();
        for (int i = rules.size() - 1; i >= 0; i--) {
            boolean outer =
                    new Fields(List.of(queries.get(i)))
                            .names().stream()
                                    .anyMatch(
                                            name ->
                                                    names.stream()
                                                            .anyMatch(
                                                                    other ->
                                                                            other.startsWith(
                                                                                    name + ".")));
            if (outer) {
                rules.remove(i);
                queries.remove(i);
                left.merge("a field that other rules look within", 1, Integer::sum);
            }
        }
    }

    /** Those that are expressed. */
    public List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The query of each of {@link #rules}. */
    public List<PeerQuery> queries() {
        return List.copyOf(queries);
    }

    /** How many rules are left out, by the first test that can't be expressed. */
    public SortedMap<String, Integer> left() {
        return new TreeMap<>(left);
    }

    private static final class Inexpressible extends Exception {
        private static final long serialVersionUID = 1;
        private final String what;

        Inexpressible(String what) {
            super(what);
            this.what = what;
        }
    }

    private PeerQuery query(Condition condition, Rule rule) throws Inexpressible {
        return switch (condition) {
            case Condition.And(List<Condition> conditions) -> {
                List<PeerQuery> parts = new ArrayList<>();
                for (Condition part : conditions) {
                    parts.add(query(part, rule));
                }
                yield all(parts);
            }
            case Condition.Or(List<Condition> conditions) -> {
                List<PeerQuery> parts = new ArrayList<>();
                for (Condition part : conditions) {
                    parts.add(query(part, rule));
                }
                yield any(parts);
            }
            case Condition.Not(Condition part) -> not(query(part, rule));
            case Condition.Selected(String name) -> {
                Selection selection = rule.selections().get(name);
                if (selection == null) {
                    throw new IllegalArgumentException("No selection " + name);
                }
                yield query(selection);
            }
        };
    }

    private PeerQuery query(Selection selection) throws Inexpressible {
        return switch (selection) {
            case Selection.AllOf(List<Selection> selections) -> {
                List<PeerQuery> parts = new ArrayList<>();
                for (Selection part : selections) {
                    parts.add(query(part));
                }
                yield all(parts);
            }
            case Selection.AnyOf(List<Selection> selections) -> {
                List<PeerQuery> parts = new ArrayList<>();
                for (Selection part : selections) {
                    parts.add(query(part));
                }
                yield any(parts);
            }
            case Selection.FieldMatch(String field, List<ValueTest> tests, boolean all) ->
                    query(field, tests, all);
            case Selection.Keywords(List<ValueTest> tests, boolean all) ->
                    query(Peer.ANYWHERE, tests, all);
        };
    }

    private PeerQuery query(String field, List<ValueTest> tests, boolean all) throws Inexpressible {
        List<PeerQuery> parts = new ArrayList<>();
        for (ValueTest test : tests) {
            parts.add(query(field, test));
        }
        return all ? all(parts) : any(parts);
    }

    private PeerQuery query(String field, ValueTest test) throws Inexpressible {
        return switch (test) {
            case ValueTest.Glob(List<Part> parts, boolean cased) -> pattern(field, parts, cased);
            case ValueTest.Empty _ -> new PeerQuery.Pattern(field, List.of());
            case ValueTest.NumberEqual(BigDecimal value) -> number(field, value);
            case ValueTest.Null _ -> new PeerQuery.Not(new PeerQuery.Present(field));
            case ValueTest.Exists(boolean there) -> {
                PeerQuery present = new PeerQuery.Present(field);
                yield there ? present : not(present);
            }
            case ValueTest.Not(ValueTest inner) ->
                    all(List.of(new PeerQuery.Present(field), not(query(field, inner))));
            case ValueTest.Cidr cidr -> {
                Optional<String> expression = NetworkExpression.of(cidr.network());
                yield new PeerQuery.Expression(
                        field,
                        expression.orElseThrow(() -> new Inexpressible("a network of IPv6")));
            }
            case ValueTest.Regex regex -> {
                RegexExpression read = new RegexExpression(regex);
                yield new PeerQuery.Expression(
                        read.folded() ? field : field + Peer.CASED,
                        read.expression()
                                .filter(expressible)
                                .orElseThrow(() -> new Inexpressible("a regular expression")));
            }
            case ValueTest.Compare _ -> throw new Inexpressible("an order of numbers");
            case ValueTest.FieldRef _ -> throw new Inexpressible("another field's value");
            case ValueTest.TimePart _ -> throw new Inexpressible("a part of a time");
        };
    }

    private static PeerQuery pattern(String field, List<Part> parts, boolean cased) {
        if (parts.size() == 1 && parts.getFirst() instanceof Part.AnyRun) {
            return new PeerQuery.Present(field);
        }
        if (cased) {
            return new PeerQuery.Pattern(field + Peer.CASED, parts);
        }
        List<Part> folded = new ArrayList<>();
        for (Part part : parts) {
            folded.add(
                    part instanceof Part.Literal(String text)
                            ? new Part.Literal(Fold.fold(text))
                            : part);
        }
        return new PeerQuery.Pattern(field, folded);
    }

    /** By its plainest spelling: those of a number are without end. */
    private static PeerQuery number(String field, BigDecimal value) {
        return new PeerQuery.Pattern(field, List.of(new Part.Literal(value.toPlainString())));
    }

    private static PeerQuery not(PeerQuery query) {
        return query instanceof PeerQuery.Not(PeerQuery inner) ? inner : new PeerQuery.Not(query);
    }

    private static PeerQuery all(List<PeerQuery> parts) {
        List<PeerQuery> flat = new ArrayList<>();
        for (PeerQuery part : parts) {
            if (part instanceof PeerQuery.All(List<PeerQuery> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new PeerQuery.All(flat);
    }

    private static PeerQuery any(List<PeerQuery> parts) {
        List<PeerQuery> flat = new ArrayList<>();
        for (PeerQuery part : parts) {
            if (part instanceof PeerQuery.Any(List<PeerQuery> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new PeerQuery.Any(flat);
    }
}

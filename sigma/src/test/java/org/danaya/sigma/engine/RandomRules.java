package org.danaya.sigma.engine;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.danaya.sigma.rule.Addresses;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.LogSource;
import org.danaya.sigma.rule.Order;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/** Rules of every kind of test, over the names and values of {@link RandomEvents}. */
final class RandomRules {

    private static final List<String> EXPRESSIONS =
            List.of(
                    "a.?b",
                    "^ab",
                    "b$",
                    "[0-9]+\\.[0-9]+",
                    "cmd\\.exe",
                    "x|y",
                    "(ab)+",
                    "-enc .*A{2}");

    private static final List<String> NETWORKS = List.of("10.0.0.0/8", "fe80::/10", "10.0.0.7");

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    Rule next(int number) {
        Map<String, Selection> selections = new LinkedHashMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            selections.put("s" + i, selection(0));
        }
        return new Rule(
                header(number),
                new LogSource(null, null, null),
                selections,
                condition(List.copyOf(selections.keySet()), 0));
    }

    private static Header header(int number) {
        return new Header(
                Integer.toString(number),
                null,
                "Rule " + number,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Header.Source("example.yml", number, 1));
    }

    private Condition condition(List<String> names, int depth) {
        Condition one = new Condition.Selected(names.get(random.nextInt(names.size())));
        return switch (random.nextInt(depth > 2 ? 1 : 4)) {
            case 0 -> one;
            case 1 -> new Condition.Not(condition(names, depth + 1));
            case 2 ->
                    new Condition.And(
                            List.of(condition(names, depth + 1), condition(names, depth + 1)));
            default ->
                    new Condition.Or(
                            List.of(condition(names, depth + 1), condition(names, depth + 1)));
        };
    }

    private Selection selection(int depth) {
        return switch (random.nextInt(depth > 1 ? 4 : 6)) {
            case 0 -> new Selection.Keywords(list(this::text), random.nextInt(3) == 0);
            case 1, 2, 3 ->
                    new Selection.FieldMatch(name(), list(this::test), random.nextInt(3) == 0);
            case 4 -> new Selection.AllOf(list(() -> selection(depth + 1)));
            default -> new Selection.AnyOf(list(() -> selection(depth + 1)));
        };
    }

    private String name() {
        return RandomEvents.NAMES.get(random.nextInt(RandomEvents.NAMES.size()));
    }

    private <T> List<T> list(java.util.function.Supplier<T> of) {
        List<T> list = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            list.add(of.get());
        }
        return list;
    }

    private ValueTest test() {
        return switch (random.nextInt(14)) {
            case 0 -> new ValueTest.Empty();
            case 1 -> new ValueTest.Null();
            case 2 -> new ValueTest.Exists(random.nextBoolean());
            case 3 -> new ValueTest.NumberEqual(number());
            case 4 -> new ValueTest.Compare(order(), number());
            case 5 ->
                    new ValueTest.FieldRef(
                            name(),
                            one(List.of(ValueTest.FieldRef.Place.values())),
                            random.nextBoolean());
            case 6 ->
                    new ValueTest.TimePart(
                            one(List.of(ValueTest.TimePart.Unit.values())),
                            order(),
                            List.of(BigDecimal.TEN, BigDecimal.ONE, new BigDecimal(2026))
                                    .get(random.nextInt(3)));
            case 7 -> new ValueTest.Not(text());
            default -> text();
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Order order() {
        return one(List.of(Order.values()));
    }

    private BigDecimal number() {
        return new BigDecimal(List.of("10", "-5", "1.5", "0", "1e1").get(random.nextInt(5)));
    }

    private ValueTest text() {
        return switch (random.nextInt(8)) {
            case 0 -> {
                String expression = EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size()));
                boolean ignore = random.nextBoolean();
                yield new ValueTest.Regex(
                        expression,
                        ignore,
                        false,
                        false,
                        Pattern.compile(expression, ignore ? Pattern.CASE_INSENSITIVE : 0));
            }
            case 1 ->
                    new ValueTest.Cidr(
                            Objects.requireNonNull(
                                    Addresses.readNetwork(
                                            NETWORKS.get(random.nextInt(NETWORKS.size())))));
            default -> new ValueTest.Glob(parts(), random.nextInt(4) == 0);
        };
    }

    /** Pieces of the events' values, with wildcards between and around them. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int literals = 1 + random.nextInt(2);
        for (int i = 0; i < literals; i++) {
            wild(parts);
            String piece = piece();
            if (!piece.isEmpty() && !(last(parts) instanceof Part.Literal)) {
                parts.add(new Part.Literal(piece));
            }
        }
        wild(parts);
        if (parts.isEmpty()) {
            parts.add(new Part.AnyRun());
        }
        return parts;
    }

    private void wild(List<Part> parts) {
        int which = random.nextInt(4);
        if (which == 0) {
            parts.add(new Part.AnyOne());
        } else if (which < 3 && !(last(parts) instanceof Part.AnyRun)) {
            parts.add(new Part.AnyRun());
        }
    }

    private static Object last(List<Part> parts) {
        return parts.isEmpty() ? parts : parts.getLast();
    }

    private String piece() {
        String value =
                random.nextInt(3) == 0
                        ? RandomEvents.word(random)
                        : RandomEvents.VALUES.get(random.nextInt(RandomEvents.VALUES.size()));
        int from =
                value.offsetByCodePoints(
                        0, random.nextInt(1 + value.codePointCount(0, value.length()) / 2));
        int left = value.codePointCount(from, value.length());
        int to = value.offsetByCodePoints(from, left == 0 ? 0 : 1 + random.nextInt(left));
        return value.substring(from, to);
    }
}

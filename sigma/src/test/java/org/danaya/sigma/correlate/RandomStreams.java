package org.danaya.sigma.correlate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.danaya.sigma.naive.Json;
import org.danaya.sigma.naive.NaiveCorrelator.Timed;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;

/** Random correlations of every type, chained and with aliases, and streams for them. */
final class RandomStreams {
    private static final List<String> RULES = List.of("a", "b", "c");

    private static final List<String> TYPES =
            List.of(
                    "event_count",
                    "value_count",
                    "temporal",
                    "temporal_ordered",
                    "value_sum",
                    "value_avg",
                    "value_percentile",
                    "value_median");

    private static final List<String> NUMBERS =
            List.of(
                    "1",
                    "2",
                    "3",
                    "3",
                    "-1",
                    "0",
                    "2.50",
                    "0.1",
                    "\"7\"",
                    "\"1e2\"",
                    "1e-3",
                    "123456789012",
                    "\"1e400\"",
                    "\"-1e400\"",
                    "\"1e999999999\"",
                    "\"NaN\"",
                    "\"Infinity\"",
                    "\"\"",
                    "null",
                    "true",
                    "\"2 \"",
                    "[]",
                    "[[5], 6]",
                    "{}");

    private static final List<String> NAMES =
            List.of("\"x\"", "\"x\"", "\"y\"", "\"Y\"", "\"\"", "null", "\"€ß\"", "3", "\"3\"");

    private final Random random;

    RandomStreams(Random random) {
        this.random = random;
    }

    /** Three rules that see the letters of their names in {@code kind}, and correlations. */
    String rules() {
        var yaml = new StringBuilder();
        for (String rule : RULES) {
            yaml.append(
                    "name: %s\ndetection: {s: {kind|contains: %s}, condition: s}\n---\n"
                            .formatted(rule, rule));
        }
        List<String> known = new ArrayList<>(RULES);
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            yaml.append(correlation("c" + i, known));
            known.add("c" + i);
        }
        return yaml.toString();
    }

    static RuleSet read(String yaml) {
        RuleSet set =
                RuleSet.of(
                        new RuleReader().read("test.yml", yaml.getBytes(StandardCharsets.UTF_8)));
        if (!set.refused().isEmpty()) {
            throw new IllegalArgumentException(set.refused() + "\n" + yaml);
        }
        return set;
    }

    /**
     * Events whose times are at most so much behind the latest before them.
     *
     * @param disorder in milliseconds
     */
    List<Timed> stream(int count, int disorder) {
        List<Timed> events = new ArrayList<>();
        long now = random.nextInt(1_000_000_000) * 1_000L;
        for (int i = 0; i < count; i++) {
            now += random.nextInt(4) == 0 ? random.nextInt(15) * 1_000L : random.nextInt(2) * 500L;
            long time = now - (disorder == 0 ? 0 : random.nextInt(disorder + 1));
            events.add(new Timed(Instant.ofEpochMilli(time), Json.parse(event())));
        }
        return events;
    }

    private String event() {
        var event =
                new StringBuilder("{\"kind\":\"")
                        .append(some(List.of("a", "b", "c", "ab", "bca", "-")))
                        .append('"');
        add(event, "user", NAMES);
        add(event, "pc", List.of("\"p\"", "\"p\"", "\"p\"", "\"q\""));
        add(event, "n", NUMBERS);
        add(event, "src.ip", NAMES);
        if (random.nextBoolean()) {
            event.append(",\"src\":{\"ip\":").append(some(NAMES)).append('}');
        }
        return event.append('}').toString();
    }

    private void add(StringBuilder event, String field, List<String> values) {
        if (random.nextInt(6) > 0) {
            event.append(",\"").append(field).append("\":").append(some(values));
        }
    }

    private String correlation(String name, List<String> known) {
        String type = some(TYPES);
        List<String> rules = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            rules.add(some(known));
        }
        String grouped =
                some(List.of("", "user", "user, src.ip", "it", "it, user", "n", "gone, user"));
        var yaml = new StringBuilder();
        yaml.append("name: ").append(name).append("\ncorrelation:\n");
        yaml.append("  type: ").append(type).append("\n  rules: ").append(rules);
        yaml.append("\n  group-by: [").append(grouped).append("]\n  timespan: ");
        yaml.append(some(List.of("1s", "10s", "10s", "1m", "2h", "10000d"))).append('\n');
        if (random.nextBoolean()) {
            String aliased = some(List.of("user", "src.ip", "it"));
            yaml.append("  aliases: {it: {%s: %s}}\n".formatted(some(rules), aliased));
        }
        boolean bounded = !type.startsWith("temporal") || random.nextInt(3) == 0;
        String field = field(type);
        if (bounded || !field.isEmpty()) {
            yaml.append("  condition: {").append(field).append(bounds(type)).append("}\n");
        }
        return yaml.append("---\n").toString();
    }

    private String field(String type) {
        return switch (type) {
            case "value_count" -> "field: " + some(List.of("n", "user", "[user, n]")) + ", ";
            case "value_percentile" ->
                    "field: n, percentile: " + some(List.of("0", "25", "33.3", "90", "100")) + ", ";
            case "value_sum", "value_avg", "value_median" -> "field: n, ";
            default -> "";
        };
    }

    private String bounds(String type) {
        List<String> numbers =
                type.startsWith("value_") && !type.equals("value_count")
                        ? List.of("0", "1", "2", "2.5", "5", "1e400", "-1e400")
                        : List.of("0", "1", "1", "2", "2", "3", "4");
        List<String> orders =
                new ArrayList<>(List.of("gt", "gte", "gte", "lt", "lte", "eq", "neq"));
        Collections.shuffle(orders, random);
        String first = orders.getFirst() + ": " + some(numbers);
        String second = orders.get(1);
        return random.nextInt(3) > 0 || orders.getFirst().equals(second)
                ? first
                : first + ", " + second + ": " + some(numbers);
    }

    private <T> T some(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

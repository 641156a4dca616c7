package org.danaya.sigma.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.rule.Correlation.Bound;
import org.danaya.sigma.rule.Correlation.Measure;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** Reads the correlation section (Sigma correlation rules 2.1). */
final class CorrelationReader {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Yaml.Mapping section;
    private List<String> fields = List.of();
    private @Nullable BigDecimal percentile;
    private final List<Bound> bounds = new ArrayList<>();

    private CorrelationReader(Yaml.Mapping section) {
        this.section = section;
    }

    static Correlation read(Header header, Yaml.Mapping section, Yaml.Mapping document)
            throws Refusal {
        var reader = new CorrelationReader(section);
        List<String> rules = HeaderReader.texts(section.get("rules"));
        if (rules.isEmpty()) {
            throw new Refusal(
                    Cause.ATTRIBUTE_MISSING,
                    section.line(),
                    "rules",
                    "The correlation names no rules");
        }
        reader.condition();
        Yaml generate =
                document.get("generate") != null
                        ? document.get("generate")
                        : section.get("generate");
        return new Correlation(
                header,
                reader.measure(),
                rules,
                HeaderReader.texts(section.get("group-by")),
                reader.aliases(rules),
                reader.timeSpan(),
                generate instanceof Yaml.Scalar scalar && Boolean.TRUE.equals(scalar.truth()));
    }

    private Measure measure() throws Refusal {
        String type = section.get("type") instanceof Yaml.Scalar scalar ? scalar.text() : "";
        return switch (type) {
            case "event_count" -> new Measure.EventCount(needBounds());
            case "value_count" -> {
                if (fields.isEmpty()) {
                    throw needField(type);
                }
                yield new Measure.ValueCount(fields, needBounds());
            }
            case "temporal" -> new Measure.Temporal(false, List.copyOf(bounds));
            case "temporal_ordered" -> new Measure.Temporal(true, List.copyOf(bounds));
            case "value_sum" -> new Measure.ValueSum(field(type), needBounds());
            case "value_avg" -> new Measure.ValueAverage(field(type), needBounds());
            case "value_percentile" ->
                    new Measure.ValuePercentile(
                            field(type),
                            percentile == null ? new BigDecimal(50) : percentile,
                            needBounds());
            case "value_median" ->
                    new Measure.ValuePercentile(field(type), new BigDecimal(50), needBounds());
            default ->
                    throw new Refusal(
                            Cause.CORRELATION_TYPE,
                            section.line(),
                            type,
                            "«" + type + "» is no type of correlation");
        };
    }

    /** The criteria of the condition, all of which must hold, with the field that they're about. */
    private void condition() throws Refusal {
        Yaml value = section.get("condition");
        if (value == null) {
            return;
        }
        if (!(value instanceof Yaml.Mapping map)) {
            throw new Refusal(
                    Cause.CORRELATION_CONDITION,
                    value.line(),
                    "condition",
                    "A correlation's condition must be a map");
        }
        for (Map.Entry<String, Yaml.Entry> entry : map.entries().entrySet()) {
            Yaml of = entry.getValue().value();
            switch (entry.getKey()) {
                case "field" -> fields = HeaderReader.texts(of);
                case "percentile" -> percentile = percentile(of);
                case "gt" -> bounds.add(new Bound(Order.GT, number(of)));
                case "gte" -> bounds.add(new Bound(Order.GTE, number(of)));
                case "lt" -> bounds.add(new Bound(Order.LT, number(of)));
                case "lte" -> bounds.add(new Bound(Order.LTE, number(of)));
                case "eq" -> bounds.add(new Bound(Order.EQ, number(of)));
                case "neq" -> bounds.add(new Bound(Order.NEQ, number(of)));
                default ->
                        throw new Refusal(
                                Cause.CORRELATION_CONDITION,
                                of.line(),
                                entry.getKey(),
                                entry.getKey() + " is no criterion of a correlation");
            }
        }
    }

    private static BigDecimal percentile(Yaml value) throws Refusal {
        BigDecimal number = number(value);
        if (number.signum() < 0 || number.compareTo(HUNDRED) > 0) {
            throw new Refusal(
                    Cause.CORRELATION_CONDITION,
                    value.line(),
                    "percentile",
                    "A percentile lies between 0 and 100");
        }
        return number;
    }

    private static BigDecimal number(Yaml value) throws Refusal {
        BigDecimal number = value instanceof Yaml.Scalar scalar ? Numbers.of(scalar) : null;
        if (number == null) {
            throw new Refusal(
                    Cause.CORRELATION_CONDITION, value.line(), "A criterion must be a number");
        }
        return number;
    }

    private List<Bound> needBounds() throws Refusal {
        if (bounds.isEmpty()) {
            throw new Refusal(
                    Cause.CORRELATION_CONDITION,
                    section.line(),
                    "gt, gte, lt, lte, eq, neq",
                    "This type of correlation needs gt, gte, lt, lte, eq or neq");
        }
        return List.copyOf(bounds);
    }

    private String field(String type) throws Refusal {
        if (fields.size() != 1) {
            throw needField(type);
        }
        return fields.getFirst();
    }

    private Refusal needField(String type) {
        return new Refusal(
                Cause.CORRELATION_CONDITION,
                section.line(),
                type + ", field",
                type + " needs a field in its condition");
    }

    /** A number and s, m, h or d («Time Selection»); more than nothing, at most 10,000 days. */
    private Duration timeSpan() throws Refusal {
        Yaml value = section.get("timespan");
        if (value instanceof Yaml.Scalar scalar
                && scalar.text().matches("0*[1-9][0-9]{0,8}[smhd]")) {
            String text = scalar.text();
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            Duration span =
                    switch (text.charAt(text.length() - 1)) {
                        case 's' -> Duration.ofSeconds(number);
                        case 'm' -> Duration.ofMinutes(number);
                        case 'h' -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    };
            if (span.toDays() <= 10_000) {
                return span;
            }
        }
        throw new Refusal(
                value == null ? Cause.ATTRIBUTE_MISSING : Cause.CORRELATION_TIMESPAN,
                value == null ? section.line() : value.line(),
                value instanceof Yaml.Scalar scalar ? scalar.text() : "timespan",
                "The timespan must be a number and s, m, h or d, like 90m");
    }

    private Map<String, Map<String, String>> aliases(List<String> rules) throws Refusal {
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        Yaml value = section.get("aliases");
        if (value == null) {
            return aliases;
        }
        if (!(value instanceof Yaml.Mapping map)) {
            throw new Refusal(
                    Cause.CORRELATION_ALIAS, value.line(), "aliases", "aliases must be a map");
        }
        for (Map.Entry<String, Yaml.Entry> alias : map.entries().entrySet()) {
            if (!(alias.getValue().value() instanceof Yaml.Mapping byRule)) {
                throw new Refusal(
                        Cause.CORRELATION_ALIAS,
                        alias.getValue().key().line(),
                        alias.getKey(),
                        "An alias is a map from rules to fields");
            }
            aliases.put(alias.getKey(), fieldsByRule(byRule, rules));
        }
        return aliases;
    }

    private static Map<String, String> fieldsByRule(Yaml.Mapping byRule, List<String> rules)
            throws Refusal {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml.Entry> entry : byRule.entries().entrySet()) {
            if (!rules.contains(entry.getKey())) {
                throw new Refusal(
                        Cause.CORRELATION_ALIAS,
                        entry.getValue().key().line(),
                        entry.getKey(),
                        "The alias is for "
                                + entry.getKey()
                                + ", which this correlation doesn't refer to");
            }
            if (!(entry.getValue().value() instanceof Yaml.Scalar field)) {
                throw new Refusal(
                        Cause.CORRELATION_ALIAS,
                        entry.getValue().key().line(),
                        entry.getKey(),
                        "An alias stands for the name of a field");
            }
            fields.put(entry.getKey(), field.text());
        }
        return Ordered.copy(fields);
    }
}

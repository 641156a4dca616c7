package org.danaya.sigma.naive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.Correlation.Measure;
import org.danaya.sigma.rule.Detector;
import org.danaya.sigma.rule.Numbers;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What correlations find in a stream, by looking at every window anew. The stream is taken in the
 * order of its times, events of one time in the order in which they came. A correlation finds
 * something at each event that one of its rules found, when its condition holds over what they
 * found in the same group from {@code timespan} before it, both ends included, up to it. A field
 * that an event doesn't have is a value of its own.
 */
public final class NaiveCorrelator {
    /** The field that names an event's computer. */
    public static final String HOST = "pc";

    private final RuleSet set;
    private final List<Timed> stream;
    private final IdentityHashMap<Detector, List<Hit>> hits = new IdentityHashMap<>();

    /** An event and when it happened. */
    public record Timed(Instant time, Json event) {}

    /**
     * What a detector found.
     *
     * @param event the number of the event in the stream as it was given
     * @param fields the event of a rule; the group of a correlation
     * @param host what the event of a rule has in its field {@value HOST}, or all that a
     *     correlation saw; empty for none
     */
    public record Hit(Detector detector, Instant time, int event, Json fields, String host) {}

    private record Input(Hit hit, int reference, List<String> group) {}

    private NaiveCorrelator(RuleSet set, List<Timed> stream) {
        this.set = set;
        this.stream = stream;
    }

    /**
     * What each correlation finds, in the order of {@link RuleSet#correlations}, then of the
     * events.
     */
    public static List<Hit> hits(RuleSet set, List<Timed> stream) {
        var correlator = new NaiveCorrelator(set, stream);
        set.rules().forEach(rule -> correlator.hits.put(rule, correlator.ofRule(rule)));
        List<Hit> found = new ArrayList<>();
        for (Correlation correlation : set.correlations()) {
            List<Hit> own = correlator.ofCorrelation(correlation);
            correlator.hits.put(correlation, own);
            found.addAll(own);
        }
        return found;
    }

    private List<Hit> ofRule(Rule rule) {
        return IntStream.range(0, stream.size())
                .filter(event -> NaiveEvaluator.matches(rule, stream.get(event).event()))
                .mapToObj(
                        event ->
                                new Hit(
                                        rule,
                                        stream.get(event).time(),
                                        event,
                                        stream.get(event).event(),
                                        Objects.requireNonNullElse(
                                                value(stream.get(event).event(), HOST), "")))
                .toList();
    }

    private List<Hit> ofCorrelation(Correlation correlation) {
        List<Input> inputs = inputs(correlation);
        List<Hit> found = new ArrayList<>();
        for (int last = 0; last < inputs.size(); last++) {
            Input input = inputs.get(last);
            Instant from = input.hit().time().minus(correlation.timeSpan());
            List<Input> window =
                    inputs.subList(0, last + 1).stream()
                            .filter(one -> one.group().equals(input.group()))
                            .filter(one -> !one.hit().time().isBefore(from))
                            .toList();
            if (holds(correlation, window)) {
                found.add(
                        new Hit(
                                correlation,
                                input.hit().time(),
                                input.hit().event(),
                                group(correlation, input),
                                host(window)));
            }
        }
        return found;
    }

    private List<Input> inputs(Correlation correlation) {
        List<Input> inputs = new ArrayList<>();
        List<Detector> references = set.references(correlation);
        for (int reference = 0; reference < references.size(); reference++) {
            for (Hit hit : Objects.requireNonNull(hits.get(references.get(reference)))) {
                String name = correlation.rules().get(reference);
                List<String> group =
                        correlation.groupBy().stream()
                                .map(field -> text(hit.fields(), aliased(correlation, field, name)))
                                .toList();
                inputs.add(new Input(hit, reference, group));
            }
        }
        inputs.sort(
                Comparator.comparing((Input input) -> input.hit().time())
                        .thenComparingInt(input -> input.hit().event())
                        .thenComparingInt(Input::reference));
        return inputs;
    }

    private static String aliased(Correlation correlation, String field, String rule) {
        Map<String, String> fields = correlation.aliases().getOrDefault(field, Map.of());
        return fields.getOrDefault(rule, field);
    }

    private static String host(List<Input> window) {
        List<String> hosts = window.stream().map(input -> input.hit().host()).distinct().toList();
        return hosts.size() == 1 ? hosts.getFirst() : "";
    }

    private static Json group(Correlation correlation, Input input) {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (int i = 0; i < correlation.groupBy().size(); i++) {
            String value = input.group().get(i);
            fields.put(
                    correlation.groupBy().get(i),
                    value.isEmpty() ? new Json.Nul() : new Json.Str(value.substring(1)));
        }
        return new Json.Obj(fields);
    }

    /** A value behind a mark, so that one that isn't there differs from each that is. */
    private static String text(Json fields, String name) {
        String text = value(fields, name);
        return text == null ? "" : "=" + text;
    }

    /** The first text of a field, or null. */
    public static @Nullable String value(Json fields, String name) {
        return NaiveEvaluator.values(fields, name).stream()
                .map(Json::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(Correlation correlation, List<Input> window) {
        return switch (correlation.measure()) {
            case Measure.EventCount count -> keeps(new BigDecimal(window.size()), count.bounds());
            case Measure.ValueCount count ->
                    keeps(new BigDecimal(distinct(window, count.fields())), count.bounds());
            case Measure.Temporal temporal -> {
                Set<Integer> there = new HashSet<>(window.stream().map(Input::reference).toList());
                int all = correlation.rules().size();
                boolean enough =
                        temporal.bounds().isEmpty()
                                ? there.size() == all
                                : keeps(new BigDecimal(there.size()), temporal.bounds());
                yield enough && (!temporal.ordered() || inOrder(window, there));
            }
            case Measure.ValueSum sum -> {
                List<BigDecimal> numbers = numbers(window, sum.field());
                yield !numbers.isEmpty() && keeps(sum(numbers), sum.bounds());
            }
            case Measure.ValueAverage average -> {
                List<BigDecimal> numbers = numbers(window, average.field());
                yield !numbers.isEmpty()
                        && keeps(
                                sum(numbers)
                                        .divide(
                                                new BigDecimal(numbers.size()),
                                                MathContext.DECIMAL128),
                                average.bounds());
            }
            case Measure.ValuePercentile percentile -> {
                List<BigDecimal> numbers = numbers(window, percentile.field());
                yield !numbers.isEmpty()
                        && keeps(percentile(numbers, percentile.percentile()), percentile.bounds());
            }
        };
    }

    private static boolean keeps(BigDecimal number, List<Correlation.Bound> bounds) {
        return bounds.stream().allMatch(bound -> bound.order().holds(number, bound.value()));
    }

    /**
     * «When you use multiple values in field they are linked by an AND»: tuples, none of whose
     * values is missing.
     */
    private static long distinct(List<Input> window, List<String> fields) {
        return window.stream()
                .map(
                        input ->
                                fields.stream()
                                        .map(field -> text(input.hit().fields(), field))
                                        .toList())
                .filter(tuple -> !tuple.contains(""))
                .distinct()
                .count();
    }

    /**
     * Whether what each rule that is there found can be chosen so that the times don't decrease in
     * the rules' order.
     */
    private static boolean inOrder(List<Input> window, Set<Integer> there) {
        Instant after = Instant.MIN;
        for (int reference : there.stream().sorted().toList()) {
            Instant earliest = after;
            Instant next =
                    window.stream()
                            .filter(input -> input.reference() == reference)
                            .map(input -> input.hit().time())
                            .filter(time -> !time.isBefore(earliest))
                            .min(Comparator.naturalOrder())
                            .orElse(null);
            if (next == null) {
                return false;
            }
            after = next;
        }
        return true;
    }

    private static List<BigDecimal> numbers(List<Input> window, String field) {
        return window.stream()
                .map(input -> text(input.hit().fields(), field))
                .filter(text -> !text.isEmpty())
                .map(text -> Numbers.read(text.substring(1)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Between the two numbers nearest to the place, in proportion. */
    private static BigDecimal percentile(List<BigDecimal> numbers, BigDecimal percentile) {
        BigDecimal[] sorted = numbers.toArray(BigDecimal[]::new);
        Arrays.sort(sorted);
        BigDecimal place = percentile.multiply(new BigDecimal(sorted.length - 1)).movePointLeft(2);
        int below = place.intValue();
        int above = Math.min(below + 1, sorted.length - 1);
        BigDecimal rest = place.subtract(new BigDecimal(below));
        return sorted[below].add(sorted[above].subtract(sorted[below]).multiply(rest));
    }
}

package org.danaya.sigma.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.Corpora;
import org.danaya.sigma.naive.Json;
import org.danaya.sigma.naive.NaiveEvaluator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {
    private static final String RULE =
            """
            title: A
            id: aaaa
            name: a_rule
            logsource:
                category: process_creation
                product: windows
            detection:
                selection:
                    Image: x
                condition: selection
            ---
            """;

    private static String filter(String rules, String product, String condition) {
        return """
                title: F
                logsource:
                    product: %s
                filter:
                    rules: %s
                    selection:
                        User|startswith: adm_
                    other:
                        User: root
                    condition: %s
                ---
                """
                .formatted(product, rules, condition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[aaaa] ~ windows ~ selection ~ true",
                "[a_rule] ~ windows ~ selection ~ true",
                "any ~ windows ~ selection ~ true",
                "[aaaa] ~ windows ~ not selection ~ true",
                "[aaaa] ~ windows ~ 1 of them ~ true",
                "[aaaa] ~ windows ~ not selection and not other ~ true",
                "[aaaa] ~ windows ~ other ~ false",
                "[bbbb] ~ windows ~ selection ~ false",
                "[aaaa] ~ linux ~ selection ~ false"
            })
    void aFilterSuppressesWhatItNamesInTheRulesThatItIsFor(
            String rules, String product, String condition, boolean suppressed) {
        RuleSet set = RuleSet.of(Documented.read(RULE + filter(rules, product, condition)));
        assertEquals(1, set.filters().size());
        Rule rule = set.rules().getFirst();
        assertTrue(NaiveEvaluator.matches(rule, Json.parse("{\"Image\":\"x\",\"User\":\"bob\"}")));
        assertEquals(
                !suppressed,
                NaiveEvaluator.matches(rule, Json.parse("{\"Image\":\"x\",\"User\":\"adm_bob\"}")));
    }

    @Test
    void aFilterThatCouldMeanEitherIsRefused() {
        assertEquals(
                Cause.FILTER_AMBIGUOUS,
                Documented.cause(filter("any", "windows", "selection and not other")));
    }

    @Test
    void severalFiltersAndTheRulesOwnNamesDoNotMix() {
        RuleSet set =
                RuleSet.of(
                        Documented.read(
                                RULE
                                        + filter("any", "windows", "selection")
                                        + filter("any", "windows", "not other")));
        Rule rule = set.rules().getFirst();
        assertEquals(5, rule.selections().size());
        for (String user : List.of("adm_bob", "root")) {
            assertFalse(
                    NaiveEvaluator.matches(
                            rule, Json.parse("{\"Image\":\"x\",\"User\":\"" + user + "\"}")));
        }
    }

    private static String correlation(String id, String rules, String rest) {
        return """
                title: C
                id: %s
                correlation:
                    type: event_count
                    rules: %s
                    group-by: [User]
                    timespan: 90m
                    condition: {gt: 10, lte: 20}
                %s
                ---
                """
                .formatted(id, rules, rest);
    }

    @Test
    void aCorrelationIsReadAndKnowsItsRules() {
        RuleSet set =
                RuleSet.of(
                        Documented.read(
                                correlation("c2", "[c1]", "")
                                        + correlation("c1", "[a_rule]", "")
                                        + RULE));
        assertEquals(List.of(), set.refused());
        Correlation first = set.correlations().getFirst();
        assertEquals("c1", first.header().id());
        assertEquals(
                new Correlation.Measure.EventCount(
                        List.of(
                                new Correlation.Bound(Order.GT, BigDecimal.TEN),
                                new Correlation.Bound(Order.LTE, new BigDecimal(20)))),
                first.measure());
        assertEquals(Duration.ofMinutes(90), first.timeSpan());
        assertEquals(List.of("User"), first.groupBy());
        assertEquals(List.of(set.rules().getFirst()), set.references(first));
        assertEquals(List.of(first), set.references(set.correlations().getLast()));
        assertFalse(set.reports(set.rules().getFirst()));
        assertFalse(set.reports(first));
        assertTrue(set.reports(set.correlations().getLast()));
    }

    @Test
    void whatACorrelationGeneratesIsReportedToo() {
        RuleSet set =
                RuleSet.of(Documented.read(correlation("c1", "[aaaa]", "generate: true") + RULE));
        assertTrue(set.reports(set.rules().getFirst()));
    }

    @Test
    void referencesToNothingToTwoAndInCirclesAreRefused() {
        assertEquals(List.of(Cause.REFERENCE_UNKNOWN), causes(correlation("c1", "[nothing]", "")));
        assertEquals(
                List.of(Cause.REFERENCE_AMBIGUOUS),
                causes(RULE + RULE + correlation("c1", "[aaaa]", "")));
        assertEquals(
                List.of(Cause.REFERENCE_CYCLE, Cause.REFERENCE_CYCLE, Cause.REFERENCE_CYCLE),
                causes(
                        correlation("c1", "[c2]", "")
                                + correlation("c2", "[c1]", "")
                                + correlation("c3", "[c1]", "")));
        assertEquals(List.of(Cause.REFERENCE_CYCLE), causes(correlation("c1", "[c1]", "")));
    }

    private static List<Cause> causes(String yaml) {
        return RuleSet.of(Documented.read(yaml)).refused().stream()
                .map(Read.Refused::cause)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{type: near, rules: [a], timespan: 5m} ~ CORRELATION_TYPE",
                "{type: temporal, timespan: 5m} ~ ATTRIBUTE_MISSING",
                "{type: temporal, rules: [a]} ~ ATTRIBUTE_MISSING",
                "{type: temporal, rules: [a], timespan: 5w} ~ CORRELATION_TIMESPAN",
                "{type: temporal, rules: [a], timespan: 0s} ~ CORRELATION_TIMESPAN",
                "{type: temporal, rules: [a], timespan: 999999999d} ~ CORRELATION_TIMESPAN",
                "{type: temporal, rules: [a], timespan: 5m, condition: a and b} ~ CORRELATION_CONDITION",
                "{type: event_count, rules: [a], timespan: 5m} ~ CORRELATION_CONDITION",
                "{type: event_count, rules: [a], timespan: 5m, condition: {gte: x}} ~ CORRELATION_CONDITION",
                "{type: event_count, rules: [a], timespan: 5m, condition: {near: 5}} ~ CORRELATION_CONDITION",
                "{type: value_count, rules: [a], timespan: 5m, condition: {gte: 5}} ~ CORRELATION_CONDITION",
                "{type: value_sum, rules: [a], timespan: 5m, condition: {gte: 5, field: [a, b]}} ~ CORRELATION_CONDITION",
                "{type: value_percentile, rules: [a], timespan: 5m, condition: {gte: 5, field: a, percentile: 101}} ~ CORRELATION_CONDITION",
                "{type: temporal, rules: [a], timespan: 5m, aliases: {x: {b: f}}} ~ CORRELATION_ALIAS",
                "{type: temporal, rules: [a], timespan: 5m, aliases: {x: f}} ~ CORRELATION_ALIAS"
            })
    void wrongCorrelationsAreRefused(String correlation, Cause cause) {
        assertEquals(cause, Documented.cause("correlation: " + correlation));
    }

    @Test
    void aliasesNameAFieldForEachRule() {
        var read =
                (Read.OfCorrelation)
                        Documented.read(
                                        "correlation: {type: temporal, rules: [a, b], timespan: 10s, group-by: [ip], aliases: {ip: {a: d.ip, b: s.ip}}}")
                                .getFirst();
        assertEquals(Map.of("ip", Map.of("a", "d.ip", "b", "s.ip")), read.correlation().aliases());
        assertEquals(
                new Correlation.Measure.Temporal(false, List.of()), read.correlation().measure());
    }

    @Test
    void theSpecificationsOwnSamplesAreRead() throws IOException {
        Path samples = Corpora.folder("sigma-specification").resolve("tests");
        List<Read> reads = RuleFolder.read(new RuleReader(), List.of(samples));
        assertEquals(12, reads.size());
        assertEquals(List.of(), reads.stream().filter(Read.Refused.class::isInstance).toList());
    }
}

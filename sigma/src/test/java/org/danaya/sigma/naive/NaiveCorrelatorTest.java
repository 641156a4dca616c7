package org.danaya.sigma.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of correlations against examples that one can count on one's fingers. */
class NaiveCorrelatorTest {
    private static final String RULES =
            """
            title: A
            name: a
            detection:
                selection: {kind: a}
                condition: selection
            ---
            title: B
            name: b
            detection:
                selection: {kind: b}
                condition: selection
            ---
            """;

    /**
     * @param stream events as second, kind, user and number
     * @param found the numbers of the events at which the correlation finds something
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "type: event_count, rules: [a], condition: {gte: 2} ~ 0 a x 1; 5 a x 1; 15 a x 1; 26 a x 1 ~ 1 2",
                "type: event_count, rules: [a], condition: {gte: 2} ~ 0 a x 1; 5 a y 1; 6 b x 1 ~",
                "type: event_count, rules: [a, b], condition: {gte: 2} ~ 0 a x 1; 5 a y 1; 6 b x 1 ~ 2",
                "type: event_count, rules: [a], condition: {gt: 1, lte: 2} ~ 0 a x 1; 1 a x 1; 2 a x 1 ~ 1",
                "type: event_count, rules: [a], condition: {gte: 2} ~ 5 a x 1; 0 a x 1 ~ 0",
                "type: value_count, rules: [a], condition: {field: n, gte: 2} ~ 0 a x 1; 1 a x 1; 2 a x 2 ~ 2",
                "type: temporal, rules: [a, b] ~ 0 b x 1; 5 a x 1; 11 a x 1; 12 b y 1 ~ 1",
                "type: temporal, rules: [a, b], condition: {gte: 1} ~ 0 b x 1 ~ 0",
                "type: temporal_ordered, rules: [a, b] ~ 0 b x 1; 5 a x 1; 6 b x 1 ~ 2",
                "type: value_sum, rules: [a], condition: {field: n, gt: 4} ~ 0 a x 2; 1 a x 3; 20 a x 4 ~ 1",
                "type: value_avg, rules: [a], condition: {field: n, gt: 2} ~ 0 a x 2; 1 a x 3; 2 a x 1 ~ 1",
                "type: value_median, rules: [a], condition: {field: n, eq: 2.5} ~ 0 a x 1; 1 a x 4; 2 a x 2; 3 a x 3 ~ 1 3",
                "type: value_percentile, rules: [a], condition: {field: n, percentile: 100, gte: 4} ~ 0 a x 1; 1 a x 4; 2 a x 2 ~ 1 2",
            })
    void findWhatCanBeCounted(String correlation, String stream, String found) {
        String yaml =
                RULES + "correlation: {" + correlation + ", group-by: [user], timespan: 10s}\n";
        assertEquals(found == null ? "" : found, found(yaml, stream));
    }

    @Test
    void chainsGoOnFromTheGroup() {
        String yaml =
                RULES
                        + "name: many\ncorrelation: {type: event_count, rules: [a], group-by: [user], timespan: 10s, condition: {gte: 2}}\n---\n"
                        + "correlation: {type: temporal_ordered, rules: [many, b], group-by: [user], timespan: 10s}\n";
        assertEquals("1 3", found(yaml, "0 a x 1; 1 a x 1; 2 b y 1; 3 b x 1"));
    }

    @Test
    void aliasesStandForOtherFieldsInOtherRules() {
        String yaml =
                RULES
                        + "correlation: {type: temporal, rules: [a, b], group-by: [it], timespan: 10s, aliases: {it: {a: user, b: n}}}\n";
        assertEquals("1", found(yaml, "0 a 7 1; 1 b x 7; 2 b 7 1"));
    }

    private static String found(String yaml, String stream) {
        RuleSet set =
                RuleSet.of(
                        new RuleReader().read("test.yml", yaml.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), set.refused());
        List<NaiveCorrelator.Timed> events = new ArrayList<>();
        for (String event : stream.split("; ", -1)) {
            String[] parts = event.strip().split(" ", -1);
            events.add(
                    new NaiveCorrelator.Timed(
                            Instant.ofEpochSecond(Long.parseLong(parts[0])),
                            Json.parse(
                                    "{\"kind\":\"%s\",\"user\":\"%s\",\"n\":%s}"
                                            .formatted(parts[1], parts[2], parts[3]))));
        }
        return String.join(
                " ",
                NaiveCorrelator.hits(set, events).stream()
                        .map(hit -> String.valueOf(hit.event()))
                        .toList());
    }
}

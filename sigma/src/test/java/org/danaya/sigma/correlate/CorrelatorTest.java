package org.danaya.sigma.correlate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a correlator tells besides what the judge knows: order, lateness, limits, what it saw. */
class CorrelatorTest {
    private static final long SECOND = 1_000_000_000;

    private static final String RULES =
            """
            name: a
            detection: {s: {kind: a}, condition: s}
            ---
            name: b
            detection: {s: {kind: b}, condition: s}
            ---
            name: unwanted
            detection: {s: {kind: c}, condition: s}
            ---
            """;

    private final Told told = new Told();

    @Test
    void onlyWhatIsWantedIsAskedFor() {
        var correlations =
                compiled(
                        """
                        correlation:
                            type: value_count
                            rules: [a, b]
                            group-by: [it, host]
                            aliases: {it: {a: user, b: account}}
                            timespan: 1m
                            condition: {field: [file, host], gte: 2}
                        """);
        assertEquals(List.of("user", "host", "file"), correlations.fields(0));
        assertEquals(List.of("account", "host", "file"), correlations.fields(1));
        assertTrue(correlations.awaits(0));
        assertFalse(correlations.awaits(2));
        var correlator = correlator(correlations, Duration.ZERO);
        correlator.accept(
                2,
                0,
                0,
                field -> {
                    throw new AssertionError("asked for " + field);
                });
        assertEquals(0, correlator.waiting());
    }

    @Test
    void whatWasSeenIsTold() {
        var correlator =
                correlator(
                        compiled(
                                """
                                correlation:
                                    type: value_avg
                                    rules: [a]
                                    group-by: [user, host]
                                    timespan: 10s
                                    condition: {field: n, gt: 1}
                                """),
                        Duration.ZERO);
        accept(correlator, 1, 7, Map.of("user", "x", "n", "1"));
        accept(correlator, 2, 8, Map.of("user", "x", "n", "none"));
        accept(correlator, 3, 9, Map.of("user", "x", "n", "2.5"));
        assertEquals("", told.places(), "the last may not be of the past yet");
        correlator.advance(4 * SECOND);
        assertEquals("9", told.places());
        Told.Found found = told.found.getFirst();
        assertEquals(3 * SECOND, found.time());
        assertEquals(Map.of("user", "x"), found.group());
        assertEquals(3, found.events());
        assertEquals(new BigDecimal("1.75"), found.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "type: event_count, rules: [a, b], condition: {gte: 1} ~ 4",
                "type: value_count, rules: [a, b], condition: {field: n, gte: 1} ~ 3",
                "type: value_sum, rules: [a, b], condition: {field: n, gte: 1} ~ 8",
                "type: value_avg, rules: [a, b], condition: {field: n, gte: 1} ~ 2",
                "type: value_median, rules: [a, b], condition: {field: n, gte: 1} ~ 1.5",
                "type: value_percentile, rules: [a, b], condition: {field: n, percentile: 90, gte: 1} ~ 3.4",
                "type: temporal, rules: [a, b], condition: {gte: 1} ~ 2",
                "type: temporal_ordered, rules: [a, b] ~ 2",
            })
    void whatIsMeasuredIsTold(String correlation, String measured) {
        var correlator =
                correlator(
                        compiled("correlation: {" + correlation + ", timespan: 3s}"),
                        Duration.ZERO);
        List<String> numbers = List.of("50", "2", "1", "1", "4");
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            correlator.accept(i & 1, i * SECOND, i, field -> number);
        }
        correlator.flush();
        Told.Found last = told.found.getLast();
        assertEquals(4, last.place());
        assertEquals(4, last.events());
        assertEquals(0, last.value().compareTo(new BigDecimal(measured)), last::toString);
    }

    @Test
    void hitsWaitForTheirOrderAndWhatIsTooLateIsTold() {
        var correlator =
                correlator(
                        compiled(
                                "correlation: {type: temporal_ordered, rules: [a, b], timespan: 1m}"),
                        Duration.ofSeconds(5));
        correlator.accept(1, 10 * SECOND, 0, field -> null);
        correlator.accept(0, 5 * SECOND, 1, field -> null);
        correlator.accept(0, (5 * SECOND) - 1, 2, field -> null);
        assertEquals(List.of(2L), told.late);
        assertEquals(1, correlator.late());
        correlator.flush();
        assertEquals("0", told.places());
        correlator.accept(0, 10 * SECOND, 0, field -> null);
        assertEquals(List.of(2L, 0L), told.late, "that event was taken already");
    }

    @Test
    void whatWaitsIsTakenEarlierWhenItIsTooMuch() {
        var correlator =
                new Correlator(
                        compiled(
                                "correlation: {type: event_count, rules: [a], timespan: 1m, condition: {gte: 1}}"),
                        new Limits(Limits.UNTIL_THE_END, 2, 10, 10, 1_000_000),
                        told);
        for (int i = 5; i > 0; i--) {
            correlator.accept(0, i * SECOND, i, field -> null);
        }
        assertEquals("3", told.places());
        assertEquals(List.of(2L, 1L), told.late);
        assertEquals(2, correlator.waiting());
        correlator.flush();
        assertEquals("3 4 5", told.places());
        assertEquals(0, correlator.evicted());
    }

    @Test
    void theOldestHitsGoWhenThereAreTooMany() {
        var correlator =
                new Correlator(
                        compiled(
                                """
                                name: many
                                correlation: {type: event_count, rules: [a], group-by: [user], timespan: 1h, condition: {gte: 2}}
                                ---
                                correlation: {type: event_count, rules: [b], group-by: [user], timespan: 1h, condition: {gte: 2}}
                                """),
                        new Limits(Duration.ZERO, 100, 100, 4, 1_000_000),
                        told);
        correlator.accept(1, 1, 1, Map.of("user", "x")::get);
        for (int i = 2; i < 8; i++) {
            correlator.accept(0, i, i, Map.of("user", Integer.toString(i))::get);
        }
        correlator.accept(0, 8, 8, Map.of("user", "2")::get);
        correlator.accept(0, 9, 9, Map.of("user", "7")::get);
        correlator.accept(1, 10, 10, Map.of("user", "x")::get);
        correlator.flush();
        assertEquals("9 10", told.places(), "who has little loses nothing to who has much");
        assertEquals(4, correlator.hits());
        assertEquals(told.evicted, correlator.evicted());
        assertEquals(6, told.evicted);
    }

    @Test
    void theOldestHitsGoWhenThereAreTooManyGroups() {
        var correlator =
                new Correlator(
                        compiled(
                                "correlation: {type: event_count, rules: [a], group-by: [user], timespan: 1h, condition: {gte: 2}}"),
                        new Limits(Duration.ZERO, 100, 2, 100, 1_000_000),
                        told);
        int place = 0;
        for (String user : List.of("x", "y", "y", "z", "y", "x")) {
            place++;
            accept(correlator, place, place, Map.of("user", user));
        }
        correlator.flush();
        assertEquals(2, correlator.groups());
        assertEquals(4, told.evicted, "x for z, then two of y's three and z for x");
        assertEquals("3 5", told.places());
    }

    @Test
    void whatLiesBackTooFarIsNoEviction() {
        var correlator =
                new Correlator(
                        compiled(
                                "correlation: {type: event_count, rules: [a], group-by: [user], timespan: 1s, condition: {gte: 2}}"),
                        new Limits(Duration.ZERO, 100, 2, 2, 1_000_000),
                        told);
        for (int i = 0; i < 1_000; i++) {
            accept(correlator, i, i, Map.of("user", Integer.toString(i)));
        }
        correlator.flush();
        assertEquals(0, correlator.evicted());
        assertEquals(2, correlator.groups());
    }

    @Test
    void millionsOfDifferentLongValuesStayWithinTheirBytes() {
        long bytes = 1 << 20;
        var correlator =
                new Correlator(
                        compiled(
                                "correlation: {type: value_count, rules: [a], group-by: [user], timespan: 10000d, condition: {field: n, gte: 1000000}}"),
                        new Limits(Duration.ofSeconds(3), 1_000, 1_000_000, 1_000_000, bytes),
                        told);
        String tail = "x".repeat(2_000);
        for (int i = 0; i < 20_000; i++) {
            int at = i;
            correlator.accept(
                    0, i * SECOND, i, field -> field.equals("user") ? tail + (at & 1) : at + tail);
            assertTrue(correlator.bytes() <= bytes + 10_000, "" + correlator.bytes());
        }
        assertEquals(2, correlator.groups(), "long values differ behind what is kept of them");
        assertTrue(correlator.evicted() > 15_000);
        assertEquals(List.of(), told.late);
    }

    @Test
    void enormousNumbersAreNumbersUpToALimitAndExact() {
        var correlator =
                correlator(
                        compiled(
                                "correlation: {type: value_sum, rules: [a], timespan: 1h, condition: {field: n, gt: -10}}"),
                        Duration.ZERO);
        List<String> numbers =
                List.of("1e400", "1e-400", "0.1", "NaN", "1e999999999", "-1e400", "-1e-400", "7");
        for (int i = 0; i < numbers.size(); i++) {
            accept(correlator, i, i, Map.of("n", numbers.get(i)));
        }
        correlator.flush();
        assertEquals("0 1 2 3 4 5 6 7", told.places());
        assertEquals(0, told.found.getLast().value().compareTo(new BigDecimal("7.1")));
    }

    @Test
    void correlationsThatReferToEachOtherManyTimesEnd() {
        var yaml = new StringBuilder();
        String before = "a";
        for (int i = 0; i < 40; i++) {
            yaml.append(
                    "name: c%d\ncorrelation: {type: event_count, rules: [%s, %s], timespan: 1h, condition: {gte: 1}}\n---\n"
                            .formatted(i, before, before));
            before = "c" + i;
        }
        var correlator = correlator(compiled(yaml.toString()), Duration.ZERO);
        accept(correlator, 0, 0, Map.of());
        correlator.flush();
        assertEquals(Correlator.MOST_AT_ONCE, told.found.size());
        assertTrue(correlator.evicted() > 0);
    }

    @Test
    void timesAtTheEndsOfWhatThereIs() {
        var correlator =
                correlator(
                        compiled(
                                "correlation: {type: event_count, rules: [a], timespan: 10000d, condition: {gte: 2}}"),
                        Duration.ofDays(1_000_000));
        correlator.accept(0, Long.MIN_VALUE, 1, field -> null);
        correlator.accept(0, Long.MIN_VALUE + 1, 2, field -> null);
        correlator.accept(0, Long.MAX_VALUE, 3, field -> null);
        correlator.accept(0, Long.MAX_VALUE, 4, field -> null);
        correlator.flush();
        assertEquals("2 4", told.places());
        assertEquals(OptionalLong.empty(), EventTime.of(Instant.MAX));
        assertEquals(OptionalLong.empty(), EventTime.of(Instant.parse("1601-01-01T00:00:00Z")));
        assertEquals(
                OptionalLong.of(-1), EventTime.of(Instant.parse("1969-12-31T23:59:59.999999999Z")));
    }

    @Test
    void limitsAreSane() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(Duration.ZERO, 0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Limits.of(Duration.ofSeconds(-1)));
    }

    private Correlator correlator(Correlations correlations, Duration lateness) {
        return new Correlator(correlations, Limits.of(lateness), told);
    }

    private static Correlations compiled(String correlations) {
        RuleSet set = RandomStreams.read(RULES + correlations);
        return Correlations.of(set);
    }

    private static void accept(
            Correlator correlator, long second, long place, Map<String, String> event) {
        correlator.accept(0, second * SECOND, place, event::get);
    }
}

package org.danaya.sigma.correlate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.danaya.sigma.naive.Json;
import org.danaya.sigma.naive.NaiveCorrelator;
import org.danaya.sigma.naive.NaiveCorrelator.Timed;
import org.danaya.sigma.naive.NaiveEvaluator;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.RuleSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random correlations on random streams: what the slow judge finds, and nothing else. */
class RandomStreamsTest {
    private static final int ROUNDS = 3_000;

    @Test
    void theJudgeAgrees() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("RandomStreamsTest seed " + seed);
        var random = new Random(seed);
        var streams = new RandomStreams(random);
        Map<Class<?>, Integer> found = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            round(streams, random, "seed " + seed + ", round " + round)
                    .forEach(
                            one ->
                                    found.merge(
                                            one.correlation().measure().getClass(),
                                            1,
                                            Integer::sum));
        }
        assertEquals(6, found.size(), found::toString);
        assertTrue(
                found.values().stream().allMatch(count -> count > ROUNDS),
                () -> "Too little was found to mean anything: " + found);
    }

    private static List<Told.Found> round(RandomStreams streams, Random random, String round) {
        String yaml = streams.rules();
        RuleSet set = RandomStreams.read(yaml);
        int disorder = random.nextInt(3) * 7_000;
        List<Timed> events = streams.stream(10 + random.nextInt(40), disorder);
        boolean anyOrder = random.nextInt(4) == 0;
        List<Integer> arrivals =
                new ArrayList<>(IntStream.range(0, events.size()).boxed().toList());
        if (anyOrder) {
            Collections.shuffle(arrivals, random);
        }
        var told = new Told();
        Duration lateness = anyOrder ? Limits.UNTIL_THE_END : Duration.ofMillis(disorder);
        var correlator = new Correlator(Correlations.of(set), Limits.of(lateness), told);
        feed(correlator, set, events, arrivals, random);
        String which = round + "\n" + yaml;
        assertEquals(expected(set, events), found(set, told), which);
        assertEquals(0, correlator.late() + correlator.evicted(), which);
        for (int i = 0; i < set.correlations().size(); i++) {
            correlator.advance(Long.MAX_VALUE);
        }
        if (!anyOrder) {
            assertEquals(0, correlator.groups() + correlator.hits() + correlator.bytes(), which);
        }
        return told.found;
    }

    private static void feed(
            Correlator correlator,
            RuleSet set,
            List<Timed> events,
            List<Integer> arrivals,
            Random random) {
        List<Integer> rules =
                new ArrayList<>(IntStream.range(0, set.rules().size()).boxed().toList());
        for (int place : arrivals) {
            Timed event = events.get(place);
            Collections.shuffle(rules, random);
            for (int rule : rules) {
                if (NaiveEvaluator.matches(set.rules().get(rule), event.event())) {
                    correlator.accept(
                            rule,
                            EventTime.of(event.time()).orElseThrow(),
                            place,
                            new Fields(event.event()));
                }
            }
        }
        correlator.flush();
    }

    private record Fields(Json event) implements EventFields {

        @Override
        public @Nullable String text(String field) {
            return NaiveCorrelator.value(event, field);
        }

        @Override
        public @Nullable String host() {
            return text(NaiveCorrelator.HOST);
        }
    }

    private static List<String> expected(RuleSet set, List<Timed> events) {
        return NaiveCorrelator.hits(set, events).stream()
                .map(
                        hit ->
                                set.correlations().indexOf(hit.detector())
                                        + " "
                                        + hit.time()
                                        + " "
                                        + hit.event()
                                        + " "
                                        + texts((Json.Obj) hit.fields())
                                        + " "
                                        + hit.host())
                .toList();
    }

    private static Map<String, String> texts(Json.Obj fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.fields()
                .forEach(
                        (field, json) -> {
                            String text = json.text();
                            if (text != null) {
                                texts.put(field, text);
                            }
                        });
        return texts;
    }

    private static List<String> found(RuleSet set, Told told) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < set.correlations().size(); i++) {
            Correlation correlation = set.correlations().get(i);
            for (Told.Found one : told.found) {
                if (one.correlation().equals(correlation)) {
                    found.add(
                            i
                                    + " "
                                    + Instant.ofEpochSecond(0, one.time())
                                    + " "
                                    + one.place()
                                    + " "
                                    + one.group()
                                    + " "
                                    + one.host());
                }
            }
        }
        return found;
    }
}

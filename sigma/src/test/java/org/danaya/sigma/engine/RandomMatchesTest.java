package org.danaya.sigma.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.danaya.sigma.naive.Json;
import org.danaya.sigma.naive.NaiveEvaluator;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.search.Words;
import org.junit.jupiter.api.Test;

/** Random rules on random events: what the specification's words say, the engine says. */
final class RandomMatchesTest {

    private static final int ROUNDS = 1_000;
    private static final int RULES = 10;
    private static final int EVENTS = 12;

    @Test
    void theEngineSaysWhatTheSpecificationSays() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("RandomMatchesTest seed " + seed);
        Random random = new Random(seed);
        RandomRules rules = new RandomRules(random);
        RandomEvents events = new RandomEvents(random);
        long matches = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Rule> some = new ArrayList<>();
            for (int i = 0; i < RULES; i++) {
                some.add(rules.next(i));
            }
            matches += round(some, events, seed);
        }
        assertTrue(matches > ROUNDS, "Too few matches to mean anything: " + matches);
    }

    private static long round(List<Rule> rules, RandomEvents events, long seed) {
        Engine engine = Engine.of(rules);
        JsonScanner scanner = new JsonScanner(engine.names(), engine.searchesEverywhere());
        Session session = new Session(engine);
        Slots slots = new Slots();
        long matches = 0;
        for (int i = 0; i < EVENTS; i++) {
            String text = events.next();
            Json event = Json.parse(text);
            Set<Integer> wanted = new TreeSet<>();
            for (int rule = 0; rule < rules.size(); rule++) {
                if (NaiveEvaluator.matches(rules.get(rule), event)) {
                    wanted.add(rule);
                }
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] padded = Arrays.copyOf(bytes, bytes.length + Words.PADDING);
            assertEquals(bytes.length, scanner.scan(padded, 0, bytes.length, slots), text);
            // Seen for the first time, for the second, and known.
            for (int time = 0; time < 3; time++) {
                Set<Integer> found = new TreeSet<>();
                int count = session.evaluate(slots);
                for (int k = 0; k < count; k++) {
                    found.add(session.match(k));
                }
                assertEquals(wanted, found, () -> told(seed, text, rules, wanted, found));
            }
            matches += wanted.size();
        }
        return matches;
    }

    private static String told(
            long seed, String event, List<Rule> rules, Set<Integer> wanted, Set<Integer> found) {
        Set<Integer> different = new TreeSet<>(wanted);
        different.addAll(found);
        different.removeIf(rule -> wanted.contains(rule) && found.contains(rule));
        StringBuilder told = new StringBuilder("seed " + seed + "\n" + event + "\n");
        for (int rule : different) {
            told.append(rule)
                    .append(": ")
                    .append(rules.get(rule).selections())
                    .append(rules.get(rule).condition())
                    .append('\n');
        }
        return told.toString();
    }
}

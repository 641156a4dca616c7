package org.danaya.sigma.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.route.EveryRule;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.api.Test;

/** Rules are replaced while events come: each is evaluated once, by one set or by the other. */
class LiveRulesTest {

    private static final int EVENTS = 50_000;
    private static final int THREADS = 3;

    /** Rules of which one matches every event, and the others none; their fields differ. */
    private static Routing rules(String id, int others) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= others; i++) {
            text.append(
                    """
                    title: Example
                    id: %s
                    logsource: {}
                    detection:
                      selection:
                        %s: %s
                      condition: selection
                    ---
                    """
                            .formatted(
                                    i == others ? id : "other",
                                    i == others ? "kind" : "field" + i,
                                    i == others ? "event" : "x"));
        }
        return Routing.of(
                RuleSet.of(
                                new RuleReader()
                                        .read(
                                                "rules.yml",
                                                text.toString().getBytes(StandardCharsets.UTF_8)))
                        .rules(),
                new EveryRule());
    }

    @Test
    void noEventIsLostOrSeenTwice() throws Exception {
        List<Routing> sets = List.of(rules("first", 0), rules("second", 40), rules("third", 7));
        LiveRules live = new LiveRules(sets.getFirst());
        CountDownLatch swapping = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1)) {
            Future<Integer> swaps = pool.submit(() -> swap(live, sets, swapping, done));
            List<Future<List<String>>> found = new ArrayList<>();
            swapping.await();
            for (int thread = 0; thread < THREADS; thread++) {
                found.add(pool.submit(() -> evaluate(live)));
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> each : found) {
                assertEquals(EVENTS, each.get().size());
                all.addAll(each.get());
            }
            done.set(true);
            assertTrue(swaps.get() >= sets.size());
            assertTrue(List.of("first", "second", "third").containsAll(all));
        }
        Evaluator last = new Evaluator(live);
        live.replace(sets.get(1));
        assertEquals("second", match(last, 1));
        live.replace(sets.get(2));
        assertEquals("third", match(last, 1));
    }

    /** Each set is in force at least once before the events begin. */
    private static int swap(
            LiveRules live, List<Routing> sets, CountDownLatch swapping, AtomicBoolean done) {
        int swaps = 0;
        while (!done.get()) {
            live.replace(sets.get(++swaps % sets.size()));
            if (swaps == sets.size()) {
                swapping.countDown();
            }
            Thread.onSpinWait();
        }
        return swaps;
    }

    private static List<String> evaluate(LiveRules live) {
        Evaluator evaluator = new Evaluator(live);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            found.add(match(evaluator, i));
        }
        return found;
    }

    /** The one rule that matches an event. */
    private static String match(Evaluator evaluator, int number) {
        byte[] event =
                ("{\"number\":" + number + ",\"kind\":\"event\"}").getBytes(StandardCharsets.UTF_8);
        int matches = evaluator.evaluate(Arrays.copyOf(event, event.length + 8), 0, event.length);
        assertEquals(1, matches);
        return String.valueOf(evaluator.rules().rules().get(evaluator.match(0)).id());
    }
}

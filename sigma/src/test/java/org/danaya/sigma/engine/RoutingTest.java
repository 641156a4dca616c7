package org.danaya.sigma.engine;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.danaya.sigma.pipeline.Pipelines;
import org.danaya.sigma.route.Naming;
import org.danaya.sigma.route.Origin;
import org.danaya.sigma.route.OwnFields;
import org.danaya.sigma.route.Router;
import org.danaya.sigma.rule.LogSource;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.api.Test;

/** Hostile variety: events of which each tells another origin. */
class RoutingTest {

    private static final List<Rule> RULES =
            RuleSet.of(
                            new RuleReader()
                                    .read(
                                            "rules.yml",
                                            """
                                            title: windows
                                            logsource: {product: Windows, service: security}
                                            detection: {s: {a: 1}, condition: s}
                                            ---
                                            title: any
                                            logsource: {}
                                            detection: {s: {a: 1}, condition: s}
                                            """
                                                    .getBytes(StandardCharsets.UTF_8)))
                    .rules();

    /** Counts how often it is asked whether rules concern events. */
    private record Counting(Router router, AtomicInteger asked) implements Router {

        @Override
        public List<String> marks() {
            return router.marks();
        }

        @Override
        public Origin origin(List<List<String>> values) {
            return new Counted(router.origin(values), asked);
        }

        @Override
        public Set<String> places(String field) {
            return router.places(field);
        }

        @Override
        public boolean ignoresSpaces() {
            return router.ignoresSpaces();
        }
    }

    private record Counted(Origin origin, AtomicInteger asked) implements Origin {

        @Override
        public boolean concerns(LogSource source) {
            asked.incrementAndGet();
            return origin.concerns(source);
        }

        @Override
        public Naming naming() {
            return origin.naming();
        }

        @Override
        public boolean isTold() {
            return origin.isTold();
        }

        @Override
        public Origin among(Set<String> words) {
            return new Counted(origin.among(words), asked);
        }
    }

    private static List<List<String>> told(String product, String service) {
        return List.of(List.of(product), List.of(service), List.of());
    }

    @Test
    void originsThatNoRuleTellsApartAreLookedAtOnce() {
        AtomicInteger asked = new AtomicInteger();
        Counting router = new Counting(new OwnFields(), asked);
        Routing routing = Routing.of(RULES, router);
        RoutedPart other = routing.part(router.origin(told("other", "other")));
        for (int i = 0; i < 10_000; i++) {
            assertSame(other, routing.part(router.origin(told("p" + i, "s" + i))));
        }
        RoutedPart windows = routing.part(router.origin(told("WINDOWS", "Security")));
        assertNotSame(other, windows);
        assertSame(windows, routing.part(router.origin(told("windows", "security"))));
        assertTrue(asked.get() < 100, () -> "asked " + asked + " times");
    }

    @Test
    void valuesThatNoSourceAsksForAreOneOrigin() {
        Pipelines pipelines = Pipelines.with(List.of());
        int channel = pipelines.marks().indexOf("Channel");
        Origin known = null;
        for (int i = 0; i < 10_000; i++) {
            List<List<String>> values = new ArrayList<>();
            pipelines.marks().forEach(mark -> values.add(List.of()));
            values.set(channel, List.of("Security"));
            values.set(pipelines.marks().indexOf("EventID"), List.of("x" + i));
            Origin origin = pipelines.origin(values);
            assertTrue(origin.concerns(new LogSource(null, "windows", "security")));
            known = known == null ? origin : known;
            assertSame(known, origin);
        }
    }
}

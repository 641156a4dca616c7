package org.danaya.sigma.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import org.danaya.sigma.explain.Explanation;
import org.danaya.sigma.route.OwnFields;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.search.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on the events of lanes, as another engine found them. */
final class LanesTest {

    /** Its whole condition is negated: of its matches nothing that is there is a reason. */
    private static final String ASKS_FOR_ABSENCE = "Execution of Suspicious File Type Extension";

    private static List<Rule> rules;

    @BeforeAll
    static void read() {
        rules = Corpus.rules();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"structured_windows", "sysmon_file_event", "raw_windows", "cisco_syslog"})
    void everyMatchOfALaneIsFoundAndNoOther(String lane) throws IOException {
        assertEquals("[] []", differences(lane, Engine.of(rules), new Memory()));
    }

    @Test
    void threadsThatRememberTogetherFindTheSame() throws Exception {
        Engine engine = Engine.of(rules);
        Memory memory = new Memory();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<String>> told = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                told.add(threads.submit(() -> differences("sysmon_file_event", engine, memory)));
            }
            for (Future<String> each : told) {
                assertEquals("[] []", each.get());
            }
        }
    }

    private static String differences(String lane, Engine engine, Memory memory)
            throws IOException {
        Session session = new Session(engine, memory);
        JsonScanner scanner = new JsonScanner(engine.names(), engine.searchesEverywhere());
        return differences(lane, "default", scanner, session::evaluate, session::match);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"structured_windows", "sysmon_file_event", "raw_windows", "cisco_syslog"})
    void anEventIsSearchedByTheRulesOfItsSourceAlone(String lane) throws IOException {
        Routing routing = Routing.of(rules, new OwnFields());
        RoutedSession session = new RoutedSession(routing);
        JsonScanner scanner = new JsonScanner(routing.names(), routing.searchesEverywhere());
        assertEquals(
                "[] []", differences(lane, "routing", scanner, session::evaluate, session::match));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"structured_windows", "sysmon_file_event", "raw_windows", "cisco_syslog"})
    void everyMatchHasItsReasons(String lane) throws IOException {
        Routing routing = Routing.of(rules, new OwnFields());
        RoutedSession session = new RoutedSession(routing);
        JsonScanner scanner = new JsonScanner(routing.names(), routing.searchesEverywhere());
        byte[] events = Corpus.events(lane);
        int limit = events.length - Words.PADDING;
        Slots slots = new Slots();
        Set<String> unexplained = new TreeSet<>();
        Set<String> without = new TreeSet<>();
        int at = 0;
        while (at < limit) {
            int end = scanner.scan(events, at, limit, slots);
            int matches = session.evaluate(slots);
            for (int i = 0; i < matches; i++) {
                Rule rule = rules.get(session.match(i));
                Optional<Explanation> found =
                        Explanation.of(rule, session.values(session.match(i)));
                if (found.isEmpty()) {
                    unexplained.add(at + " " + rule.id());
                } else if (found.get().reasons().isEmpty()) {
                    without.add(rule.title());
                }
            }
            at = end;
            while (at < limit && JsonScanner.isBlank(events[at])) {
                at++;
            }
        }
        assertEquals(Set.of(), unexplained);
        without.remove(ASKS_FOR_ABSENCE);
        assertEquals(Set.of(), without);
    }

    /** What was missed, and what was found besides. */
    private static String differences(
            String lane,
            String mode,
            JsonScanner scanner,
            ToIntFunction<Slots> evaluate,
            IntUnaryOperator match)
            throws IOException {
        Set<String> wanted = Corpus.found(lane, mode);
        byte[] events = Corpus.events(lane);
        int limit = events.length - Words.PADDING;
        Slots slots = new Slots();
        Set<String> found = new TreeSet<>();
        int at = 0;
        for (int event = 0; at < limit; event++) {
            int end = scanner.scan(events, at, limit, slots);
            assertTrue(end > 0, () -> scanner.why().toString());
            int matches = evaluate.applyAsInt(slots);
            for (int i = 0; i < matches; i++) {
                found.add(event + "\t" + rules.get(match.applyAsInt(i)).id());
            }
            at = end;
            while (at < limit && JsonScanner.isBlank(events[at])) {
                at++;
            }
        }
        Set<String> missed = new TreeSet<>(wanted);
        missed.removeAll(found);
        Set<String> invented = new TreeSet<>(found);
        invented.removeAll(wanted);
        return missed + " " + invented;
    }
}

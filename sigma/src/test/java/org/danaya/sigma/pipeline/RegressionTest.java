package org.danaya.sigma.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.evtx.EvtxFile;
import org.danaya.evtx.Utf8;
import org.danaya.sigma.Corpora;
import org.danaya.sigma.engine.JsonScanner;
import org.danaya.sigma.engine.RoutedSession;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.engine.Slots;
import org.danaya.sigma.explain.Explanation;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * SigmaHQ's regression cases: each rule fires on its own events, found by channel and number, and
 * every match has its reasons.
 */
class RegressionTest {

    private static final Pattern COUNT = Pattern.compile("match_count: *(\\d+)");

    /** Says one match, and holds three events with a name that the rule lists. */
    private static final String MISCOUNTED = "8fbf3271-1ef6-4e94-8210-03c2317947f6";

    private static Routing routing;

    @BeforeAll
    static void read() {
        RuleSet rules = RuleSet.of(RuleFolder.read(new RuleReader(), Corpora.rules()));
        routing = Routing.of(rules.rules(), Pipelines.with(List.of()));
    }

    @Test
    void everyCaseFiresFromItsLogFile() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        List<Path> files = files(".evtx");
        for (Path file : files) {
            List<byte[]> events = new ArrayList<>();
            try (EvtxFile log = EvtxFile.open(file)) {
                log.read(
                        event -> {
                            Utf8 out = new Utf8();
                            event.json(out);
                            events.add(Arrays.copyOf(out.bytes(), out.length()));
                        });
            }
            compare(file, events, wrong);
        }
        assertEquals(Map.of(), wrong);
        assertEquals(128, files.size());
    }

    @Test
    void everyCaseFiresFromItsTwin() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (Path file : files(".json")) {
            List<byte[]> events = new ArrayList<>();
            String text = Files.readString(file, StandardCharsets.UTF_8);
            for (String event : text.split("(?<=\\n})\\s*(?=\\{)", -1)) {
                events.add(event.strip().getBytes(StandardCharsets.UTF_8));
            }
            compare(file, events, wrong);
        }
        assertEquals(Map.of(), wrong);
    }

    private static void compare(Path file, List<byte[]> events, Map<String, String> wrong)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        String id = name.substring(0, name.indexOf('.'));
        Matcher count = COUNT.matcher(Files.readString(file.resolveSibling("info.yml")));
        JsonScanner scanner = new JsonScanner(routing.names(), routing.searchesEverywhere());
        RoutedSession session = new RoutedSession(routing);
        Slots slots = new Slots();
        int fired = 0;
        for (byte[] event : events) {
            byte[] padded = Arrays.copyOf(event, event.length + 8);
            if (scanner.scan(padded, 0, event.length, slots) < 0) {
                wrong.put(name, "unread: " + scanner.why());
                return;
            }
            int found = session.evaluate(slots);
            for (int i = 0; i < found; i++) {
                int number = session.match(i);
                Rule rule = routing.rules().get(number);
                fired += id.equals(rule.id()) ? 1 : 0;
                if (Explanation.of(rule, session.values(number))
                        .map(Explanation::reasons)
                        .orElse(List.of())
                        .isEmpty()) {
                    wrong.put(name, "without a reason: " + rule);
                }
            }
        }
        boolean counted = count.find() && !id.equals(MISCOUNTED);
        if (counted ? fired != Integer.parseInt(count.group(1)) : fired == 0) {
            wrong.put(name, fired + " of " + events.size());
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Corpora.folder("sigma").resolve("regression_data"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}

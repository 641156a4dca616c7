package org.danaya.sigma.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.danaya.sigma.Corpora;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The naive evaluator against what rsigma recorded, every rule against every event. */
class LanesTest {
    private static final int EVENTS = Integer.getInteger("lanes.events", 25);

    @ParameterizedTest
    @ValueSource(
            strings = {"structured_windows", "sysmon_file_event", "cisco_syslog", "raw_windows"})
    void matchesAreThoseOfRsigma(String lane) throws IOException {
        List<Rule> rules =
                RuleSet.of(RuleFolder.read(new RuleReader(), Corpora.laneRules())).rules();
        Path folder = Corpora.folder("lanes");
        List<String> events;
        try (BufferedReader reader = lines(folder.resolve(lane + ".ndjson.gz"))) {
            events = reader.lines().limit(EVENTS).toList();
        }
        Map<Integer, Set<String>> recorded = new HashMap<>();
        try (BufferedReader reader = lines(folder.resolve(lane + ".default.tsv.gz"))) {
            reader.lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(
                            match ->
                                    recorded.computeIfAbsent(
                                                    Integer.valueOf(match[0]),
                                                    none -> new TreeSet<>())
                                            .add(match[1]));
        }
        Map<String, String> differences = new TreeMap<>();
        List<Set<String>> found =
                IntStream.range(0, events.size())
                        .parallel()
                        .mapToObj(
                                number -> {
                                    Json event = Json.parse(events.get(number));
                                    return rules.stream()
                                            .filter(rule -> NaiveEvaluator.matches(rule, event))
                                            .map(rule -> String.valueOf(rule.id()))
                                            .collect(Collectors.toSet());
                                })
                        .toList();
        for (int number = 0; number < events.size(); number++) {
            Set<String> theirs = recorded.getOrDefault(number, Set.of());
            for (String id : found.get(number)) {
                if (!theirs.contains(id)) {
                    differences.putIfAbsent("only here " + id, events.get(number));
                }
            }
            for (String id : theirs) {
                if (!found.get(number).contains(id)) {
                    differences.putIfAbsent("only there " + id, events.get(number));
                }
            }
        }
        assertEquals(Map.of(), differences);
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}

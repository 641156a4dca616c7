package org.danaya.sigma.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.danaya.sigma.Corpora;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;
import org.junit.jupiter.api.Test;

/**
 * SigmaHQ's regression cases from their JSON twins: the event that a case holds makes its rule
 * fire. The twins are in the shape of Windows event logs; what a pipeline must do at least is said
 * by {@link #flat}.
 */
class RegressionTest {
    @Test
    void everyCaseFires() throws IOException {
        Map<String, Rule> rules = new HashMap<>();
        RuleSet.of(RuleFolder.read(new RuleReader(), Corpora.rules()))
                .rules()
                .forEach(rule -> rules.put(String.valueOf(rule.id()), rule));
        List<Path> twins;
        try (Stream<Path> files = Files.walk(Corpora.folder("sigma").resolve("regression_data"))) {
            twins = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        Map<String, String> silent = new TreeMap<>();
        for (Path twin : twins) {
            String id = twin.getFileName().toString().replace(".json", "");
            Rule rule = rules.get(id);
            List<Json> events =
                    values(Files.readString(twin, StandardCharsets.UTF_8)).stream()
                            .map(RegressionTest::flat)
                            .toList();
            if (rule == null
                    || events.stream().noneMatch(event -> NaiveEvaluator.matches(rule, event))) {
                silent.put(id, rule + " " + events);
            }
        }
        assertEquals(Map.of(), silent);
        assertEquals(128, twins.size());
    }

    /** The one case that is no Windows event: a line of a log, which a rule of keywords is for. */
    @Test
    void theRawCaseFires() throws IOException {
        Path raw =
                Corpora.folder("sigma")
                        .resolve(
                                "regression_data/rules/cisco/aaa/cisco_cli_dot1x_disabled/ef0ff092-a24a-4fbc-beea-06c08d53e085.raw");
        Rule rule =
                RuleSet.of(RuleFolder.read(new RuleReader(), Corpora.rules())).rules().stream()
                        .filter(one -> "ef0ff092-a24a-4fbc-beea-06c08d53e085".equals(one.id()))
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                Files.readString(raw, StandardCharsets.UTF_8)
                        .lines()
                        .anyMatch(
                                line ->
                                        NaiveEvaluator.matches(
                                                rule,
                                                new Json.Obj(
                                                        Map.of("message", new Json.Str(line))))));
    }

    /** Several values, one after another. */
    private static List<Json> values(String text) {
        List<Json> values = new ArrayList<>();
        for (String value : text.split("(?<=\\n})\\s*(?=\\{)", -1)) {
            values.add(Json.parse(value));
        }
        return values;
    }

    /**
     * The fields of EventData and of System as rules name them: attributes behind the element's
     * name and an underscore (Sigma rules, «Field Usage» 3).
     */
    static Json flat(Json event) {
        Map<String, Json> fields = new LinkedHashMap<>();
        Json.Obj whole = (Json.Obj) ((Json.Obj) event).fields().get("Event");
        for (String part : List.of("System", "EventData")) {
            if (whole.fields().get(part) instanceof Json.Obj object) {
                object.fields().forEach((name, value) -> put(fields, name.replace(" ", ""), value));
            }
        }
        return new Json.Obj(fields);
    }

    private static void put(Map<String, Json> fields, String name, Json value) {
        if (value instanceof Json.Obj object
                && object.fields().get("#attributes") instanceof Json.Obj attributes) {
            attributes
                    .fields()
                    .forEach((attribute, text) -> fields.put(name + "_" + attribute, text));
            Json text = object.fields().get("#text");
            if (text != null) {
                fields.put(name, text);
            }
        } else {
            fields.put(name, value);
        }
    }
}

package org.danaya.defence.detection.findings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.defence.detection.Match;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.rule.Header;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SigmaHQ's regression cases as matches: the rule of each, and the event that it must find. */
final class RealMatches {

    private RealMatches() {}

    static List<Match> all() throws IOException {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA is not set");
        Path sigma = Path.of(Objects.requireNonNull(corpora), "sigma");
        Map<String, Header> rules =
                RuleFolder.read(
                                new RuleReader(),
                                List.of(
                                        sigma.resolve("rules"),
                                        sigma.resolve("rules-emerging-threats"),
                                        sigma.resolve("rules-threat-hunting")))
                        .stream()
                        .flatMap(RealMatches::header)
                        .filter(header -> header.id() != null)
                        .collect(Collectors.toMap(Told::rule, Function.identity(), (a, _) -> a));
        List<Match> matches = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sigma.resolve("regression_data"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
                String name = file.getFileName().toString();
                Header rule = rules.get(name.substring(0, name.length() - ".json".length()));
                if (rule != null) {
                    matches.add(match(name, rule, first(Files.readString(file))));
                }
            }
        }
        return matches;
    }

    private static Stream<Header> header(Read read) {
        return read instanceof Read.OfRule(var rule) ? Stream.of(rule.header()) : Stream.empty();
    }

    /** The first event of several that stand one after the other. */
    private static JsonNode first(String events) {
        return new JsonMapper().readerFor(JsonNode.class).<JsonNode>readValues(events).next();
    }

    private static Match match(String file, Header rule, JsonNode event) {
        JsonNode system = event.at("/Event/System");
        JsonNode time = system.at("/TimeCreated/#attributes/SystemTime");
        JsonNode image = event.at("/Event/EventData/Image");
        return new Match(
                file,
                0,
                rule,
                time.isString() ? Optional.of(Instant.parse(time.stringValue())) : Optional.empty(),
                Optional.of(system.path("Computer").asString("?")),
                Optional.empty(),
                image.isString()
                        ? List.of(
                                new Reason(
                                        "selection", "Image", image.stringValue(), "endswith .exe"))
                        : List.of(),
                event.toString());
    }
}

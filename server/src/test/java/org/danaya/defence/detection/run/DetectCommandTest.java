package org.danaya.defence.detection.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.danaya.page.CommandSaid;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.sigma.pipeline.PipelineDefect;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, over real material and over what is wrong. */
class DetectCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String RULE =
            """
            title: Example
            id: example
            author: Nobody (example)
            logsource: {}
            detection:
                selection:
                    a: 1
                condition: selection
            """;

    @TempDir private Path folder;
    private Path out;
    private Path rule;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        rule = Files.writeString(folder.resolve("rule.yml"), RULE);
    }

    private CommandSaid detect(Object... arguments) {
        return CommandSaid.run(
                Language.ENGLISH,
                invocation -> new CommandLine(new DetectCommand(invocation)),
                Stream.concat(Stream.of("--output", out), Stream.of(arguments)).toArray());
    }

    private List<JsonNode> matches() throws IOException {
        try (Stream<String> lines = Files.lines(out)) {
            return lines.map(JSON::readTree).toList();
        }
    }

    private static Path corpora() {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        return Path.of(corpora);
    }

    private static List<Object> rules(String... folders) {
        List<Object> options = new ArrayList<>();
        for (String each : folders) {
            options.add("--rules");
            options.add(corpora().resolve("sigma").resolve(each));
        }
        return options;
    }

    @Test
    void statsTellHowLongRulesTookAndHowManyWereLookedAt() throws IOException {
        Path events = Files.writeString(folder.resolve("events"), "{\"a\":1}\n{\"a\":2}\n");
        assertThat(detect("--rules", rule, "--stats", events).err())
                .containsPattern(
                        "Rules read in \\d+\\.\\d\\d s, compiled in \\d+\\.\\d\\d s;"
                                + " kinds of events: 1; rules looked at per event: 0\\.5\n");
        assertThat(detect("--rules", rule, events).err()).doesNotContain("compiled");
    }

    @Test
    void everyRegressionCaseFiresWhateverFormItHas() throws IOException {
        List<Object> arguments =
                rules(
                        "rules",
                        "rules-emerging-threats",
                        "rules-threat-hunting",
                        "rules-compliance");
        Path cases = corpora().resolve("sigma/regression_data");
        arguments.add(cases);
        assertThat(detect(arguments.toArray()).exit()).isZero();
        Set<String> found =
                matches().stream()
                        .map(
                                match ->
                                        match.get("file").asString()
                                                + " "
                                                + match.get("rule").asString())
                        .collect(Collectors.toSet());
        Set<String> missed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(cases)) {
            files.filter(file -> file.toString().matches(".*\\.(evtx|json|raw)"))
                    .map(
                            file ->
                                    file
                                            + " "
                                            + file.getFileName()
                                                    .toString()
                                                    .replaceFirst("\\..*", ""))
                    .forEach(missed::add);
        }
        assertThat(missed).hasSize(257);
        missed.removeAll(found);
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sysmon_file_event, off, default", "structured_windows, event, routing"})
    void aLaneGivesWhatIsRecorded(String lane, String routing, String mode) throws IOException {
        List<Object> arguments = rules("rules", "rules-emerging-threats", "rules-threat-hunting");
        arguments.addAll(
                List.of("--routing", routing, corpora().resolve("lanes/" + lane + ".ndjson.gz")));
        assertThat(detect(arguments.toArray()).exit()).isZero();
        Set<String> found =
                matches().stream()
                        .map(
                                match ->
                                        match.get("event").asInt()
                                                + "\t"
                                                + match.get("rule").asString())
                        .collect(Collectors.toSet());
        assertThat(found).isEqualTo(recorded(lane + "." + mode));
    }

    private static Set<String> recorded(String name) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                corpora().resolve("lanes/" + name + ".tsv.gz"))),
                                UTF_8))) {
            return lines.lines().collect(Collectors.toSet());
        }
    }

    @Test
    void theSummaryIsForPeopleOrForMachines() throws IOException {
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n{\"a\":2}\n");
        CommandSaid said = detect("--rules", rule, events);
        assertThat(said.err()).contains("1 finding").contains("2 = 2 evaluated");
        JsonNode summary = JSON.readTree(detect("--rules", rule, "--json", events).err());
        assertThat(summary.get("ledger").get("events").asInt()).isEqualTo(2);
        assertThat(matches()).hasSize(1);
        assertThat(matches().getFirst().get("author").asString()).isEqualTo("Nobody (example)");
    }

    @Test
    void everyDefectOfAPipelineHasItsWords() throws IOException {
        for (Language language : Language.values()) {
            for (PipelineDefect.Kind kind : PipelineDefect.Kind.values()) {
                assertThat(Words.load().has(language, "detect.pipeline." + kind.code()))
                        .as(kind.code())
                        .isTrue();
            }
        }
        Path pipeline =
                Files.writeString(
                        folder.resolve("p.yml"), "name: x\nversion: 1\n" + "k".repeat(999) + ": 1");
        CommandSaid said =
                CommandSaid.run(
                        Language.FRENCH,
                        invocation -> new CommandLine(new DetectCommand(invocation)),
                        "--rules",
                        rule,
                        "--pipeline",
                        pipeline,
                        rule);
        assertThat(said.err())
                .contains("n’a pas cette clé")
                .contains("kkk…")
                .endsWith("[detection.pipeline]\n")
                .hasLineCount(1);
        assertThat(said.err().length()).isLessThan(600);
    }

    @Test
    void resultsNeverReplaceTheEventsTheyAreAbout() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        out = Files.writeString(logs.resolve("e.json"), "{\"a\":1}\n");
        CommandSaid said = detect("--rules", rule, logs);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("detection.overwrites").hasLineCount(1);
        assertThat(out).hasContent("{\"a\":1}\n");
    }

    @Test
    void resultsThatHaveNoFolderAreToldSo() throws IOException {
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n");
        out = folder.resolve("nope/out.html");
        CommandSaid said = detect("--rules", rule, events);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .contains(out + " ", "(the folder to write it to does not exist)")
                .hasLineCount(1);
        out = folder;
        assertThat(detect("--rules", rule, events).err())
                .contains("detection.file")
                .doesNotContain("(" + folder + ")")
                .hasLineCount(1);
    }

    @Test
    void aTagWithoutItsNamespaceIsTold() throws IOException {
        Files.writeString(rule, RULE.replace("logsource:", "tags: [attack.t1059.001]\nlogsource:"));
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n");
        CommandSaid said = detect("--rules", rule, "--tag", "T1059", events);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .startsWith("No rule has the tag t1059. Did you mean attack.t1059?\n")
                .contains("detection.no-rule");
        said = detect("--rules", rule, "--tag", "attack.t1059", "--tag", "x.y", events);
        assertThat(said.exit()).isZero();
        assertThat(said.err()).startsWith("No rule has the tag x.y, or one below it.\n");
    }

    @Test
    void withoutARuleItIsToldWhy() throws IOException {
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n");
        Path broken = Files.writeString(folder.resolve("broken.yml"), "title: x");
        CommandSaid said = detect("--rules", broken, events);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("broken.yml:").contains("detection.no-rule");
    }

    @ParameterizedTest
    @CsvSource({
        "--rules RULE --from yesterday IN, 2, yesterday",
        "--rules RULE --from 2026-01-02 --to 2026-01-01 IN, 2, --to",
        "--rules RULE --pipeline RULE IN, 3, detection.pipeline",
        "--rules nowhere IN, 3, There is no file or folder nowhere",
        "--rules RULE --placeholders nowhere IN, 3, [rules.not-there]",
        "--rules RULE --pipeline nowhere.yml IN, 3, no such file or folder",
        "--rules RULE --threads 0 IN, 2, [detect.threads]"
    })
    void whatIsWrongIsOneSentence(String arguments, int exit, String told) throws IOException {
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n");
        CommandSaid said =
                detect(
                        (Object[])
                                arguments
                                        .replace("RULE", rule.toString())
                                        .replace("IN", events.toString())
                                        .split(" "));
        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.err()).contains(told).doesNotContain("\tat ").hasLineCount(1);
    }
}

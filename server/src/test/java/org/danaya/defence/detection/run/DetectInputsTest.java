package org.danaya.defence.detection.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.danaya.page.CommandSaid;
import org.danaya.page.Language;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command reads of what it is given, and what it tells of the rest. */
class DetectInputsTest {

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

    @Test
    void whatIsMissingIsToldAndTheRestIsRead() throws IOException {
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n");
        CommandSaid said = detect("--rules", rule, folder.resolve("nowhere"), events);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("there is no such file or folder [file.missing]\n");
        assertThat(matches()).hasSize(1);
    }

    @Test
    void whatIsNamedTwiceIsReadOnce() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Path events = Files.writeString(logs.resolve("e.json"), "{\"a\":1}\n");
        CommandSaid said = detect("--rules", rule, events, logs, events);
        assertThat(said.exit()).isZero();
        assertThat(said.err()).contains("1 = 1 evaluated").contains("folder.again]\n");
        assertThat(matches()).hasSize(1);
    }

    @Test
    void rulesAreNoEvents() throws IOException {
        Path folderOfRules = Files.createDirectories(folder.resolve("more/below"));
        Files.writeString(folderOfRules.resolve("a.yml"), RULE);
        Files.writeString(folderOfRules.resolve("b.YAML"), RULE.replace("a: 1", "a: [1"));
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n");
        CommandSaid said = detect("--rules", rule, folder.resolve("more"), rule, events);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .startsWith(folder.resolve("more") + " holds rules and not events (2 files)")
                .contains(rule + " holds rules and not events (1 file)")
                .contains("Left out: 2")
                .contains("[file.rules]: 2 files")
                .contains("Events received: 1 = 1 evaluated");
        assertThat(matches()).hasSize(1);
    }

    @Test
    void rulesAmongEventsKeepNothingFromBeingRead() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.yml"), RULE);
        Files.writeString(logs.resolve("b.yml"), "a: 1\n{\"a\":1}\n");
        Path other = Files.writeString(logs.resolve("c.yml"), "detection: off\n");
        CommandSaid said = detect("--rules", rule, logs, other);
        assertThat(said.exit()).isZero();
        assertThat(said.err()).contains("(1 file)").contains("Events received: 3 = 3 evaluated");
        assertThat(matches()).hasSize(1);
    }

    @Test
    void textThatNobodyNamedAndNothingKnowsIsNoLog() throws IOException {
        Path words = words("Delete the file (example)");
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Path licence = Files.writeString(logs.resolve("LICENSE"), "You may delete it.\n");
        Files.writeString(logs.resolve("messages"), "Jan  2 03:04:05 pc su: delete\n");
        CommandSaid said = detect("--rules", words, logs);
        assertThat(said.exit()).isZero();
        assertThat(said.err())
                .contains("Events received: 1 = 1 evaluated")
                .contains("Left out: 1\n  " + licence + " – text that looks like no log")
                .contains("[text.unknown]\n");
        assertThat(matches()).hasSize(1);
        assertThat(detect("--rules", words, logs, licence).err())
                .contains("Events received: 2 = 2 evaluated");
        assertThat(matches()).hasSize(2);
        detect("--rules", words, "--routing", "off", logs);
        assertThat(matches()).hasSize(2);
        Path pipeline =
                Files.writeString(
                        folder.resolve("p.yml"),
                        """
                        name: lines
                        version: 1
                        marks:
                          line: [message]
                        places: ['%']
                        sources:
                          - {line: '*', product: example}
                        """);
        detect("--rules", words, "--pipeline", pipeline, logs);
        assertThat(matches()).hasSize(2);
    }

    @Test
    void aFolderOfNothingButUnknownTextIsAFailure() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(logs.resolve("README"), "You may delete it.\n");
        CommandSaid said = detect("--rules", words("Words (example)"), logs);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("[text.unknown]\n");
    }

    private Path words(String title) throws IOException {
        return Files.writeString(
                folder.resolve("words.yml"),
                """
                title: %s
                logsource: {product: example}
                detection:
                    keywords: [delete]
                    condition: keywords
                """
                        .formatted(title));
    }

    @Test
    void whatCanNotBeReadIsToldByItsCause() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Path events = Files.writeString(logs.resolve("e.json"), "{\"a\":1}\n");
        Files.createSymbolicLink(logs.resolve("circle"), logs);
        Files.createSymbolicLink(logs.resolve("nothing"), folder.resolve("nothing"));
        CommandSaid said = detect("--rules", rule, logs, events.resolve("below"));
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .contains("Files that could not be read: 1\n  " + events.resolve("below") + " – ")
                .contains("Left out: 2\n")
                .contains("circle – read already, under this name or another [folder.again]\n")
                .contains("nothing – a link to nothing [folder.dangling]\n");
    }

    @Test
    void aDeviceIsNoFileOfEvents() throws IOException {
        Path device = Path.of("/dev/zero");
        Assumptions.assumeTrue(Files.exists(device), "There is no /dev/zero here");
        CommandSaid said = detect("--rules", rule, device);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("[file.device]\n").contains("Events received: 0");
    }

    @Test
    void aFileCutInHalfIsAFailure() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"a\":1}\n".repeat(9_999).getBytes(UTF_8));
        }
        Path cut =
                Files.write(
                        folder.resolve("e.gz"),
                        Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));
        CommandSaid said = detect("--rules", rule, cut);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("a gzip file cut before its end [gzip.truncated]");
        assertThat(matches()).hasSizeGreaterThan(9_000);
    }

    @Test
    void somethingElseThanEventsAloneIsAFailure() throws IOException {
        Path other = Files.write(folder.resolve("e.zip"), new byte[] {'P', 'K', 3, 4, 1, 2, 5, 6});
        CommandSaid said = detect("--rules", rule, other);
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err()).contains("format.unknown]\n");
    }
}

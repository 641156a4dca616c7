package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell puts around {@code danaya detect}. */
class DetectPipeTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"json", "table", "csv"})
    void whoeverHasSeenEnoughEndsItQuietly(String format) throws Exception {
        Path rule =
                Files.writeString(
                        folder.resolve("rule.yml"),
                        "title: x\nlogsource: {}\ndetection: {s: {a: 1}, condition: s}\n");
        Path events = Files.writeString(folder.resolve("e.json"), "{\"a\":1}\n".repeat(100_000));
        Process process = detect("--rules", rule.toString(), "--format", format, events.toString());
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isNotEmpty();
        }
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("err")).isEmptyFile();
    }

    @Test
    void standardInputIsReadToItsEnd() throws Exception {
        Path rule =
                Files.writeString(
                        folder.resolve("rule.yml"),
                        "title: x\nlogsource: {}\ndetection: {s: {a: 1}, condition: s}\n");
        Process process = detect("--rules", rule.toString(), "-");
        try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
            out.write("{\"a\":1}\n{\"a\":1}\n");
        }
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.lines()).hasSize(2);
        }
        assertThat(process.waitFor()).isZero();
    }

    private Process detect(String... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Danaya.class.getName(),
                        "detect");
        builder.command().addAll(List.of(arguments));
        return builder.redirectError(folder.resolve("err").toFile()).start();
    }
}

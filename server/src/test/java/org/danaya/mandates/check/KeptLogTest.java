package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.mandates.check.ExampleState.By;
import org.danaya.mandates.check.ExampleState.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code danaya verify} keeps the first log that it saw until another is proven to continue it. */
class KeptLogTest {

    private static final Log FIRST = new Log(20, -1);
    private static final Log GROWN = new Log(33, -1);
    private static final Log FORK = new Log(33, 10);

    @TempDir Path folder;
    private final ExampleState state = new ExampleState();
    private final String seal = state.seal(1, By.THE_STATE);
    private Path anchor;

    @BeforeEach
    void open() throws IOException {
        anchor = Files.writeString(folder.resolve("anchor.json"), state.anchor().toJson());
        assertThat(offline(FIRST).exit()).isZero();
    }

    private CommandLines offline(Log log, String... more) throws IOException {
        return offline(log, Set.of(), more);
    }

    private CommandLines offline(Log log, Set<Integer> revoked, String... more) throws IOException {
        Path snapshot =
                Files.write(
                        Files.createTempFile(folder, "snapshot", ".cbor"),
                        state.snapshot(state.view(Duration.ofMinutes(1), revoked, log)).toBytes());
        List<Object> arguments =
                new ArrayList<>(
                        List.of(
                                seal,
                                "--anchor",
                                anchor,
                                "--snapshot",
                                snapshot,
                                "--memory",
                                folder.resolve("memory")));
        arguments.addAll(List.of(more));
        return CommandLines.verify(Clock.fixed(state.now, ZoneOffset.UTC), arguments.toArray());
    }

    private static void isDoubted(CommandLines said) {
        assertThat(said.said())
                .startsWith("VALIDE, à confirmer")
                .contains("La source de ces informations est en doute")
                .contains("n’engagez rien avant que la structure ou l’agence ne l’ait confirmé");
        assertThat(said.exit()).isOne();
    }

    @Test
    void aLogThatIsntTheOneThatWasSeenMakesEveryValidToBeConfirmed() throws IOException {
        for (Log other : List.of(new Log(20, 19), new Log(12, -1), FORK)) {
            isDoubted(offline(other));
            JsonNode json = JsonMapper.builder().build().readTree(offline(other, "--json").said());
            assertThat(json.get("answers").get(0).get("verdict").asString()).isEqualTo("VALIDE");
            assertThat(json.get("answers").get(0).get("toConfirm").asBoolean()).isTrue();
        }
    }

    @Test
    void noForkMakesItForgetTheFirstLogHoweverOftenItIsShown() throws IOException {
        for (int i = 0; i < 3; i++) {
            isDoubted(offline(FORK));
            isDoubted(offline(new Log(40, 10)));
        }
        assertThat(offline(FIRST).exit()).as("the first one is still known").isZero();
        assertThat(offline(FIRST).said()).doesNotContain("ALERTE", "à confirmer");
    }

    @Test
    void aPersonCanHaveItForgottenAndWhatWasShownIsKept() throws IOException {
        isDoubted(offline(FORK));
        CommandLines forgetting = offline(FORK, "--forget-log");
        assertThat(forgetting.said()).contains("est oublié, à votre demande", "memory.forgotten-");
        isDoubted(forgetting);
        try (Stream<Path> files = Files.list(folder)) {
            Path evidence =
                    files.filter(file -> file.toString().contains("memory.forgotten-"))
                            .findFirst()
                            .orElseThrow();
            assertThat(new String(Files.readAllBytes(evidence), StandardCharsets.UTF_8))
                    .contains("\n20\n");
        }
        assertThat(offline(FORK).exit()).as("the log that the person chose").isZero();
        isDoubted(offline(GROWN));
    }

    @Test
    void whoForgetsALogForgetsNoRevocation() throws IOException {
        assertThat(offline(FIRST, Set.of(1)).said()).startsWith("REVOQUE");
        assertThat(offline(FORK, "--forget-log").said()).startsWith("REVOQUE");
        assertThat(offline(FORK).said()).startsWith("REVOQUE").contains("ALERTE");
    }

    @Test
    void whatWasSeenOfAnotherAuthorityIsntMixedIn() throws IOException {
        Path other =
                Files.writeString(
                        folder.resolve("other.json"), new ExampleState().anchor().toJson());
        anchor = other;
        assertThat(offline(FIRST).said()).contains("mandates.memory-other");
        assertThat(offline(FIRST).exit()).isEqualTo(3);
    }
}

package org.danaya.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it appends and publishes. */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("danaya.kill.rounds", 10);
    private static final int LONGEST_MILLIS = 1_000;

    @TempDir Path home;

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path acknowledged = home.resolve("acknowledged");
        for (int round = 0; round < ROUNDS; round++) {
            Process victim = start(acknowledged, random.nextLong());
            awaitReady(victim);
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            victim.destroyForcibly().waitFor();
        }
        Process last = start(acknowledged, 0, "settle");
        String said = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).as("seed %d", seed).contains("sound ");
        assertThat(Files.readAllLines(acknowledged)).isNotEmpty();
    }

    private Process start(Path acknowledged, long seed, String... more) throws IOException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        KillVictim.class.getName(),
                        home.resolve("home").toString(),
                        acknowledged.toString(),
                        Long.toString(seed));
        builder.command().addAll(java.util.List.of(more));
        return builder.redirectError(
                        ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "victim.err")))
                .start();
    }

    private void awaitReady(Process victim) throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.equals("ready")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new AssertionError(Files.readString(home.resolve("victim.err")));
        }
    }
}

package org.danaya.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.log.AttachedLog;
import org.danaya.log.Fsck;
import org.danaya.log.LogSettings;
import org.danaya.store.StoreSettings;
import org.danaya.store.TestCluster;
import org.danaya.store.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program or PostgreSQL is killed at random while leaves are appended and acts are journalled.
 * After each round nothing acknowledged is missing, and log and journal are sound.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("danaya.kill.rounds", 6);
    private static final int LONGEST_MILLIS = 700;
    private static final int LONGEST_START_MILLIS = 5_000;
    private static final long LIMIT_SECONDS = 180;

    @TempDir Path folder;

    /** What is killed, and in which order. */
    private enum Victim {
        PROGRAM,
        STARTING_PROGRAM,
        SERVER_THEN_PROGRAM,
        HELPER_THEN_PROGRAM,
        BOTH
    }

    @Test
    void nothingAcknowledgedIsLostAndLogAndJournalAreSoundAfterEachKill() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("KillTest seed " + seed);
        Random random = new Random(seed);
        Path home = folder.resolve("home");
        TestCluster.prepare(home);
        List<String> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Victim victim =
                    round == 0
                            ? Victim.PROGRAM
                            : Victim.values()[random.nextInt(Victim.values().length)];
            Path acknowledged = folder.resolve("acknowledged-" + round);
            kill(home, acknowledged, victim, random);
            List<String> said = lines(acknowledged);
            all.addAll(said);
            String what = "seed " + seed + ", round " + round + ", " + victim;
            assertSound(home, said, what);
            System.out.println(what + ": " + said.size() + " transactions acknowledged, sound");
        }
        assertThat(all).isNotEmpty();
        String settled = settle(home);
        long leaves = all.stream().mapToLong(KillTest::leaves).sum();
        assertThat(Long.parseLong(settled.substring("settled ".length())))
                .as("published leaves, seed %d", seed)
                .isGreaterThan(leaves);
        assertSound(home, all, "in the end, seed " + seed);
    }

    /** The settings of a home for the parts that a victim runs. */
    static Settings settings(Path home) {
        List<Setting<?>> known =
                Stream.of(StoreSettings.ALL, LogSettings.ALL).flatMap(List::stream).toList();
        return Settings.of(known, Map.of("home", home.toString()));
    }

    private void kill(Path home, Path acknowledged, Victim victim, Random random) throws Exception {
        Process program =
                start(home.toString(), acknowledged.toString(), Long.toString(random.nextLong()));
        try {
            if (victim == Victim.STARTING_PROGRAM) {
                Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
                return;
            }
            await(program, "ready");
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            switch (victim) {
                case PROGRAM, STARTING_PROGRAM -> {}
                case SERVER_THEN_PROGRAM -> {
                    TestCluster.killServer(home);
                    Thread.sleep(random.nextInt(LONGEST_MILLIS));
                }
                case HELPER_THEN_PROGRAM -> {
                    TestCluster.killHelper(home, random);
                    Thread.sleep(random.nextInt(LONGEST_MILLIS));
                }
                case BOTH -> TestCluster.killServer(home);
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private static void assertSound(Path home, List<String> acknowledged, String what)
            throws Exception {
        try (Visit visit = Visit.begin(settings(home));
                AttachedLog log = AttachedLog.to(settings(home))) {
            JdbcClient jdbc = JdbcClient.create(visit.address().dataSource());
            Set<String> journalled =
                    new HashSet<>(
                            jdbc.sql("select subject from audit.entry").query(String.class).list());
            Set<String> leaves =
                    new HashSet<>(
                            jdbc.sql("select reference from log.leaf").query(String.class).list());
            for (String line : acknowledged) {
                String subject = line.substring(0, line.indexOf(' '));
                assertThat(journalled.contains(subject)).as("%s: act %s", what, subject).isTrue();
                for (int i = 0; i < leaves(line); i++) {
                    String leaf = subject + ":" + i;
                    assertThat(leaves.contains(leaf)).as("%s: leaf %s", what, leaf).isTrue();
                }
            }
            assertThat(log.fsck().run(_ -> {})).as(what).isInstanceOf(Fsck.Outcome.Sound.class);
            assertThat(JournalCheck.run(visit.address().dataSource(), _ -> {}).findings())
                    .as(what)
                    .isEmpty();
        }
    }

    private String settle(Path home) throws Exception {
        Process program = start(home.toString());
        try {
            String settled = await(program, "settled ");
            assertThat(program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return settled;
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledWriter.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    /** Waits for a line that begins so. */
    private String await(Process program, String beginning) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < deadline) {
            boolean over = !program.isAlive();
            for (String line : said().lines().toList()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            if (over) {
                break;
            }
            Thread.sleep(5);
        }
        throw new AssertionError(said());
    }

    /** What was said so far; its last character may have come in part. */
    private String said() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("said")), StandardCharsets.UTF_8);
    }

    /** What was said whole: the kill may have cut the last line. */
    private static List<String> lines(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static long leaves(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }
}

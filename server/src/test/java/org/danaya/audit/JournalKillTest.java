package org.danaya.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A program killed with SIGKILL in the middle of writing and chaining loses nothing it told. */
class JournalKillTest {

    private static final int ROUNDS = 8;
    private static final int ACTS_BEFORE_THE_KILL = 60;

    @Test
    void whatWasAcknowledgedIsThereAfterEachKillAndTheJournalIsSound() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (TestJournal kit = new TestJournal()) {
            List<String> acknowledged = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                int acts = 1 + random.nextInt(ACTS_BEFORE_THE_KILL);
                acknowledged.addAll(runAndKill(kit, round * 1_000_000, acts));
                assertThat(
                                kit.jdbc
                                        .sql("select subject from audit.entry")
                                        .query(String.class)
                                        .list())
                        .containsAll(acknowledged);
                assertThat(new ChainCheck(kit.source, _ -> {}).run(new TreeMap<>()).findings())
                        .isEmpty();
            }
            while (kit.chainer.chain() > 0) {
                assertThat(kit.count("link")).isPositive();
            }
            assertThat(kit.count("link")).isEqualTo(kit.count("entry"));
            assertThat(new ChainCheck(kit.source, _ -> {}).run(new TreeMap<>()).findings())
                    .isEmpty();
        }
    }

    /** Lets a program acknowledge so many acts, kills it, and gives the subjects of all. */
    private static List<String> runAndKill(TestJournal kit, int first, int acts) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JournalVictim.class.getName(),
                        kit.address.url(),
                        kit.address.user(),
                        Integer.toString(first));
        builder.environment().put("VICTIM_PASSWORD", kit.address.password().reveal());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\d+")) {
                    told.add("house:" + line);
                }
                if (told.size() == acts) {
                    // Process.destroyForcibly would close the stream that holds the last lines.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(told.size()).isGreaterThanOrEqualTo(acts);
        return told;
    }
}

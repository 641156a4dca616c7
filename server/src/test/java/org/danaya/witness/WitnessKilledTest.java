package org.danaya.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.edge.LogOnDisk;
import org.danaya.verify.AddCheckpoint;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeProver;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness that is killed at any moment remembers everything that it cosigned. */
class WitnessKilledTest {

    private static final int ROUNDS = 4;
    private static final int BEFORE_LEAST = 5;
    private static final int BEFORE_MOST = 60;

    /** The one line that it says of itself when it listens. */
    private static final Pattern LISTENS = Pattern.compile("(http://[^ /\"]+:\\d+/)\\n");

    @TempDir Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nothingThatWasCosignedIsForgotten() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("WitnessKilledTest, seed " + seed);
        Random random = new Random(seed);
        LogOnDisk log = new LogOnDisk(folder.resolve("log"), "log.example/test");
        Path logs = folder.resolve("logs");
        Files.writeString(logs, "log " + log.key().vkey() + "\nquorum none\n");
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve("danaya.conf"),
                "role = witness\nwitness.name = witness.example/w1\nwitness.logs-file = "
                        + logs
                        + "\n");
        long cosigned = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Process process = start(home);
            try {
                URI address = listening(process);
                int kill = BEFORE_LEAST + random.nextInt(BEFORE_MOST);
                Thread killer =
                        Thread.ofVirtual().unstarted(() -> killSoon(process, random.nextInt(4)));
                for (int i = 0; process.isAlive(); i++) {
                    if (i == kill) {
                        killer.start();
                    }
                    cosigned = add(address, log, cosigned);
                }
                killer.join();
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertThat(cosigned).isGreaterThan((long) ROUNDS * BEFORE_LEAST);
    }

    /** Asks for one more entry; what it remembers is never less than what it answered. */
    private long add(URI address, LogOnDisk log, long cosigned) throws Exception {
        SignedNote note = log.grow(1, "entry");
        long from = cosigned;
        for (int tries = 0; tries < 2; tries++) {
            HttpResponse<String> answer;
            try {
                answer = post(address, request(log, from, note));
            } catch (IOException _) {
                return cosigned;
            }
            if (answer.statusCode() == 200) {
                return log.size();
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            from = Long.parseLong(answer.body().strip());
            assertThat(from).isGreaterThanOrEqualTo(cosigned);
        }
        throw new AssertionError("It answers another size each time");
    }

    private HttpResponse<String> post(URI address, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address.resolve("add-checkpoint"))
                        .timeout(Duration.ofMinutes(2))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] request(LogOnDisk log, long from, SignedNote note) {
        TreeProver prover = TreeProver.of(log.size(), TileSource.directory(log.folder()));
        if (prover.consistency(from)
                instanceof Verdict.Valid<ConsistencyProof>(ConsistencyProof proof)) {
            return AddCheckpoint.of(proof, note).toBytes();
        }
        throw new IllegalStateException("No proof from " + from);
    }

    private static void killSoon(Process process, int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        process.destroyForcibly();
    }

    private Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.danaya.app.Danaya",
                        "run",
                        "--home",
                        home.toString(),
                        "--edge-port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    /** Where it says that it listens. */
    private URI listening(Process process) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        String said = "";
        while (System.nanoTime() < end && process.isAlive()) {
            said = Files.readString(folder.resolve("out"), StandardCharsets.ISO_8859_1);
            Matcher listens = LISTENS.matcher(said);
            if (listens.find()) {
                return URI.create(listens.group(1));
            }
            Thread.sleep(50);
        }
        throw new AssertionError(said);
    }
}

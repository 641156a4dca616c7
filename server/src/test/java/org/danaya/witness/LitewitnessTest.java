package org.danaya.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.danaya.base.TestPorts;
import org.danaya.edge.LogOnDisk;
import org.danaya.log.Cosigner.CosignOutcome;
import org.danaya.store.TestDatabase;
import org.danaya.verify.Policy;
import org.danaya.verify.SignatureType;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The witness that others run: FiloSottile's {@code litewitness}, unmodified, where it is on the
 * PATH. Its key lies in an ssh-agent of the test's own.
 */
class LitewitnessTest {

    private static final String NAME = "witness.example/lite";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;
    private final List<Process> running = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : running.reversed()) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void itCosignsOurCheckpointsAndRefusesARollback() throws Exception {
        for (String tool : List.of("litewitness", "witnessctl", "ssh-agent", "ssh-keygen")) {
            Assumptions.assumeTrue(onPath(tool), tool + " is not on the PATH");
        }
        LogOnDisk log = new LogOnDisk(folder.resolve("log"), "log.example/test");
        run("witnessctl", "add-log", "-db", db(), "-origin", log.key().name());
        run(
                "witnessctl",
                "add-key",
                "-db",
                db(),
                "-origin",
                log.key().name(),
                "-key",
                log.key().vkey());
        VerifierKey key = makeKey();
        int port = TestPorts.free();
        startAgent();
        startWitness(port);
        String policy =
                "witness lite %s http://localhost:%d/\nquorum lite\n".formatted(key.vkey(), port);
        try (HttpClient http = WitnessConfiguration.http(PATIENCE)) {
            Witnesses witnesses = witnesses(policy, log, http);
            for (int count : new int[] {5, 300, 1}) {
                CosignOutcome outcome = witnesses.cosign(log.grow(count, "entry"));
                SignedNote note = cosigned(outcome, witnesses);
                assertThat(
                                Policy.parse(policy.getBytes(UTF_8))
                                        .orThrow()
                                        .withLogs(List.of(log.key()))
                                        .check(note))
                        .isInstanceOf(Verdict.Valid.class);
            }
            assertThat(witnesses.health().getFirst().size()).isEqualTo(306);
            witnesses.close();

            LogOnDisk fork = log.twin(folder.resolve("fork"));
            Witnesses lying = witnesses(policy, fork, http);
            assertThat(lying.cosign(fork.grow(20, "lie")))
                    .isInstanceOf(CosignOutcome.Withheld.class);
            assertThat(lying.health().getFirst().state()).isEqualTo(WitnessHealth.State.AHEAD);
            assertThat(lying.cosign(fork.grow(400, "lie")))
                    .isInstanceOf(CosignOutcome.Withheld.class);
            assertThat(lying.health().getFirst().state()).isEqualTo(WitnessHealth.State.REFUSING);
            lying.close();
        }
    }

    private static Witnesses witnesses(String policy, LogOnDisk log, HttpClient http) {
        Policy parsed = Policy.parse(policy.getBytes(UTF_8)).orThrow();
        WitnessTable table = new WitnessTable(JdbcClient.create(TestDatabase.freshSource()));
        return new Witnesses(
                parsed,
                WitnessConfiguration.asked(
                        parsed, table.all(), TileSource.directory(log.folder()), http),
                table,
                PATIENCE,
                Duration.ofMinutes(15),
                Clock.systemUTC());
    }

    private SignedNote cosigned(CosignOutcome outcome, Witnesses witnesses) throws IOException {
        if (outcome instanceof CosignOutcome.Cosigned(SignedNote note)) {
            return note;
        }
        String said = Files.readString(folder.resolve("litewitness.log"));
        throw new AssertionError(outcome + " " + witnesses.health() + "\n" + said);
    }

    /** An OpenSSH key, which is what ssh-agent takes; its public half in a witness's form. */
    private VerifierKey makeKey() throws Exception {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "example", "-f", keyFile());
        String line = Files.readString(Path.of(keyFile() + ".pub"));
        byte[] blob = Base64.getDecoder().decode(line.split(" ", 3)[1]);
        byte[] typed = new byte[33];
        typed[0] = (byte) SignatureType.COSIGNATURE_ED25519.identifier();
        System.arraycopy(blob, blob.length - 32, typed, 1, 32);
        java.security.MessageDigest hash = java.security.MessageDigest.getInstance("SHA-256");
        hash.update((NAME + "\n").getBytes(UTF_8));
        String id = java.util.HexFormat.of().formatHex(hash.digest(typed), 0, 4);
        return VerifierKey.parse(NAME + "+" + id + "+" + Base64.getEncoder().encodeToString(typed))
                .orThrow();
    }

    private void startAgent() throws Exception {
        start("ssh-agent", "-D", "-a", socket());
        awaitThat("ssh-agent", () -> Files.exists(Path.of(socket())));
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", keyFile());
        add.environment().put("SSH_AUTH_SOCK", socket());
        run(add);
    }

    private void startWitness(int port) throws Exception {
        String told = run("ssh-keygen", "-l", "-E", "sha256", "-f", keyFile() + ".pub");
        String fingerprint =
                Stream.of(told.split(" "))
                        .filter(word -> word.startsWith("SHA256:"))
                        .findFirst()
                        .orElseThrow();
        start(
                "litewitness",
                "-db",
                db(),
                "-ssh-agent",
                socket(),
                "-name",
                NAME,
                "-key",
                fingerprint,
                "-listen",
                "localhost:" + port);
        awaitThat("litewitness", () -> answers(port));
        // Debian's litetlog 0.4.3-3 was built so that Go takes "POST /add-checkpoint" for a path;
        // mended by GODEBUG=httpmuxgo121=0 it panics when it saves. Its torchwood 0.9.0 works.
        Assumptions.assumeTrue(
                asked(port) != 404, "this build of litewitness doesn't serve add-checkpoint");
    }

    private static int asked(int port) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + port + "/add-checkpoint"))
                            .POST(HttpRequest.BodyPublishers.ofString("old 0\n"))
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private void start(String... command) throws IOException {
        running.add(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                        .start());
    }

    private String run(String... command) throws Exception {
        return run(new ProcessBuilder(command));
    }

    private String run(ProcessBuilder command) throws Exception {
        Process process = command.directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command.command(), said).isZero();
        return said;
    }

    private void awaitThat(String what, Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            Process last = running.getLast();
            if (!last.isAlive() || Instant.now().isAfter(end)) {
                Path log = folder.resolve(what + ".log");
                throw new AssertionError(what + ": " + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 1_000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    private String db() {
        return folder.resolve("litewitness.db").toString();
    }

    /** A socket's path has a limit of about 100 bytes. */
    private String socket() {
        return folder.resolve("a").toString();
    }

    private String keyFile() {
        return folder.resolve("witness_key").toString();
    }
}

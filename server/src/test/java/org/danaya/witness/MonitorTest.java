package org.danaya.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.edge.LogOnDisk;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeHash;
import org.danaya.verify.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MonitorTest {

    @TempDir Path folder;

    private LogOnDisk log() {
        return new LogOnDisk(folder.resolve("log"), "log.example/test");
    }

    private static LogMonitor monitor(LogOnDisk log) {
        return new LogMonitor(TileSource.directory(log.folder()), List.of(log.key()), true);
    }

    @Test
    void aLogThatGrowsIsFollowed() {
        LogOnDisk log = log();
        SignedNote last = null;
        for (int count : List.of(0, 1, 3, 252, 1, 700, 70_000)) {
            log.grow(count, "entry");
            last = grown(monitor(log).look(last), count);
            assertThat(monitor(log).look(last)).isInstanceOf(MonitorOutcome.Unchanged.class);
        }
    }

    private static SignedNote grown(MonitorOutcome outcome, long entries) {
        if (outcome instanceof MonitorOutcome.Grown(SignedNote note, Checkpoint _, long count)) {
            assertThat(count).isEqualTo(entries);
            return note;
        }
        throw new AssertionError(outcome);
    }

    @Test
    void twoTreesOfOneSizeAreASplitView() {
        LogOnDisk log = log();
        SignedNote shown = log.grow(500, "entry");
        LogOnDisk twin = log.twin(folder.resolve("twin"));
        SignedNote other = twin.grow(500, "lie");
        MonitorOutcome outcome = monitor(twin).look(shown);
        assertThat(outcome).isInstanceOf(MonitorOutcome.SplitView.class);
        assertThat(((MonitorOutcome.Broken) outcome).evidence())
                .contains(shown.toText())
                .contains(other.toText());
    }

    @Test
    void aLargerTreeWithoutTheOldOneIsFound() {
        LogOnDisk log = log();
        SignedNote shown = log.grow(500, "entry");
        LogOnDisk twin = log.twin(folder.resolve("twin"));
        twin.grow(700, "lie");
        assertThat(monitor(twin).look(shown)).isInstanceOf(MonitorOutcome.Inconsistent.class);
    }

    @Test
    void aRollbackIsFound() {
        LogOnDisk log = log();
        SignedNote old = log.grow(500, "entry");
        SignedNote shown = log.grow(10, "entry");
        log.publish(Checkpoint.parse(old.text()).orThrow());
        assertThat(monitor(log).look(shown)).isInstanceOf(MonitorOutcome.Rollback.class);
    }

    @Test
    void oneWrongBitInAnyFileIsFound() throws Exception {
        LogOnDisk log = log();
        log.grow(600, "entry");
        for (String path :
                List.of(
                        "checkpoint",
                        "tile/0/000",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2",
                        "tile/entries/001",
                        "tile/entries/002.p/88")) {
            Path file = log.folder().resolve(path);
            byte[] good = Files.readAllBytes(file);
            for (int at : List.of(0, good.length / 2, good.length - 2)) {
                byte[] bad = good.clone();
                bad[at] ^= 1;
                Files.write(file, bad);
                assertThat(monitor(log).look(null))
                        .as("%s at %d", path, at)
                        .isInstanceOf(MonitorOutcome.Unsound.class);
            }
            Files.write(file, good);
        }
        assertThat(monitor(log).look(null)).isInstanceOf(MonitorOutcome.Grown.class);
    }

    @Test
    void aCheckpointOfAnotherKeyOrOriginIsNotTheLogs() {
        LogOnDisk log = log();
        LogOnDisk pretender = new LogOnDisk(folder.resolve("p"), "log.example/test");
        pretender.grow(3, "entry");
        assertThat(
                        new LogMonitor(
                                        TileSource.directory(pretender.folder()),
                                        List.of(log.key()),
                                        true)
                                .look(null))
                .isInstanceOf(MonitorOutcome.Unsound.class);
        log.grow(3, "entry");
        log.publish(new Checkpoint("log.example/other", 3, log.checkpoint().root()));
        assertThat(monitor(log).look(null)).isInstanceOf(MonitorOutcome.Unsound.class);
        log.publish(new Checkpoint("log.example/test", 0, TreeHash.of(new byte[32])));
        assertThat(monitor(log).look(null)).isInstanceOf(MonitorOutcome.SplitView.class);
    }

    /** Serves Tessera's log with the checkpoint that the test wants. */
    private static final class Tessera implements AutoCloseable {

        private final HttpServer server;
        private volatile String checkpoint = "checkpoint.0";

        Tessera(Path corpus) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        String asked = exchange.getRequestURI().getPath().substring(1);
                        Path file = corpus.resolve(asked.equals("checkpoint") ? checkpoint : asked);
                        boolean there = Files.isRegularFile(file);
                        byte[] bytes = there ? Files.readAllBytes(file) : new byte[] {'?'};
                        exchange.sendResponseHeaders(there ? 200 : 404, bytes.length);
                        exchange.getResponseBody().write(bytes);
                        exchange.close();
                    });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static Path corpus() {
        String corpora = System.getenv("DANAYA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "DANAYA_CORPORA names no folder of test data");
        Path log = Path.of(corpora, "tlog/tessera-log");
        Assumptions.assumeTrue(Files.isDirectory(log), log + " is not there");
        return log;
    }

    private static int run(String... arguments) {
        Invocation invocation =
                new Invocation(
                        new Terminal(Words.load(), Language.ENGLISH),
                        given -> Settings.of(List.of(), given));
        return new CommandLine(new MonitorCommand(invocation))
                .setResourceBundle(ResourceBundle.getBundle("commands"))
                .execute(arguments);
    }

    @Test
    void tesserasLogIsFollowedOverHttpAndItsRollbackFound() throws Exception {
        Path corpus = corpus();
        String key = corpus.resolveSibling("tessera-log.vkey").toString();
        Path state = folder.resolve("state");
        try (Tessera tessera = new Tessera(corpus)) {
            for (int size = 0; size <= 15; size++) {
                tessera.checkpoint = "checkpoint." + size;
                assertThat(
                                run(
                                        tessera.address(),
                                        "--key",
                                        key,
                                        "--once",
                                        "--json",
                                        "--state",
                                        state.toString()))
                        .isZero();
                assertThat(Files.readAllBytes(state))
                        .isEqualTo(Files.readAllBytes(corpus.resolve("checkpoint." + size)));
            }
            tessera.checkpoint = "checkpoint.9";
            assertThat(run(tessera.address(), "--key", key, "--once", "--state", state.toString()))
                    .isEqualTo(1);
            assertThat(evidence(state)).contains("rollback").contains("\n9\n").contains("\n15\n");
        }
        assertThat(run("http://127.0.0.1:1/", "--key", key, "--once")).isEqualTo(3);
    }

    private static String evidence(Path state) throws IOException {
        try (var files = Files.list(state.toAbsolutePath().getParent())) {
            Path file =
                    files.filter(it -> it.getFileName().toString().startsWith("state."))
                            .findFirst()
                            .orElseThrow();
            return Files.readString(file, UTF_8);
        }
    }

    @Test
    void anotherLogsStateIsRefused() throws Exception {
        LogOnDisk log = log();
        log.grow(3, "entry");
        LogOnDisk other = new LogOnDisk(folder.resolve("other"), "log.example/other");
        Path state = folder.resolve("state");
        Files.write(state, other.grow(3, "entry").toBytes());
        assertThat(
                        runThrowing(
                                log.folder().toUri().toString(),
                                "--key",
                                log.key().vkey(),
                                "--once",
                                "--state",
                                state.toString()))
                .isEqualTo(WitnessFault.MONITOR_STATE);
    }

    private static @Nullable Object runThrowing(String... arguments) {
        Object[] seen = new Object[1];
        new CommandLine(
                        new MonitorCommand(
                                new Invocation(
                                        new Terminal(Words.load(), Language.ENGLISH),
                                        given -> Settings.of(List.of(), given))))
                .setResourceBundle(ResourceBundle.getBundle("commands"))
                .setExecutionExceptionHandler(
                        (problem, _, _) -> {
                            seen[0] = ((Fault) problem).code();
                            return 3;
                        })
                .execute(arguments);
        return seen[0];
    }

    @Test
    void tesserasVerifierKeyIsReadAsItIsWritten() throws Exception {
        Path corpus = corpus();
        String vkey = Files.readString(corpus.resolveSibling("tessera-log.vkey")).strip();
        assertThat(VerifierKey.parse(vkey)).isInstanceOf(Parsed.Ok.class);
    }
}

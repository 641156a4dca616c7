package org.danaya.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilesTest {

    @TempDir Path home;
    private LogOnDisk log;
    private TestEdge edge;

    @BeforeEach
    void start() {
        log = new LogOnDisk(home.resolve("log"), "log.example/test");
        edge = TestEdge.on(home);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void theCheckpointIsServedAsTheLogSignedIt() {
        log.grow(3, "entry");
        HttpResponse<byte[]> answer = edge.get("/log/checkpoint");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=2");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        SignedNote note = SignedNote.parse(answer.body()).orThrow();
        assertThat(note.verify(List.of(log.key()))).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void aNewCheckpointIsServedAtOnceAndAnOldOneIsNotSentTwice() {
        log.grow(3, "entry");
        HttpResponse<byte[]> first = edge.get("/log/checkpoint");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(edge.get("/log/checkpoint", "If-None-Match", "W/" + tag).statusCode())
                .isEqualTo(304);
        for (int i = 0; i < 50; i++) {
            byte[] note = log.grow(1, "entry").toBytes();
            HttpResponse<byte[]> next = edge.get("/log/checkpoint", "If-None-Match", tag);
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.body()).isEqualTo(note);
        }
    }

    @Test
    void tilesAndBundlesAreServedForever() throws Exception {
        log.grow(600, "entry");
        for (String path :
                List.of(
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2",
                        "tile/entries/000",
                        "tile/entries/002.p/88")) {
            for (int asked = 0; asked < 2; asked++) {
                HttpResponse<byte[]> answer = edge.get("/log/" + path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(Files.readAllBytes(log.folder().resolve(path)));
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .hasValue("public, max-age=31536000, immutable");
                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValue("application/octet-stream");
            }
        }
    }

    @Test
    void aPartialTileThatTheLogDeletedIsCutFromTheFullOne() throws Exception {
        log.grow(300, "entry");
        byte[] hashes = edge.get("/log/tile/0/000.p/40").body();
        assertThat(hashes)
                .isEqualTo(
                        Arrays.copyOf(
                                Files.readAllBytes(log.folder().resolve("tile/0/000")), 40 * 32));
        byte[] bundle = edge.get("/log/tile/entries/000.p/40").body();
        assertThat(bundle)
                .isEqualTo(
                        Arrays.copyOf(
                                Files.readAllBytes(log.folder().resolve("tile/entries/000")),
                                bundle.length));
    }

    @Test
    void whatTheCheckpointDoesNotCoverIsNotThereYet() throws Exception {
        log.grow(200, "entry");
        byte[] old = Files.readAllBytes(log.folder().resolve("checkpoint"));
        log.grow(100, "entry");
        Files.write(log.folder().resolve("checkpoint"), old);
        assertThat(edge.get("/log/tile/0/000.p/200").statusCode()).isEqualTo(200);
        assertThat(edge.get("/log/tile/0/000").statusCode()).isEqualTo(404);
        assertThat(edge.get("/log/tile/0/001.p/44").statusCode()).isEqualTo(404);
        assertThat(edge.get("/log/tile/entries/000").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/0",
                "tile/00/000",
                "tile/0/x000/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/64/000",
                "tile/0/000/",
                "tile//0/000",
                "tile/0/%30%30%30",
                "./tile/0/000",
                "tile/../checkpoint",
                "..%2f..%2fdanaya.conf",
                "tile/0/..%2f..%2f..%2fsecret",
                "tile/entries/000.p/88.p/88",
                "tile/data/000",
                "checkpoint/",
                "Checkpoint",
                "",
                "tile",
                "tile/0",
                "tile/0/000.p",
                "tile/0/999",
                "tile/63/x999/x999/x999/x999/x999/x999/999"
            })
    void onlyTheOneSpellingOfWhatIsThereIsAnswered(String path) throws Exception {
        Files.writeString(home.resolve("secret"), "not for strangers");
        log.grow(600, "entry");
        String answer =
                edge.raw(
                        ("GET /log/" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .getBytes(UTF_8));
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("edge.not-found");
    }

    @Test
    void headOptionsAndOtherMethodsAreAnsweredByTheBook() {
        log.grow(600, "entry");
        HttpResponse<byte[]> head = edge.ask("HEAD", "/log/tile/0/000", new byte[0]);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("8192");
        assertThat(head.body()).isEmpty();
        HttpResponse<byte[]> options = edge.ask("OPTIONS", "/log/checkpoint", new byte[0]);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET, HEAD, OPTIONS");
        HttpResponse<byte[]> delete = edge.ask("DELETE", "/log/checkpoint", new byte[0]);
        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(delete.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void aLogWithoutCheckpointIsNotReady() {
        assertThat(edge.get("/log/checkpoint").statusCode()).isEqualTo(503);
        assertThat(edge.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(edge.get("/health").statusCode()).isEqualTo(200);
        assertThat(edge.get("/health/live").statusCode()).isEqualTo(200);
        log.grow(1, "entry");
        assertThat(edge.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void twoEdgesServeOneHome() {
        log.grow(600, "entry");
        try (TestEdge second = TestEdge.on(home)) {
            assertThat(second.get("/log/checkpoint").body())
                    .isEqualTo(edge.get("/log/checkpoint").body());
            assertThat(second.get("/log/tile/0/001").body())
                    .isEqualTo(edge.get("/log/tile/0/001").body());
        }
    }

    @Test
    void aReaderThatStallsIsCutOff() throws Exception {
        log.grow(600, "entry");
        byte[] ask = "GET /log/tile/0/000 HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8);
        try (TestEdge impatient =
                        TestEdge.on(
                                home,
                                "edge.request-timeout",
                                "1s",
                                "edge.requests-per-address",
                                "0");
                Socket socket = impatient.connect()) {
            // More than any buffers between the two hold, so that the edge waits for the reader.
            Thread asking =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            for (int i = 0; i < 20_000; i++) {
                                                socket.getOutputStream().write(ask);
                                            }
                                        } catch (IOException _) {
                                            // It was cut off.
                                        }
                                    });
            assertThat(asking.join(Duration.ofMinutes(2))).isTrue();
            assertThat(impatient.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTreeHasTheTilesOfTheSpecificationsExample() {
        assertThat(PublishedLog.within(tile("tile/0/272"), 70_000)).isTrue();
        assertThat(PublishedLog.within(tile("tile/0/273.p/112"), 70_000)).isTrue();
        assertThat(PublishedLog.within(tile("tile/0/273.p/113"), 70_000)).isFalse();
        assertThat(PublishedLog.within(tile("tile/1/000"), 70_000)).isTrue();
        assertThat(PublishedLog.within(tile("tile/1/001.p/17"), 70_000)).isTrue();
        assertThat(PublishedLog.within(tile("tile/1/001.p/18"), 70_000)).isFalse();
        assertThat(PublishedLog.within(tile("tile/2/000.p/1"), 70_000)).isTrue();
        assertThat(PublishedLog.within(tile("tile/3/000.p/1"), 70_000)).isFalse();
        assertThat(PublishedLog.within(tile("tile/63/000.p/1"), Long.MAX_VALUE)).isFalse();
    }

    private static TilePath tile(String path) {
        return switch (TilePath.parse(path)) {
            case Parsed.Ok<TilePath>(TilePath tile) -> tile;
            case Parsed.Malformed<TilePath> wrong -> throw new AssertionError(wrong);
        };
    }
}

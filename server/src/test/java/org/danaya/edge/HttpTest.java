package org.danaya.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1 as the edge reads it (RFC 9112). */
class HttpTest {

    private static final int LONG = 20_000_000;
    private static final String GOOD =
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok";
    private static final String LAST =
            "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nend";

    @TempDir Path home;

    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private TestEdge edge;

    /** Echoes at once, or after a wait, or gives something long. */
    private final class Echo implements EdgeHandler {

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String prefix() {
            return "/echo";
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "POST");
        }

        @Override
        public int bodyLimit() {
            return 100_000;
        }

        @Override
        public boolean forAnySite() {
            return false;
        }

        @Override
        public @Nullable EdgeAnswer atOnce(EdgeRequest request) {
            return request.query().isEmpty() ? echoed(request) : null;
        }

        @Override
        public EdgeAnswer answer(EdgeRequest request) {
            if (request.query().equals("long")) {
                byte[] whole = new byte[LONG];
                new Random(5).nextBytes(whole);
                return EdgeAnswer.ok(whole, EdgeAnswer.BYTES);
            }
            begun.countDown();
            try {
                assertThat(waiting.await(2, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return echoed(request);
        }

        private EdgeAnswer echoed(EdgeRequest request) {
            return EdgeAnswer.ok(request.body(), EdgeAnswer.TEXT);
        }
    }

    @BeforeEach
    void start() {
        edge =
                TestEdge.of(
                        Edge.start(
                                TestEdge.settings(home, "edge.requests-per-address", "0"),
                                TestEdge.WORDS,
                                new SimpleMeterRegistry(),
                                new SecureRandom(),
                                List.of(new Echo())));
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /echo HTTP/1.1\r\nContent-Length: 2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nHost: y\r\nContent-Length: 2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2, 2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: +2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length : 2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\n folded: y\r\nContent-Length: 2\r\n\r\nok",
                "POST /echo HTTP/1.1\nHost: x\nContent-Length: 2\n\nok\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\nContent-Length: 2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
                "POST  /echo HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /echo HTTP/2.0\r\nHost: x\r\n\r\n",
                "POST echo HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /echo\r\nHost: x\r\n\r\n",
                "POST /ec\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nContent-Length: 2\r\n\r\nok",
                "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nokno\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\nok\r\n0\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"
            })
    void whatCanBeReadInTwoWaysIsRefusedAndTheConnectionClosed(String request) throws Exception {
        String answer = edge.raw((request + GOOD).getBytes(ISO_8859_1));
        assertThat(answer).matches("(?s)HTTP/1\\.1 (4|50[15]).*");
        assertThat(answer).contains("Connection: close", "edge.malformed-request");
        assertThat(answer.indexOf("HTTP/1.1", 1)).isNegative();
    }

    @Test
    void requestsOfOneConnectionAreAnsweredInTheirOrderHoweverTheyAreCut() throws Exception {
        String chunked =
                """
                POST /echo HTTP/1.1\r
                Host: x\r
                Transfer-Encoding: chunked\r
                \r
                3;beside=1\r
                abc\r
                0A\r
                0123456789\r
                0\r
                Trailer: y\r
                \r
                """;
        String absolute = "GET http://other/echo HTTP/1.1\r\nHost: x\r\n\r\n";
        byte[] all =
                ("\r\n"
                                + GOOD
                                + chunked
                                + absolute
                                + "HEAD /echo HTTP/1.1\r\nHost: x\r\n\r\n"
                                + LAST)
                        .getBytes(US_ASCII);
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("HttpTest cuts, seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            try (Socket socket = edge.connect()) {
                socket.setTcpNoDelay(true);
                for (int at = 0; at < all.length; ) {
                    int some = Math.min(all.length - at, 1 + random.nextInt(round == 0 ? 1 : 60));
                    socket.getOutputStream().write(all, at, some);
                    at += some;
                }
                String answers = TestEdge.rest(socket);
                assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(6);
                assertThat(answers)
                        .containsSubsequence(
                                "\r\n\r\nok",
                                "\r\n\r\nabc0123456789",
                                "Content-Length: 0",
                                "Content-Length: 0",
                                "Connection: close",
                                "\r\n\r\nend");
            }
        }
    }

    @Test
    void aClientThatWaitsIsToldToGoOn() throws Exception {
        try (Socket socket = edge.connect()) {
            socket.getOutputStream()
                    .write(
                            LAST.replace("end", "")
                                    .replace("Host", "Expect: 100-continue\r\nHost")
                                    .getBytes(US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(25), US_ASCII))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write("end".getBytes(US_ASCII));
            assertThat(TestEdge.rest(socket)).startsWith("HTTP/1.1 200").endsWith("end");
        }
    }

    @Test
    void anAnswerThatWaitsHoldsUpNobodyElse() throws Exception {
        try (Socket slow = edge.connect()) {
            slow.getOutputStream()
                    .write((GOOD.replace("/echo", "/echo?wait") + LAST).getBytes(US_ASCII));
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
            for (int i = 0; i < 10; i++) {
                assertThat(edge.raw(LAST.getBytes(US_ASCII))).endsWith("end");
            }
            waiting.countDown();
            assertThat(TestEdge.rest(slow)).containsSubsequence("\r\n\r\nok", "\r\n\r\nend");
        }
    }

    @Test
    void aLongAnswerComesWholeToASlowReader() throws Exception {
        byte[] whole = new byte[LONG];
        new Random(5).nextBytes(whole);
        try (Socket socket = edge.connect()) {
            socket.getOutputStream()
                    .write(
                            "GET /echo?long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                    .getBytes(US_ASCII));
            assertThat(edge.raw(LAST.getBytes(US_ASCII))).endsWith("end");
            byte[] all = socket.getInputStream().readAllBytes();
            int from = all.length - LONG;
            assertThat(new String(all, 0, from, ISO_8859_1)).endsWith("\r\n\r\n");
            assertThat(Arrays.equals(all, from, all.length, whole, 0, LONG)).isTrue();
        }
    }

    @Test
    void whatIsBeingAnsweredWhenTheEdgeEndsGetsItsTime() throws Exception {
        try (Socket slow = edge.connect()) {
            slow.getOutputStream().write(GOOD.replace("/echo", "/echo?wait").getBytes(US_ASCII));
            assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
            Thread closing = Thread.ofVirtual().start(() -> edge.close(Duration.ofMinutes(2)));
            await().atMost(2, TimeUnit.MINUTES).until(this::takesNoMore);
            waiting.countDown();
            assertThat(TestEdge.rest(slow)).endsWith("ok");
            assertThat(closing.join(Duration.ofMinutes(2))).isTrue();
        }
    }

    private boolean takesNoMore() {
        try (Socket _ = edge.connect()) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}

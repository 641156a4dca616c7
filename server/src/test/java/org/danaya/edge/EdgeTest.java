package org.danaya.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.danaya.base.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeTest {

    private static final int LIMIT = 1_000;

    @TempDir Path home;

    /** Of the edges of a test, in nanoseconds; it passes where the test says so. */
    private final AtomicLong time = new AtomicLong();

    /** Answers what it was sent, and fails when it is told to. */
    private record Echo() implements EdgeHandler {

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
            return Set.of("POST");
        }

        @Override
        public int bodyLimit() {
            return LIMIT;
        }

        @Override
        public boolean forAnySite() {
            return false;
        }

        @Override
        public EdgeAnswer answer(EdgeRequest request) {
            if (request.query().equals("fail")) {
                throw new IllegalStateException("A defect with a secret in its words");
            }
            return request.query().equals("whoami")
                    ? EdgeAnswer.ok(request.client().toString().getBytes(UTF_8), EdgeAnswer.TEXT)
                    : EdgeAnswer.ok(request.body(), EdgeAnswer.BYTES);
        }
    }

    private TestEdge echo(String... settings) {
        return TestEdge.of(
                Edge.start(
                        TestEdge.settings(home, settings),
                        TestEdge.WORDS,
                        new SimpleMeterRegistry(),
                        new SecureRandom(),
                        List.of(new Echo()),
                        time::get));
    }

    @Test
    void everyAnswerHasItsSecurityHeadersAndAnIdOfItsOwn() {
        try (TestEdge edge = echo()) {
            HttpResponse<byte[]> one = edge.get("/nothing");
            HttpResponse<byte[]> two = edge.ask("POST", "/echo", "hello".getBytes(UTF_8));
            for (HttpResponse<byte[]> answer : List.of(one, two)) {
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(it -> assertThat(it).startsWith("default-src 'none'"));
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            }
            assertThat(TestEdge.text(two)).isEqualTo("hello");
            assertThat(one.headers().firstValue("X-Request-Id"))
                    .isPresent()
                    .isNotEqualTo(two.headers().firstValue("X-Request-Id"));
        }
    }

    @Test
    void aClientOfHttpOneZeroIsAnsweredAndThenLetGo() throws Exception {
        try (TestEdge edge = echo()) {
            for (String more : List.of("", "Host: edge\r\nConnection: keep-alive\r\n")) {
                String request =
                        "POST /echo HTTP/1.0\r\n" + more + "Content-Length: 5\r\n\r\nhello";
                String answer = edge.raw(request.getBytes(UTF_8));
                assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello");
                assertThat(answer).containsIgnoringCase("connection: close");
            }
            assertThat(edge.raw("GET /echo HTTP/1.0".getBytes(UTF_8))).doesNotContain("200");
        }
    }

    @Test
    void anErrorIsASentenceOrAProblemInTheReadersLanguage() {
        try (TestEdge edge = echo()) {
            assertThat(TestEdge.text(edge.get("/nothing")))
                    .isEqualTo("Il n’y a rien à cette adresse. [edge.not-found]\n");
            HttpResponse<byte[]> problem =
                    edge.get("/nothing", "Accept", "application/json", "Accept-Language", "en");
            assertThat(problem.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(TestEdge.text(problem))
                    .contains("\"status\":404")
                    .contains("\"code\":\"edge.not-found\"")
                    .contains("There is nothing at this address.");
        }
    }

    @Test
    void aDefectShowsAnIdAndNothingElse() {
        try (TestEdge edge = echo()) {
            HttpResponse<byte[]> answer = edge.ask("POST", "/echo?fail", "x".getBytes(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(TestEdge.text(answer))
                    .contains("edge.internal")
                    .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                    .doesNotContain("secret")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aBodyPastTheLimitIsRefusedHoweverItIsSent() throws Exception {
        try (TestEdge edge = echo()) {
            assertThat(edge.ask("POST", "/echo", new byte[LIMIT]).statusCode()).isEqualTo(200);
            // In one write: the edge hangs up on a client that still sends a little later.
            int tooLong = LIMIT + 1;
            assertThat(
                            edge.raw(
                                    ("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: "
                                                    + tooLong
                                                    + "\r\n\r\n"
                                                    + "x".repeat(tooLong))
                                            .getBytes(UTF_8)))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("edge.body-too-large");
            String chunk = "1f4\r\n" + "x".repeat(500) + "\r\n";
            assertThat(
                            edge.raw(
                                    ("POST /echo HTTP/1.1\r\nHost: x\r\n"
                                                    + "Transfer-Encoding: chunked\r\n\r\n"
                                                    + chunk.repeat(3)
                                                    + "0\r\n\r\n")
                                            .getBytes(UTF_8)))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aHeadPastTheLimitIsRefused() throws Exception {
        try (TestEdge edge = echo("edge.header-bytes", "2048")) {
            assertThat(
                            edge.raw(
                                    ("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\n\r\n")
                                            .getBytes(UTF_8)))
                    .startsWith("HTTP/1.1 414 ")
                    .contains("edge.malformed-request");
            assertThat(
                            edge.raw(
                                    ("GET / HTTP/1.1\r\nHost: x\r\nX: "
                                                    + "x".repeat(3_000)
                                                    + "\r\n\r\n")
                                            .getBytes(UTF_8)))
                    .startsWith("HTTP/1.1 4")
                    .contains("edge.malformed-request");
        }
    }

    @Test
    void aRequestThatDripsInIsCutOff() throws Exception {
        try (TestEdge edge = echo("edge.request-timeout", "60s")) {
            for (String begin :
                    List.of(
                            "",
                            "GE",
                            "GET / HTTP/1.1\r\nHost: ",
                            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n")) {
                try (Socket socket = edge.connect()) {
                    OutputStream out = socket.getOutputStream();
                    out.write(begin.getBytes(UTF_8));
                    assertThat(drip(socket, out)).as(begin).isTrue();
                }
            }
        }
    }

    /**
     * Sends a byte every second of the edge's time, fewer than a whole request has, until the edge
     * closes; false if it still hasn't after two minutes of ours.
     */
    private boolean drip(Socket socket, OutputStream out) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        for (int sent = 0; System.nanoTime() < end; sent++) {
            time.addAndGet(Duration.ofSeconds(1).toNanos());
            try {
                if (sent < 800) {
                    out.write('x');
                    out.flush();
                }
                socket.setSoTimeout(20);
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException _) {
                // It waits for more.
            } catch (IOException _) {
                return true;
            }
        }
        return false;
    }

    @Test
    void oneAddressHoldsOnlySoManyConnections() throws Exception {
        try (TestEdge edge = echo("edge.connections-per-address", "3")) {
            List<Socket> held = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    Socket socket = edge.connect();
                    held.add(socket);
                    socket.getOutputStream()
                            .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }
                try (Socket one = edge.connect()) {
                    assertThat(closed(one)).isTrue();
                }
            } finally {
                for (Socket socket : held) {
                    socket.close();
                }
            }
        }
    }

    private static boolean closed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        }
    }

    @Test
    void oneAddressIsAnsweredOnlySoOften() {
        try (TestEdge edge = echo("edge.requests-per-address", "1")) {
            assertThat(edge.get("/health").statusCode()).isEqualTo(200);
            assertThat(edge.get("/health").statusCode()).isEqualTo(200);
            HttpResponse<byte[]> third = edge.get("/health");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            time.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(edge.get("/health").statusCode()).isEqualTo(200);
            assertThat(edge.get("/health").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void aForwardedAddressIsBelievedOnlyFromATrustedProxy() {
        try (TestEdge plain = echo();
                TestEdge behind =
                        echo(
                                "behind-proxy", "true",
                                "trusted-proxies", "127.0.0.1, 10.0.0.2")) {
            byte[] body = "x".getBytes(UTF_8);
            String[] forwarded = {"X-Forwarded-For", "192.0.2.7, 198.51.100.9, 10.0.0.2"};
            assertThat(TestEdge.text(plain.ask("POST", "/echo?whoami", body, forwarded)))
                    .isEqualTo("127.0.0.1");
            assertThat(TestEdge.text(behind.ask("POST", "/echo?whoami", body, forwarded)))
                    .isEqualTo("198.51.100.9");
        }
    }

    @Test
    void randomBytesNeverBringItDown() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("EdgeTest random bytes, seed " + seed);
        Random random = new Random(seed);
        byte[] good =
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"
                        .getBytes(US_ASCII);
        try (TestEdge edge = echo("edge.requests-per-address", "0")) {
            for (int round = 0; round < 600; round++) {
                byte[] bytes = round % 2 == 0 ? flipped(good, random) : noise(random);
                try {
                    assertThat(edge.raw(bytes))
                            .as("round %d of seed %d", round, seed)
                            .doesNotContain("Exception")
                            .doesNotContain("\tat ")
                            .doesNotContain(" 500 ");
                } catch (SocketException _) {
                    // It may close while bytes still come.
                }
            }
            assertThat(edge.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static byte[] flipped(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(4_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aPortInUseIsSaidInOneSentence() {
        try (TestEdge edge = echo()) {
            String port = Integer.toString(edge.address().getPort());
            assertThatThrownBy(
                            () ->
                                    EdgeAlone.start(
                                            TestEdge.settings(home, "edge-port", port),
                                            TestEdge.WORDS,
                                            Clock.systemUTC()))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.code()).isEqualTo(EdgeFault.CANNOT_LISTEN));
        }
    }

    @Test
    void anEdgeAloneShowsItsFiguresWhenAsked() {
        try (TestEdge edge = TestEdge.on(home, "edge.metrics", "true")) {
            edge.get("/log/checkpoint");
            assertThat(TestEdge.text(edge.get("/metrics")))
                    .contains(
                            "danaya_edge_requests_seconds_count{handler=\"log\",status=\"5xx\"} 1");
        }
        try (TestEdge edge = TestEdge.on(home)) {
            assertThat(edge.get("/metrics").statusCode()).isEqualTo(404);
        }
    }
}

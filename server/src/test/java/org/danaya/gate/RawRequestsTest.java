package org.danaya.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-behaved client sends, byte for byte. */
class RawRequestsTest {

    private static KitServer server;
    private static KitServer hurried;
    private static URI address;

    @BeforeAll
    static void start() {
        server =
                KitServer.start(
                        Map.of(
                                "limits.body", "64k",
                                "limits.form", "8k",
                                "limits.fields", "30",
                                "limits.silence", "10m",
                                "limits.body-grace", "1s",
                                "logging.format", "text"));
        address = server.address();
        hurried = KitServer.start(Map.of("limits.silence", "1s", "logging.format", "text"));
    }

    @AfterAll
    static void stop() {
        server.close();
        hurried.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/kit,application/json,'{\"a\":\"','\"}'",
        "/kit,application/x-www-form-urlencoded,a=,",
        "/api/kit,'multipart/form-data; boundary=b','--b\r\nContent-Disposition: form-data;"
                + " name=\"f\"; filename=\"f\"\r\n\r\n','\r\n--b--\r\n'"
    })
    void aBodyOfUntoldLengthIsRefusedOnceItPassesTheLimit(
            String path, String type, String begin, String end) throws Exception {
        String answer =
                raw(
                        head("POST " + path, type)
                                + chunk(begin)
                                + chunk("x".repeat(40_000))
                                + chunk("y".repeat(40_000))
                                + (end == null ? "" : chunk(end))
                                + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("page.too-large");
        String small = raw(head("POST " + path, type) + chunk("{}") + "0\r\n\r\n");
        assertThat(small).startsWith("HTTP/1.1 ").doesNotContain("HTTP/1.1 413");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItComes() throws Exception {
        String answer =
                raw(
                        head("POST /api/kit", "application/json")
                                .replace("Transfer-Encoding: chunked", "Content-Length: 70000"));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("page.too-large");
    }

    @Test
    void aBodyThatTricklesIsCut() throws Exception {
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(120_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    head("POST /api/kit", "application/json").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread trickle =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            while (true) {
                                                out.write(
                                                        "1\r\n \r\n"
                                                                .getBytes(
                                                                        StandardCharsets.US_ASCII));
                                                out.flush();
                                                Thread.sleep(100);
                                            }
                                        } catch (IOException | InterruptedException _) {
                                            // The server has hung up, or the test is over.
                                        }
                                    });
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            trickle.interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /kit HT",
                "GET /kit HTTP/1.1\r\nHost: local",
                "POST /api/kit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 50\r\n\r\n{"
            })
    void aClientThatFallsSilentIsCut(String beginning) throws Exception {
        try (Socket socket = new Socket("localhost", hurried.address().getPort())) {
            socket.setSoTimeout(120_000);
            String answer = "";
            try {
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                answer = rest(socket);
            } catch (SocketException _) {
                // On a slow machine it is cut before it has begun.
            }
            assertThat(answer).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 5");
        }
    }

    @Test
    void tooManyHeadersAreRefusedPlainly() throws Exception {
        String answer =
                raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(200) + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /\\..\\x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "BLAH\r\n\r\n",
                "GET /nothing%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "POST /kit HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n"
            })
    void aMalformedRequestNeverShowsTheServerBehind(String request) throws Exception {
        assertThat(raw(request))
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("apache")
                .doesNotContain("Exception")
                .doesNotContain("at org.");
    }

    @Test
    void headersThatAreTooLongAreRefusedPlainly() throws Exception {
        String answer =
                raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(40_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("tomcat");
    }

    private static String head(String line, String type) {
        return line
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + type
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(120_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            return rest(socket);
        }
    }

    /** All that comes until the server closes, with or without a look at what it was still sent. */
    private static String rest(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException _) {
            // It has come whole before.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}

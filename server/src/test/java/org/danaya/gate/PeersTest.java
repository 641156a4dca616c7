package org.danaya.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is a client and who a proxy, and how many connections each may hold for how long. */
class PeersTest {

    private static final String PROXY = "127.0.0.1";
    private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static KitServer server;
    private static URI address;

    @BeforeAll
    static void start() {
        server =
                KitServer.start(
                        Map.of(
                                "behind-proxy", "true",
                                "limits.requests-per-minute", "3",
                                "limits.connections-per-address", "4",
                                "limits.head-time", "10m",
                                "limits.silence", "10m",
                                "logging.format", "text"));
        address = server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatAClientWritesBeforeItsProxyDoesNotMakeItAnother() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statuses.add(status(PROXY, "X-Forwarded-For: 203.0.113." + i + ", 10.0.0.5\r\n"));
        }
        assertThat(statuses).contains("429");
        assertThat(status(PROXY, "X-Forwarded-For: 10.0.0.6\r\n")).isEqualTo("200");
    }

    @Test
    void aClientWithoutAProxyIsNotBelieved() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statuses.add(status("127.0.0.3", "X-Forwarded-For: 198.51.100." + i + "\r\n"));
        }
        assertThat(statuses).contains("429");
    }

    @Test
    void whatIsNoAddressCountsAsTheProxyItself() throws IOException {
        assertThat(status(PROXY, "X-Forwarded-For: a:b\r\n")).isEqualTo("200");
    }

    @Test
    void aHeadThatDripsIsCut() throws Exception {
        try (KitServer hurried =
                        KitServer.start(
                                Map.of(
                                        "limits.head-time", "2s",
                                        "limits.silence", "10m",
                                        "logging.format", "text"));
                Socket socket = socket("127.0.0.4", hurried.address())) {
            Thread drip =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            write(
                                                    socket,
                                                    "GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
                                            while (true) {
                                                write(socket, "y");
                                                Thread.sleep(100);
                                            }
                                        } catch (IOException | InterruptedException _) {
                                            // The server has hung up, or the test is over.
                                        }
                                    });
            assertThat(isHungUp(socket)).isTrue();
            drip.interrupt();
        }
    }

    @Test
    void oneAddressHoldsOnlySoManyConnections() throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                held.add(answered("127.0.0.5"));
            }
            try (Socket fifth = socket("127.0.0.5")) {
                assertThat(isHungUp(fifth)).isTrue();
            }
            held.add(answered("127.0.0.6"));
            held.removeFirst().close();
            assertThat(isAnsweredAgain("127.0.0.5")).isTrue();
            for (int i = 0; i < 6; i++) {
                held.add(answered(PROXY));
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    /** A connection that stays open after an answer. */
    private static Socket answered(String from) throws IOException {
        Socket socket = socket(from);
        write(socket, HEALTH);
        assertThat(read(socket, 12)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    /** The server hears a little later than we that a connection was closed. */
    private static boolean isAnsweredAgain(String from) throws IOException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < end) {
            try (Socket socket = socket(from)) {
                write(socket, HEALTH);
                if (read(socket, 12).equals("HTTP/1.1 200")) {
                    return true;
                }
            } catch (SocketException _) {
                // Refused again.
            }
        }
        return false;
    }

    private static String status(String from, String headers) throws IOException {
        try (Socket socket = socket(from)) {
            write(
                    socket,
                    "GET /kit HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + headers
                            + "\r\n");
            // To its end, because the connection counts until then.
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .substring(9, 12);
        }
    }

    private static Socket socket(String from) throws IOException {
        return socket(from, address);
    }

    private static Socket socket(String from, URI to) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(PROXY), to.getPort()));
        socket.setSoTimeout(120_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket, int bytes) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    private static boolean isHungUp(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        }
    }
}

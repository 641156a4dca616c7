package org.danaya.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that use the edge up, by intent or not. */
class PressureTest {

    private static final int LONG = 70_000;
    private static final String ASK = "GET /long HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";

    /** What a client takes before it reads: far less than a huge answer. */
    private static final int RECEIVED = 64 * 1024;

    @TempDir Path home;

    /** Of the edge, in nanoseconds; it passes where the test says so. */
    private final AtomicLong time = new AtomicLong();

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger deepest = new AtomicInteger();
    private final List<Socket> held = new ArrayList<>();
    private @Nullable TestEdge edge;

    /** Answers more than one write takes, on the loop. */
    private final class LongAnswer implements EdgeHandler {

        private final byte[] content = new byte[LONG];

        @Override
        public String name() {
            return "long";
        }

        @Override
        public String prefix() {
            return "/long";
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET", "POST");
        }

        @Override
        public int bodyLimit() {
            return 1_000;
        }

        @Override
        public boolean forAnySite() {
            return false;
        }

        @Override
        public EdgeAnswer atOnce(EdgeRequest request) {
            if (request.query().equals("memory")) {
                throw new OutOfMemoryError("an example");
            }
            int depth = Thread.currentThread().getStackTrace().length;
            deepest.accumulateAndGet(depth, Math::max);
            return answer(request);
        }

        @Override
        public EdgeAnswer answer(EdgeRequest request) {
            byte[] whole = request.query().equals("huge") ? new byte[40 * LONG] : content;
            return EdgeAnswer.ok(whole, EdgeAnswer.BYTES);
        }
    }

    private TestEdge start(String... settings) {
        TestEdge started =
                TestEdge.of(
                        Edge.start(
                                TestEdge.settings(home, settings),
                                TestEdge.WORDS,
                                registry,
                                new SecureRandom(),
                                List.of(new LongAnswer()),
                                time::get));
        edge = started;
        return started;
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
        if (edge != null) {
            edge.close();
        }
    }

    private Socket hold(TestEdge with) throws IOException {
        Socket socket = with.connect();
        held.add(socket);
        return socket;
    }

    private void pass(Duration some) {
        time.addAndGet(some.toNanos());
    }

    @Test
    void thousandsOfRequestsInOneWriteAreAnsweredOneAfterTheOther() throws Exception {
        int many = 3_000;
        TestEdge with = start("edge.requests-per-address", "0");
        Socket socket = hold(with);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                byte[] all = ASK.repeat(many).getBytes(US_ASCII);
                                socket.getOutputStream().write(all);
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        });
        InputStream in = new java.io.BufferedInputStream(socket.getInputStream(), 1 << 18);
        for (int i = 0; i < many; i++) {
            head(in);
            in.skipNBytes(LONG);
        }
        assertThat(deepest).hasValueLessThan(40);
    }

    /** Reads up to the body. */
    private static void head(InputStream in) throws IOException {
        assertThat(in.read()).isEqualTo('H');
        for (int last = 0; last != 0x0d0a0d0a; ) {
            int next = in.read();
            assertThat(next).isNotNegative();
            last = last << 8 | next;
        }
    }

    @Test
    void whoDoesNothingForLongestMakesRoomForOthers() throws Exception {
        TestEdge with =
                start(
                        "edge.connections",
                        "8",
                        "edge.connections-per-address",
                        "0",
                        "edge.request-timeout",
                        "10h");
        for (int i = 0; i < 8; i++) {
            Socket socket = hold(with);
            if (i % 2 == 0) {
                socket.getOutputStream().write("GET /hea".getBytes(US_ASCII));
            }
        }
        // More than all of them: each finds its place, at the cost of those who do nothing.
        // Each loop makes room by itself: where there are many, the first one's turn comes later.
        for (int i = 0; i < 12 || !isClosed(held.getFirst(), 1); i++) {
            assertThat(i).isLessThan(200);
            Socket socket = hold(with);
            socket.getOutputStream().write(HEALTH.getBytes(US_ASCII));
            assertThat(firstWhileTimePasses(socket)).isEqualTo('H');
        }
        Counter displaced = registry.get("danaya.edge.connections.displaced").counter();
        await().atMost(2, TimeUnit.MINUTES).until(() -> displaced.count() >= 12);
    }

    /** The first byte of an answer, for which others may have to do nothing for a while. */
    private int firstWhileTimePasses(Socket socket) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        socket.setSoTimeout(20);
        while (true) {
            try {
                return socket.getInputStream().read();
            } catch (SocketTimeoutException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pass(Duration.ofMillis(1_100));
            }
        }
    }

    @Test
    void whoDripsAHeadIsGoneBeforeARequestsTimeIsOver() throws Exception {
        TestEdge with = start("edge.request-timeout", "20s");
        Socket drips = hold(with);
        Socket posts = hold(with);
        posts.getOutputStream()
                .write(
                        "POST /long HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n1"
                                .getBytes(US_ASCII));
        drips.getOutputStream().write("GET /health".getBytes(US_ASCII));
        // A head has a fourth of the time, from when the edge first reads of it.
        boolean gone = false;
        for (int millis : new int[] {2_000, 60_000, 60_000}) {
            if (!gone) {
                pass(Duration.ofSeconds(6));
                gone = isClosed(drips, millis);
            }
        }
        assertThat(gone).isTrue();
        posts.getOutputStream().write('2');
        assertThat(posts.getInputStream().read()).isEqualTo('H');
    }

    @Test
    void whoReadsSlowlyIsServedAndWhoDoesNotReadIsNot() throws Exception {
        TestEdge with = start("edge.request-timeout", "2s");
        Socket stops = with.connect(RECEIVED);
        held.add(stops);
        Socket reads = with.connect(RECEIVED);
        held.add(reads);
        byte[] ask = ASK.replace("/long", "/long?huge").getBytes(US_ASCII);
        stops.getOutputStream().write(ask);
        reads.getOutputStream().write(ask);
        InputStream in = reads.getInputStream();
        head(in);
        // Longer than a request's time in all, and never so long without a byte: what is read
        // between is more than lay on the way, so that the edge has sent some of it meanwhile.
        for (int part = 0; part < 5; part++) {
            assertThat(in.readNBytes(8 * LONG)).hasSize(8 * LONG);
            pass(Duration.ofMillis(1_800));
        }
        await().atMost(2, TimeUnit.MINUTES).until(() -> hasHungUp(stops));
        int got = 0;
        try {
            got = stops.getInputStream().readAllBytes().length;
        } catch (SocketException _) {
            // Closed with something unread.
        }
        assertThat(got).isLessThan(40 * LONG);
    }

    /**
     * Whether writing shows that the edge is gone, while its time passes; reading would help it.
     */
    private boolean hasHungUp(Socket socket) {
        pass(Duration.ofMillis(1_100));
        try {
            socket.getOutputStream().write('\r');
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void aLoopGoesOnAfterAnError() throws Exception {
        EventLoop loop = new EventLoop("loop", System::nanoTime);
        CountDownLatch done = new CountDownLatch(1);
        loop.start();
        loop.execute(
                () -> {
                    throw new OutOfMemoryError("an example");
                });
        loop.execute(
                () -> {
                    throw new StackOverflowError("an example");
                });
        loop.execute(done::countDown);
        assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
        loop.close();
    }

    @Test
    void anErrorOfOneRequestCostsItsConnectionAlone() throws Exception {
        TestEdge with = start();
        Socket other = hold(with);
        for (int i = 0; i < 10; i++) {
            Socket fails = hold(with);
            fails.getOutputStream().write(ASK.replace("/long", "/long?memory").getBytes(US_ASCII));
            assertThat(closed(fails)).isTrue();
        }
        other.getOutputStream().write(HEALTH.getBytes(US_ASCII));
        assertThat(other.getInputStream().read()).isEqualTo('H');
    }

    private static boolean isClosed(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return closed(socket);
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    private static boolean closed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        }
    }
}

package org.danaya.trust.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TrustedTimeTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final Duration HOLD = Duration.ofMinutes(1);

    private final AtomicReference<Instant> wall = new AtomicReference<>(START);
    private final AtomicLong nanos = new AtomicLong(5);
    private final Clock clock = ((InstantSource) wall::get).withZone(ZoneOffset.UTC);

    private TrustedTime time(Instant given) {
        return new TrustedTime(
                clock, nanos::get, given, HOLD, Duration.ofSeconds(1), new ClockState.Trusted());
    }

    private void pass(Duration real, Duration step) {
        nanos.addAndGet(real.toNanos());
        wall.updateAndGet(now -> now.plus(real).plus(step));
    }

    @Test
    void aStepIsSeenAtOnceAndForgottenAfterAQuietWhile() {
        TrustedTime time = time(Instant.EPOCH);
        assertThat(time.read(false)).isEqualTo(new TrustedTime.Reading.At(START));
        for (int second = 0; second < 100; second++) {
            pass(Duration.ofSeconds(1), Duration.ofNanos(500_000));
            assertThat(time.state()).as("slewing").isInstanceOf(ClockState.Trusted.class);
        }
        for (int seconds : List.of(2, -2)) {
            pass(Duration.ofMillis(1), Duration.ofSeconds(seconds));
            assertThat(time.read(false)).isInstanceOf(TrustedTime.Reading.Doubtful.class);
            pass(HOLD.minusSeconds(1), Duration.ZERO);
            assertThat(time.state()).isInstanceOf(ClockState.Stepped.class);
            pass(Duration.ofSeconds(2), Duration.ZERO);
            assertThat(time.state()).isInstanceOf(ClockState.Trusted.class);
        }
    }

    /** The reader is held up for a second, each time between the one clock and the other. */
    @Test
    void aPauseBetweenTheTwoClocksIsNoStep() {
        AtomicInteger reads = new AtomicInteger();
        Clock held =
                ((InstantSource)
                                () -> {
                                    Instant now = wall.get();
                                    if (reads.incrementAndGet() % 2 == 0) {
                                        pass(Duration.ofSeconds(1), Duration.ZERO);
                                    }
                                    return now;
                                })
                        .withZone(ZoneOffset.UTC);
        TrustedTime time =
                new TrustedTime(
                        held,
                        nanos::get,
                        Instant.EPOCH,
                        HOLD,
                        Duration.ofSeconds(1),
                        new ClockState.Trusted());
        for (int i = 0; i < 100; i++) {
            assertThat(time.state()).isInstanceOf(ClockState.Trusted.class);
        }
        assertThat(reads.get()).as("what was held up is read again").isGreaterThan(101);
        pass(Duration.ZERO, Duration.ofMillis(101));
        assertThat(time.state()).isInstanceOf(ClockState.Stepped.class);
    }

    @Test
    void noTimeIsBeforeOneThatWasGivenAlsoBeforeARestart() {
        TrustedTime time = time(START.plusSeconds(30));
        assertThat(time.state()).isInstanceOf(ClockState.Behind.class);
        pass(Duration.ofSeconds(31), Duration.ZERO);
        assertThat(time.read(false)).isEqualTo(new TrustedTime.Reading.At(START.plusSeconds(31)));
        pass(Duration.ZERO, Duration.ofMillis(-50));
        assertThat(time.read(false))
                .as("a small correction")
                .isEqualTo(new TrustedTime.Reading.At(START.plusSeconds(31)));
        assertThat(time.read(true))
                .as("after all others")
                .isEqualTo(new TrustedTime.Reading.At(START.plusSeconds(31).plusNanos(1_000)));
    }

    @Test
    void timeServersThatSayOtherwiseOrNothingStopIt() throws Exception {
        TrustedTime time = time(Instant.EPOCH);
        AtomicReference<Duration> offset = new AtomicReference<>(Duration.ofMillis(300));
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, offset));
            TimeServers servers =
                    new TimeServers(
                            List.of("127.0.0.1:" + server.getLocalPort()),
                            new Sntp(clock, new SecureRandom(), Duration.ofMinutes(2)),
                            time,
                            clock,
                            Duration.ofHours(1));
            servers.ask();
            assertThat(time.state()).isInstanceOf(ClockState.Trusted.class);
            assertThat(servers.last().values().iterator().next().orElseThrow())
                    .isBetween(Duration.ofMillis(-301), Duration.ofMillis(-299));
            offset.set(Duration.ofSeconds(-3));
            servers.ask();
            assertThat(time.state()).isInstanceOf(ClockState.Drifted.class);
        }
        TimeServers silent =
                new TimeServers(
                        List.of("127.0.0.1:1"),
                        new Sntp(clock, new SecureRandom(), Duration.ofMillis(1)),
                        time,
                        clock,
                        Duration.ofHours(1));
        silent.ask();
        assertThat(time.state()).isInstanceOf(ClockState.Unheard.class);
    }

    /** A time server as far from our clock as it is told. */
    private void answer(DatagramSocket socket, AtomicReference<Duration> offset) {
        byte[] bytes = new byte[48];
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                Instant now = wall.get().plus(offset.get());
                long cookie = ByteBuffer.wrap(bytes).getLong(40);
                long stamp =
                        (now.getEpochSecond() + 2_208_988_800L) << 32
                                | ((long) now.getNano() << 32) / 1_000_000_000L;
                ByteBuffer.wrap(bytes)
                        .put(0, (byte) 0x24)
                        .put(1, (byte) 2)
                        .putLong(24, cookie)
                        .putLong(32, stamp)
                        .putLong(40, stamp);
                socket.send(packet);
            } catch (IOException _) {
                return;
            }
        }
    }
}

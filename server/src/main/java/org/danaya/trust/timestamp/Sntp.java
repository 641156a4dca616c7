package org.danaya.trust.timestamp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks a time server once (RFC 4330). */
final class Sntp {

    static final int PORT = 123;

    private static final int BYTES = 48;
    private static final int CLIENT = 0x23;
    private static final int SERVER_MODE = 4;
    private static final int MOST_STRATUM = 15;
    private static final int UNSYNCHRONISED = 3;
    private static final int ORIGINATE = 24;
    private static final int RECEIVE = 32;
    private static final int TRANSMIT = 40;

    /** From 1900 to 1970, in seconds. */
    private static final long EPOCHS = 2_208_988_800L;

    private final Clock clock;
    private final SecureRandom random;
    private final Duration timeout;

    Sntp(Clock clock, SecureRandom random, Duration timeout) {
        this.clock = clock;
        this.random = random;
        this.timeout = timeout;
    }

    /**
     * How far our clock is ahead of the server's.
     *
     * @throws IOException where it doesn't answer in time, or isn't synchronised itself
     */
    Duration ahead(InetSocketAddress server) throws IOException {
        if (server.isUnresolved()) {
            throw new IOException("unknown name " + server.getHostString());
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(server);
            // What is sent as our time is random: only the server that got it can repeat it.
            long cookie = random.nextLong();
            byte[] request = ByteBuffer.allocate(BYTES).put(0, (byte) CLIENT).array();
            ByteBuffer.wrap(request).putLong(TRANSMIT, cookie);
            Instant sent = clock.instant();
            socket.send(new DatagramPacket(request, BYTES));
            byte[] bytes = new byte[BYTES];
            DatagramPacket packet = new DatagramPacket(bytes, BYTES);
            socket.receive(packet);
            Instant received = clock.instant();
            ByteBuffer answer = ByteBuffer.wrap(bytes);
            int stratum = answer.get(1);
            boolean usable =
                    packet.getLength() == BYTES
                            && (answer.get(0) & 0x7) == SERVER_MODE
                            && (answer.get(0) >> 6 & 0x3) != UNSYNCHRONISED
                            && stratum >= 1
                            && stratum <= MOST_STRATUM
                            && answer.getLong(ORIGINATE) == cookie;
            if (!usable) {
                throw new IOException("not an answer to trust, of stratum " + stratum);
            }
            Duration there = Duration.between(sent, time(answer.getLong(RECEIVE), sent));
            Duration back = Duration.between(received, time(answer.getLong(TRANSMIT), sent));
            return there.plus(back).dividedBy(2).negated();
        }
    }

    /** A timestamp of 64 bits, in the era of 136 years that is nearest to ours. */
    private static Instant time(long stamp, Instant near) {
        long seconds = (stamp >>> Integer.SIZE) - EPOCHS;
        long era = 1L << Integer.SIZE;
        seconds += Math.round((near.getEpochSecond() - seconds) / (double) era) * era;
        long nanos = ((stamp & 0xffff_ffffL) * 1_000_000_000L) >>> Integer.SIZE;
        return Instant.ofEpochSecond(seconds, nanos);
    }
}

package org.danaya.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes identifiers: UUID version 7 (RFC 9562 §5.7). Those of one maker sort in the order in which
 * they were made, also within a millisecond and when the clock is set back (§6.2, method 1).
 */
public final class Ids {

    private static final int LENGTH = 36;
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final SecureRandom random;

    /** Milliseconds, and below them 12 bits that count. */
    private final AtomicLong last = new AtomicLong();

    /** Identifiers from this clock and this randomness. */
    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** The identifier of a text in the usual form of 36 characters; nothing for any other text. */
    public static Optional<UUID> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A new identifier. */
    public UUID next() {
        long fresh = (clock.millis() << COUNTER_BITS) | random.nextInt(1 << (COUNTER_BITS - 1));
        long time = last.updateAndGet(before -> Math.max(fresh, before + 1));
        long high = (time >>> COUNTER_BITS << 16) | 0x7000L | (time & 0xfffL);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

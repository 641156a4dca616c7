package org.danaya.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes identifiers: UUID version 7 (RFC 9562 §5.7), so that they sort by the time they were made.
 */
public final class Ids {

    private static final int LENGTH = 36;

    private final Clock clock;
    private final SecureRandom random;

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
        long high = (clock.millis() << 16) | 0x7000L | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

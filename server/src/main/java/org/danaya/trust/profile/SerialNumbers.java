package org.danaya.trust.profile;

import java.security.SecureRandom;

/** Serial numbers that nobody foresees: 159 random bits (RFC 5280 §4.1.2.2, CA/B BR §7.1). */
public final class SerialNumbers {

    private static final int BYTES = 20;

    private final SecureRandom random;

    /** Draws from a generator. */
    public SerialNumbers(SecureRandom random) {
        this.random = random;
    }

    /** Twenty bytes, unsigned big endian, positive also where they are read as signed. */
    public byte[] next() {
        byte[] serial = new byte[BYTES];
        random.nextBytes(serial);
        // Between 2^158 and 2^159: always the same length, and never taken for negative.
        serial[0] = (byte) ((serial[0] & 0x3f) | 0x40);
        return serial;
    }
}

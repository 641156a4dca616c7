package org.danaya.sigma.correlate;

import java.security.SecureRandom;

/** Hashes whose collisions nobody can prepare: words are folded in with secret numbers. */
final class Mixer {
    private final long secret;
    private final long factor;

    Mixer() {
        SecureRandom random = new SecureRandom();
        secret = random.nextLong();
        factor = random.nextLong() | 1;
    }

    long begin(long with) {
        return mix(secret, with);
    }

    /** The hash with a word more. */
    long mix(long hash, long word) {
        long both = hash ^ word;
        return Math.unsignedMultiplyHigh(both, factor) ^ (both * factor);
    }

    /** The 32 bits of a hash by which a {@link HashIndex} finds. */
    static int end(long hash) {
        return (int) (hash ^ (hash >>> 32));
    }
}

package org.danaya.log;

import java.security.SecureRandom;
import java.time.Instant;
import org.danaya.verify.LeafEntry;

/** Makes entries: a fresh salt for each, and the commitment. */
final class LeafMaker {

    private final SecureRandom random;

    LeafMaker(SecureRandom random) {
        this.random = random;
    }

    /** A leaf with the salt and the entry made for it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Made(NewLeaf leaf, byte[] salt, LeafEntry entry) {}

    Made make(NewLeaf leaf, Instant now) {
        byte[] salt = new byte[LeafEntry.SALT_BYTES];
        random.nextBytes(salt);
        return new Made(leaf, salt, LeafEntry.commit(leaf.kind(), now, salt, leaf.content()));
    }
}

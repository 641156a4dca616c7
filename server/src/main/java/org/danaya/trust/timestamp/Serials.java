package org.danaya.trust.timestamp;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serial numbers of tokens: 16 bytes, of which the first 8 are a block that this start of the
 * program reserved in the database, for itself alone and for ever, and the others count.
 *
 * @param block positive
 * @param next the next count
 */
record Serials(long block, AtomicLong next) {

    static final int BYTES = 16;

    Serials(long block) {
        this(block, new AtomicLong(1));
    }

    long take() {
        return next.getAndIncrement();
    }

    byte[] bytes(long count) {
        return ByteBuffer.allocate(BYTES).putLong(block).putLong(count).array();
    }
}

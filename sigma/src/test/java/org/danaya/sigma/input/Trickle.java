package org.danaya.sigma.input;

import java.io.ByteArrayInputStream;
import java.util.Random;

/** A stream that gives few bytes at a time, and says that there are no more, as chance wants. */
final class Trickle extends ByteArrayInputStream {

    private final Random random;

    Trickle(byte[] bytes, Random random) {
        super(bytes);
        this.random = random;
    }

    @Override
    public synchronized int read(byte[] target, int from, int count) {
        return super.read(
                target, from, Math.min(count, 1 + random.nextInt(1 + random.nextInt(5000))));
    }

    @Override
    public synchronized int available() {
        return random.nextInt(2);
    }
}

package org.danaya.verify;

import java.util.Random;

/** Randomness of tests, whose seed is printed so that a failure can be repeated. */
final class RandomBytes {

    private RandomBytes() {}

    static Random seeded(String test) {
        String given = System.getProperty("danaya.seed");
        long seed = given == null ? System.nanoTime() : Long.parseLong(given);
        System.out.println(test + ": -Ddanaya.seed=" + seed);
        return new Random(seed);
    }

    static byte[] of(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A copy with one bit flipped. */
    static byte[] flipped(byte[] bytes, int bit) {
        byte[] copy = bytes.clone();
        copy[bit / 8] ^= (byte) (1 << bit % 8);
        return copy;
    }

    /** A copy with some bytes changed, removed or inserted. */
    static byte[] mutated(byte[] bytes, Random random) {
        byte[] copy = bytes;
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(copy.length + 1);
            byte[] next;
            switch (random.nextInt(4)) {
                case 0 -> {
                    next = new byte[copy.length + 1];
                    System.arraycopy(copy, 0, next, 0, at);
                    next[at] = (byte) random.nextInt(256);
                    System.arraycopy(copy, at, next, at + 1, copy.length - at);
                }
                case 1 -> {
                    int length = Math.min(copy.length - at, random.nextInt(8));
                    next = new byte[copy.length - length];
                    System.arraycopy(copy, 0, next, 0, at);
                    System.arraycopy(copy, at + length, next, at, copy.length - at - length);
                }
                case 2 -> {
                    next = copy.clone();
                    if (at < next.length) {
                        next[at] = (byte) random.nextInt(256);
                    }
                }
                default -> {
                    next = copy.clone();
                    if (at < next.length) {
                        next[at] = (byte) "\n +\u0000=0x/9A".charAt(random.nextInt(10));
                    }
                }
            }
            copy = next;
        }
        return copy;
    }
}

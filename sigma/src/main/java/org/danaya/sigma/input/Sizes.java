package org.danaya.sigma.input;

/**
 * How much is held at once.
 *
 * @param largest the largest event that is read, in bytes: at most 256 MiB
 * @param block about as many bytes are in a part
 * @param memory an event log file that can't be mapped is held whole, up to so many bytes
 */
record Sizes(int largest, int block, int memory) {

    /** What a part of an input has by default: much for a thread to do, little to hold. */
    static final int BLOCK = 1 << 20;

    /** A byte becomes six at most, and an array has at most 2 GiB. */
    private static final int MOST = 256 << 20;

    private static final int MEMORY =
            (int) Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);

    Sizes(int largest, int block) {
        this(largest, block, MEMORY);
    }

    Sizes {
        if (largest < 1 || largest > MOST) {
            throw new IllegalArgumentException("largest: " + largest);
        }
    }
}

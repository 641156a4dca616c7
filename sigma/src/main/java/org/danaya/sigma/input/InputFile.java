package org.danaya.sigma.input;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An input that is being read. For one thread; its parts for any, also after it is closed, and how
 * much was read may be asked by any.
 */
public interface InputFile extends Closeable {

    /** A size that nobody knows: a stream's. */
    long UNKNOWN_SIZE = -1;

    /** What it holds, as its first bytes say. */
    Format format();

    /**
     * The next part of it, in the order of its events; null at its end.
     *
     * @throws IOException if the disk doesn't give its bytes
     */
    @Nullable Part next() throws IOException;

    /** How many bytes were read so far, of those that {@link #size} counts. */
    long read();

    /** How many bytes it has, as it is stored; {@link #UNKNOWN_SIZE} for a stream. */
    long size();
}

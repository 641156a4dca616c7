package org.danaya.sigma.input;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An input that is being read. For one thread; its parts for any. */
public interface InputFile extends Closeable {

    /** What it holds, as its first bytes say. */
    Format format();

    /**
     * The next part of it, in the order of its events; null at its end.
     *
     * @throws IOException if the disk doesn't give its bytes
     */
    @Nullable Part next() throws IOException;
}

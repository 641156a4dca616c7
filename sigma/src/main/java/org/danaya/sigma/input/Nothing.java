package org.danaya.sigma.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An input without events. */
record Nothing(Format format, Stored stored) implements InputFile {

    @Override
    public @Nullable Part next() {
        return null;
    }

    @Override
    public long read() {
        return stored.count();
    }

    @Override
    public long size() {
        return stored.size();
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}

package org.danaya.sigma.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An input whose events keep their data in one text each. */
record Unpacked(InputFile packed) implements InputFile {

    @Override
    public Format format() {
        return packed.format();
    }

    @Override
    public @Nullable Part next() throws IOException {
        Part part = packed.next();
        return part == null ? null : sink -> part.read(new PackedData(sink));
    }

    @Override
    public long read() {
        return packed.read();
    }

    @Override
    public long size() {
        return packed.size();
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}

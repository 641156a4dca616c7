package org.danaya.sigma.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Bytes as they are stored, counted. */
final class Stored extends Source {

    private final InputStream stream;
    private final long size;

    private final AtomicLong count = new AtomicLong();

    Stored(InputStream stream, long size) {
        this.stream = stream;
        this.size = size;
    }

    static Stored of(Path file) throws IOException {
        long size = Files.isRegularFile(file) ? Files.size(file) : InputFile.UNKNOWN_SIZE;
        return new Stored(Files.newInputStream(file), size);
    }

    /** How many bytes were read. */
    long count() {
        return count.get();
    }

    /** How many there are, or {@link InputFile#UNKNOWN_SIZE}. */
    long size() {
        return size;
    }

    @Override
    int bring(byte[] target, int from, int length) throws IOException {
        int read = stream.read(target, from, length);
        if (read > 0) {
            count.addAndGet(read);
        }
        return read;
    }

    @Override
    boolean waits() throws IOException {
        return size == InputFile.UNKNOWN_SIZE && stream.available() == 0;
    }

    @Override
    @Nullable Cause broken() {
        return null;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

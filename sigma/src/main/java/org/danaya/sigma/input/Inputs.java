package org.danaya.sigma.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens files and streams of events, whatever their format. */
public final class Inputs {

    /** The largest event by default, in bytes. */
    public static final int LARGEST = 16 << 20;

    private Inputs() {}

    /**
     * Opens a file.
     *
     * @param largest the largest event that is read, in bytes
     * @throws IOException if there is no such file, or the disk doesn't give its bytes
     */
    public static InputFile open(Path file, int largest) throws IOException {
        return of(Files.newInputStream(file), largest);
    }

    /** Reads a stream, which is closed with what is returned. */
    public static InputFile of(InputStream stream, int largest) throws IOException {
        byte[] all;
        try (stream) {
            all = stream.readAllBytes();
        }
        return new Lines(Arrays.copyOf(all, all.length + 8), all.length, largest);
    }

    private static final class Lines implements InputFile, Part {

        private final byte[] bytes;
        private final int limit;
        private final int largest;
        private boolean given;

        Lines(byte[] bytes, int limit, int largest) {
            this.bytes = bytes;
            this.limit = limit;
            this.largest = largest;
        }

        @Override
        public Format format() {
            return Format.JSON_LINES;
        }

        @Override
        public @Nullable Part next() {
            if (given) {
                return null;
            }
            given = true;
            return this;
        }

        @Override
        public void read(EventSink sink) {
            int from = 0;
            while (from < limit) {
                int to = from;
                while (to < limit && bytes[to] != '\n') {
                    to++;
                }
                if (to - from > largest) {
                    sink.setAside(Cause.TOO_LARGE);
                } else if (to > from) {
                    sink.event(bytes, from, to);
                }
                from = to + 1;
            }
        }

        @Override
        public void close() {
            // Everything was read.
        }
    }
}

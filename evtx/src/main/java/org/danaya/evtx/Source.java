package org.danaya.evtx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a file's bytes are. Threads may read at once. */
sealed interface Source extends Closeable {

    /** How many there are. */
    long size();

    /**
     * Copies bytes from a place in the file.
     *
     * @return how many; fewer only at the end of the file
     * @throws IOException if the disk doesn't give them, or the file shrank
     */
    int read(long place, byte[] target, int count) throws IOException;

    @Override
    void close() throws IOException;

    /** In memory. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record InMemory(byte[] bytes) implements Source {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long place, byte[] target, int count) {
            int length = (int) Math.min(count, Math.max(0, bytes.length - place));
            if (length > 0) {
                System.arraycopy(bytes, (int) place, target, 0, length);
            }
            return length;
        }

        @Override
        public void close() {}
    }

    /** On a disk: mapped into memory, in windows because a buffer ends at 2 GiB. */
    final class Mapped implements Source {

        private static final long WINDOW = 1L << 30;

        private final FileChannel channel;
        private final MappedByteBuffer[] windows;
        private final long size;

        Mapped(Path path) throws IOException {
            channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                size = channel.size();
                windows = new MappedByteBuffer[(int) ((size + WINDOW - 1) / WINDOW)];
                for (int i = 0; i < windows.length; i++) {
                    long from = i * WINDOW;
                    windows[i] =
                            channel.map(
                                    FileChannel.MapMode.READ_ONLY,
                                    from,
                                    Math.min(WINDOW, size - from));
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int read(long place, byte[] target, int count) throws IOException {
            int length = (int) Math.min(count, Math.max(0, size - place));
            int done = 0;
            try {
                while (done < length) {
                    MappedByteBuffer window = windows[(int) ((place + done) / WINDOW)];
                    int at = (int) ((place + done) % WINDOW);
                    int part = Math.min(length - done, window.capacity() - at);
                    window.get(at, target, done, part);
                    done += part;
                }
            } catch (InternalError e) {
                // So the JDK tells that a mapped page is gone: the file was cut, or its disk fails.
                throw new IOException("the file can't be read at " + place, e);
            }
            return length;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

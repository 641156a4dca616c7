package org.danaya.sigma.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in their order, of which the first can be looked at before they are read. What they are
 * broken by ends them, and is told instead of thrown.
 */
abstract class Source extends InputStream {

    private byte[] ahead = new byte[0];
    private int given;
    private boolean ended;

    /**
     * Brings the next bytes.
     *
     * @return how many, at least one; -1 at the end
     * @throws IOException if the disk doesn't give them
     */
    abstract int bring(byte[] target, int from, int count) throws IOException;

    /** What ended the bytes before their end; null if nothing did, so far. */
    abstract @Nullable Cause broken();

    /** Whether the next byte isn't there yet: a stream's that is still being written. */
    boolean waits() throws IOException {
        return false;
    }

    /**
     * The next bytes, which stay to be read: so many, or all that there are; of a stream that is
     * still being written, as many as tell what it is.
     */
    final byte[] ahead(int count) throws IOException {
        byte[] next = new byte[count];
        int length = 0;
        int read = 0;
        while (length < count && read >= 0 && !(waits() && Head.suffices(next, length))) {
            read = read(next, length, count - length);
            length += Math.max(0, read);
        }
        byte[] behind = Arrays.copyOfRange(ahead, given, ahead.length);
        ahead = Arrays.copyOf(next, length + behind.length);
        System.arraycopy(behind, 0, ahead, length, behind.length);
        given = 0;
        return Arrays.copyOf(next, length);
    }

    /**
     * Reads until there is no more room, or no more bytes; of a stream that is still being written,
     * what is there, at least one byte.
     *
     * @return how many
     */
    final int fill(byte[] target, int from, int to) throws IOException {
        int at = from;
        while (at < to && !ended && !(at > from && waits())) {
            int read = read(target, at, to - at);
            ended = read < 0;
            at += Math.max(0, read);
        }
        return at - from;
    }

    /** Whether {@link #fill} came to the end. */
    final boolean hasEnded() {
        return ended;
    }

    @Override
    public final int read(byte[] target, int from, int count) throws IOException {
        if (given == ahead.length) {
            return count == 0 ? 0 : bring(target, from, count);
        }
        int length = Math.min(count, ahead.length - given);
        System.arraycopy(ahead, given, target, from, length);
        given += length;
        return length;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}

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

    /**
     * Brings the next bytes.
     *
     * @return how many, at least one; -1 at the end
     * @throws IOException if the disk doesn't give them
     */
    abstract int bring(byte[] target, int from, int count) throws IOException;

    /** What ended the bytes before their end; null if nothing did, so far. */
    abstract @Nullable Cause broken();

    /** The next bytes, which stay to be read: so many, or all that there are. */
    final byte[] ahead(int count) throws IOException {
        byte[] next = new byte[count];
        int length = readNBytes(next, 0, count);
        byte[] behind = Arrays.copyOfRange(ahead, given, ahead.length);
        ahead = Arrays.copyOf(next, length + behind.length);
        System.arraycopy(behind, 0, ahead, length, behind.length);
        given = 0;
        return Arrays.copyOf(next, length);
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

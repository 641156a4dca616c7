package org.danaya.sigma.input;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What gzip compressed (RFC 1952), in one member or several; zeros behind the last one are padding
 * (§2.2 allows members only, tapes pad).
 */
final class Gzip extends Source {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int DEFLATE = 8;

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final Source stored;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[1 << 16];
    private int at;
    private int limit;
    private boolean inMember;
    private boolean ended;
    private @Nullable Cause broken;

    Gzip(Source stored) {
        this.stored = stored;
    }

    static boolean begins(byte[] head) {
        return head.length >= 3
                && (head[0] & 0xff) == FIRST
                && (head[1] & 0xff) == SECOND
                && head[2] == DEFLATE;
    }

    @Override
    int bring(byte[] target, int from, int count) throws IOException {
        while (!ended) {
            if (!inMember) {
                header();
                continue;
            }
            int length = inflate(target, from, count);
            if (length > 0) {
                checksum.update(target, from, length);
                return length;
            }
            if (inflater.finished()) {
                trailer();
            }
        }
        return -1;
    }

    /** How many bytes came out: perhaps none. */
    private int inflate(byte[] target, int from, int count) throws IOException {
        if (inflater.needsInput()) {
            if (at == limit && !fill()) {
                end(Cause.GZIP_TRUNCATED);
                return 0;
            }
            inflater.setInput(input, at, limit - at);
            at = limit;
        }
        long before = inflater.getBytesWritten();
        try {
            int length = inflater.inflate(target, from, count);
            if (length == 0 && inflater.needsDictionary()) {
                end(Cause.GZIP_BROKEN);
            }
            return length;
        } catch (DataFormatException e) {
            end(Cause.GZIP_BROKEN);
            return (int) (inflater.getBytesWritten() - before);
        }
    }

    /** The header of the next member (§2.3), or the end. */
    private void header() throws IOException {
        int next = next();
        while (next == 0) {
            next = next();
        }
        if (next < 0) {
            ended = true;
            return;
        }
        if (next != FIRST || next() != SECOND || next() != DEFLATE) {
            end(Cause.GZIP_BROKEN);
            return;
        }
        int flags = next();
        leave(6);
        if ((flags & EXTRA) != 0) {
            leave(little(2));
        }
        if ((flags & NAME) != 0) {
            leaveText();
        }
        if ((flags & COMMENT) != 0) {
            leaveText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            leave(2);
        }
        if (limit == 0) {
            end(Cause.GZIP_TRUNCATED);
        } else if ((flags & RESERVED) != 0) {
            end(Cause.GZIP_BROKEN);
        }
        inflater.reset();
        checksum.reset();
        inMember = true;
    }

    /** The checksum and size behind a member (§2.3.1). */
    private void trailer() throws IOException {
        at = limit - inflater.getRemaining();
        inMember = false;
        long wanted = little(4);
        long size = little(4);
        if (limit == 0) {
            end(Cause.GZIP_TRUNCATED);
        } else if (wanted != checksum.getValue()
                || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            end(Cause.GZIP_BROKEN);
        }
    }

    private long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (next() & 0xffL) << (8 * i);
        }
        return value;
    }

    private void leave(long bytes) throws IOException {
        for (long i = 0; i < bytes && next() >= 0; i++) {
            // What is skipped matters to nobody here.
        }
    }

    private void leaveText() throws IOException {
        while (next() > 0) {
            // The name and the comment matter to nobody here.
        }
    }

    /** The next byte of a header or trailer; -1 where there is none. */
    private int next() throws IOException {
        return at < limit || fill() ? input[at++] & 0xff : -1;
    }

    /** False at the end, where {@link #limit} is 0 from then on. */
    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, stored.read(input, 0, input.length));
        return limit > 0;
    }

    private void end(Cause cause) {
        ended = true;
        broken = cause;
    }

    @Override
    @Nullable Cause broken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        stored.close();
    }
}

package org.danaya.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * What a client's socket didn't take yet of an answer. The body isn't copied: it may be a long
 * revocation list that many ask for at once.
 */
final class Unsent {

    /** How much was taken. */
    enum Taken {
        ALL,
        SOME,
        NOTHING
    }

    private final byte[] first;
    private final byte[] body;
    private int firstAt;
    private int bodyAt;

    /** Bytes since the last {@link #took}. */
    private long taken;

    /**
     * @param rest of a buffer that is used for others meanwhile
     * @param bodyAt where the body goes on behind it
     */
    Unsent(ByteBuffer rest, byte[] body, int bodyAt) {
        this.first = new byte[rest.remaining()];
        rest.get(first);
        this.body = body;
        this.bodyAt = bodyAt;
    }

    /** Whether so many bytes were taken since it last was true. */
    boolean took(long bytes) {
        boolean enough = taken >= bytes;
        if (enough) {
            taken = 0;
        }
        return enough;
    }

    /** Writes as much as the socket takes. */
    Taken write(SocketChannel channel, ByteBuffer buffer) throws IOException {
        boolean some = false;
        while (firstAt < first.length || bodyAt < body.length) {
            buffer.clear();
            int head = Math.min(first.length - firstAt, buffer.remaining());
            buffer.put(first, firstAt, head);
            buffer.put(body, bodyAt, Math.min(body.length - bodyAt, buffer.remaining())).flip();
            int now = channel.write(buffer);
            int ofHead = Math.min(head, now);
            firstAt += ofHead;
            bodyAt += now - ofHead;
            taken += now;
            some |= now > 0;
            if (buffer.hasRemaining()) {
                return some ? Taken.SOME : Taken.NOTHING;
            }
        }
        return Taken.ALL;
    }
}

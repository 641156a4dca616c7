package org.danaya.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.danaya.base.ClientAddress;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: bytes come in, requests are made of them one after the other, and each is
 * answered before the next is looked at.
 *
 * <p>Of its loop's thread alone, but for the answer of a handler that waits, which comes back to
 * the loop.
 */
final class Connection {

    private static final byte[] NOTHING = {};
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** How long a client that was told to go may still send, so that it can read why. */
    private static final long FAREWELL_NANOS = 2_000_000_000L;

    private final EventLoop loop;
    private final SocketChannel channel;
    private final ClientAddress peer;
    private final SelectionKey key;
    private final Listener listener;
    private final Answers answers;

    /** What came and wasn't used yet; often the loop's own array, between reading and using. */
    private byte[] bytes = NOTHING;

    private boolean borrowed;

    private int from;
    private int to;
    private int searched;

    /** The request whose body is still coming. */
    private Answers.@Nullable Asked asked;

    private @Nullable RequestHead head;
    private @Nullable RequestBody body;

    /** Whether a handler has the request. */
    private boolean waiting;

    /** Where a handler that waits answers. */
    private @Nullable Thread worker;

    /** What the socket didn't take yet: the rest of a buffer, then the rest of a body. */
    private @Nullable Unsent unsent;

    /** Whether something of a request has come that isn't answered yet. */
    private boolean begun;

    /** Whether the next answer is the last. */
    private boolean last;

    /** Whether the last answer was sent. */
    private boolean leaving;

    private boolean ended;

    /** When its client last did something whole. */
    private long since;

    private long deadline;

    Connection(
            EventLoop loop,
            SocketChannel channel,
            ClientAddress peer,
            SelectionKey key,
            Listener listener) {
        this.loop = loop;
        this.channel = channel;
        this.peer = peer;
        this.key = key;
        this.listener = listener;
        this.answers = listener.answers();
        rest();
        loop.waits(this);
    }

    ClientAddress peer() {
        return peer;
    }

    /** The socket has something, or has room. */
    void ready() throws IOException {
        if (unsent != null && key.isWritable() && flushed()) {
            advance();
        }
        if (ended) {
            return;
        }
        if (waiting || unsent != null) {
            // Until it is answered, nothing more is read.
            interest(unsent == null ? 0 : SelectionKey.OP_WRITE);
        } else if (key.isReadable()) {
            read();
        }
    }

    /** Whether its time is over, or it has nothing to do and is asked to go. */
    boolean isOver(long now, boolean closing) {
        boolean idle = head == null && !waiting && unsent == null && to == from;
        return now - deadline > 0 || (closing && idle);
    }

    /** Whether its client has done nothing whole for so long. */
    boolean waitsFor(long nanos) {
        return loop.now() - since >= nanos;
    }

    /** Ends it. For any reason, and once. */
    void close() {
        if (ended) {
            return;
        }
        ended = true;
        loop.works(this);
        Thread working = worker;
        if (working != null) {
            working.interrupt();
        }
        key.cancel();
        try {
            channel.close();
        } catch (IOException _) {
            // It is gone either way.
        }
        listener.closed(peer);
    }

    private void rest() {
        since = loop.now();
        deadline = since + listener.timeoutNanos();
    }

    private void read() throws IOException {
        ByteBuffer buffer = loop.buffer();
        int length = channel.read(buffer);
        if (length < 0) {
            close();
            return;
        }
        if (leaving) {
            return;
        }
        buffer.flip();
        if (to == from) {
            bytes = loop.scratch();
            borrowed = true;
            from = 0;
            to = 0;
            searched = 0;
        } else {
            make(length);
        }
        buffer.get(bytes, to, length);
        to += length;
        advance();
    }

    /** Makes room behind what is there. */
    private void make(int more) {
        int there = to - from;
        if (bytes.length - to < more) {
            byte[] larger = new byte[Math.max(2 * there, there + more)];
            System.arraycopy(bytes, from, larger, 0, there);
            searched = Math.max(0, searched - from);
            bytes = larger;
            borrowed = false;
            from = 0;
            to = there;
        }
    }

    /** Answers what can be answered, and keeps the rest. */
    private void advance() throws IOException {
        try {
            while (!waiting && unsent == null && !leaving && !ended && step()) {
                // One request after the other.
            }
        } catch (BadRequest bad) {
            Answers.Asked broken = asked == null ? answers.unread() : asked;
            last = true;
            send(broken, answers.bad(broken, bad));
        }
        if (from == to || leaving) {
            bytes = NOTHING;
            borrowed = false;
            from = 0;
            to = 0;
            searched = 0;
        } else if (borrowed) {
            bytes = Arrays.copyOfRange(bytes, from, to);
            borrowed = false;
            searched = Math.max(0, searched - from);
            to -= from;
            from = 0;
        }
    }

    /** Does the next thing; false where more has to come first. */
    private boolean step() throws IOException {
        RequestHead now = head;
        RequestBody coming = body;
        Answers.Asked current = asked;
        if (now == null || coming == null || current == null) {
            return begin();
        }
        from = coming.take(bytes, from, to);
        if (!coming.isComplete()) {
            return false;
        }
        head = null;
        body = null;
        asked = null;
        loop.works(this);
        EdgeHandler handler = current.handler();
        if (handler != null) {
            answer(current, handler, Answers.request(current, now, coming.content(), peer));
        }
        return true;
    }

    /** Reads the head of a request. */
    private boolean begin() throws IOException {
        while (to - from >= 2 && bytes[from] == '\r' && bytes[from + 1] == '\n') {
            from += 2;
        }
        if (!begun && to > from) {
            begun = true;
            since = loop.now();
            deadline = since + listener.headNanos();
        }
        int end = RequestHead.end(bytes, from, searched, to);
        if (end < 0) {
            RequestHead.limit(bytes, from, to, listener.headerBytes());
            searched = to;
            return false;
        }
        RequestHead read = new RequestHead(bytes, from, end, listener.headerBytes());
        from = end;
        searched = end;
        last = read.isLast();
        deadline = since + listener.timeoutNanos();
        Answers.Asked now = answers.asked(read, peer);
        asked = now;
        long length = read.length();
        EdgeAnswer without = answers.unasked(now, read);
        if (without != null) {
            last |= length != 0;
            asked = null;
            send(now, without);
            return true;
        }
        EdgeHandler handler = now.handler();
        RequestBody its = new RequestBody(length, handler == null ? 0 : handler.bodyLimit());
        if (read.waits() && !its.isComplete() && from == to) {
            // So few bytes always find room, or else the client is gone.
            channel.write(ByteBuffer.wrap(CONTINUE));
        }
        head = read;
        body = its;
        return true;
    }

    private void answer(Answers.Asked current, EdgeHandler handler, EdgeRequest request)
            throws IOException {
        EdgeAnswer now = answers.atOnce(current, handler, request);
        if (now != null) {
            send(current, now);
        } else if (!listener.mayAnswer()) {
            send(current, answers.busy(current));
        } else {
            waiting = true;
            boolean given = false;
            try {
                if (!answers.later(current, handler, request, answer -> comes(current, answer))) {
                    worker =
                            Thread.ofVirtual()
                                    .name("edge-", current.id())
                                    .start(() -> answerThere(current, handler, request));
                }
                given = true;
            } finally {
                if (!given) {
                    listener.answered();
                }
            }
        }
    }

    /** On a thread of its own. */
    private void answerThere(Answers.Asked current, EdgeHandler handler, EdgeRequest request) {
        EventLoop.Task then = this::close;
        try {
            EdgeAnswer answer = answers.answer(current, handler, request);
            then = () -> answered(current, answer);
        } finally {
            listener.answered();
            loop.execute(this, then);
        }
    }

    /** On any thread. */
    private void comes(Answers.Asked current, EdgeAnswer answer) {
        listener.answered();
        loop.execute(this, () -> answered(current, answer));
    }

    private void answered(Answers.Asked current, EdgeAnswer answer) throws IOException {
        waiting = false;
        worker = null;
        if (ended) {
            return;
        }
        send(current, answer);
        if (unsent == null && !ended) {
            interest(SelectionKey.OP_READ);
            advance();
        }
    }

    private void send(Answers.Asked current, EdgeAnswer answer) throws IOException {
        byte[] start = loop.head(Answers.headBytes(answer));
        int length = answers.head(current, answer, loop.date(), last, start);
        ByteBuffer buffer = loop.buffer();
        buffer.put(start, 0, length);
        byte[] whole = current.isHead() || answer.status().isBare() ? NOTHING : answer.body();
        int some = Math.min(whole.length, buffer.remaining());
        buffer.put(whole, 0, some).flip();
        // Whoever has an answer finds it counted.
        answers.answered(current, answer);
        channel.write(buffer);
        if (!buffer.hasRemaining() && some == whole.length) {
            sent();
            return;
        }
        unsent = new Unsent(buffer, whole, some);
        rest();
        loop.waits(this);
        flushed();
    }

    /** Sends what wasn't sent; whether it is gone. */
    private boolean flushed() throws IOException {
        Unsent left = unsent;
        if (left == null) {
            return true;
        }
        switch (left.write(channel, loop.buffer())) {
            case ALL -> {
                unsent = null;
                interest(SelectionKey.OP_READ);
                sent();
                return !ended;
            }
            case SOME -> {
                if (left.took(listener.paceBytes())) {
                    rest();
                }
                loop.waits(this);
            }
            case NOTHING -> {
                // The client doesn't read, and its time goes by.
            }
        }
        interest(SelectionKey.OP_WRITE);
        return false;
    }

    /** An answer is sent whole. */
    private void sent() throws IOException {
        begun = false;
        rest();
        loop.waits(this);
        if (last) {
            // Closed at once, the answer could be lost with what the client still sends.
            leaving = true;
            deadline = loop.now() + FAREWELL_NANOS;
            channel.shutdownOutput();
        }
    }

    private void interest(int operations) {
        if (!ended && key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }
}

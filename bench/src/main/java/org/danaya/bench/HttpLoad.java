package org.danaya.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Posts small requests over so many connections at once, each with one request under way, and times
 * every answer. One thread serves them all, so that the client costs less than the server.
 */
final class HttpLoad {

    private static final int MOST = 65_536;

    private HttpLoad() {}

    /** Who makes requests and judges answers, on one connection. */
    interface Asker {

        /** The next request. */
        byte[] next(Random random);

        /** Throws where the answer to the last request is wrong. */
        void check(byte[] buffer, int from, int to) throws Exception;
    }

    /** How many answers, how many a second, median and p99. */
    record Figures(long answers, double perSecond, long medianMicros, long p99Micros) {

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f/s, median %,d µs, p99 %,d µs",
                    perSecond,
                    medianMicros,
                    p99Micros);
        }
    }

    /** Asks, and tells what came of it with what it cost the server. */
    static String told(
            ServerCpu server,
            URI address,
            String type,
            int connections,
            int seconds,
            Supplier<Asker> askers)
            throws Exception {
        ServerCpu.Used before = server.used();
        Figures figures = run(address, type, connections, seconds, false, askers);
        return figures.told() + "; " + server.used().told(before, figures.answers);
    }

    /**
     * Asks.
     *
     * @param anew whether each request has a connection of its own, as HTTP/1.0 has it
     */
    static Figures run(
            URI address,
            String type,
            int connections,
            int seconds,
            boolean anew,
            Supplier<Asker> askers)
            throws Exception {
        try (Selector selector = Selector.open()) {
            Load load = new Load(selector, address, type, anew);
            for (int i = 0; i < connections; i++) {
                load.begin(askers.get());
            }
            return load.run(seconds);
        }
    }

    /** What all connections share. */
    private static final class Load {

        private final Selector selector;
        private final InetSocketAddress address;
        private final byte[] head;
        private final boolean anew;
        private final Random random = new Random();
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST);
        private long[] nanos = new long[1 << 20];
        private int count;
        private boolean over;

        Load(Selector selector, URI address, String type, boolean anew) {
            this.selector = selector;
            this.address = new InetSocketAddress(address.getHost(), address.getPort());
            this.anew = anew;
            this.head =
                    ("POST "
                                    + address.getPath()
                                    + (anew ? " HTTP/1.0" : " HTTP/1.1")
                                    + "\r\nHost: bench\r\nContent-Type: "
                                    + type
                                    + "\r\nContent-Length: ")
                            .getBytes(StandardCharsets.US_ASCII);
        }

        void begin(Asker asker) throws IOException {
            new One(asker).connect(this);
        }

        Figures run(int seconds) throws Exception {
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            while (!selector.keys().isEmpty()) {
                selector.select();
                over = System.nanoTime() >= end;
                for (SelectionKey key : selector.selectedKeys()) {
                    ((One) key.attachment()).ready(this, key);
                }
                selector.selectedKeys().clear();
                if (over) {
                    selector.selectNow();
                }
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] all = Arrays.copyOf(nanos, count);
            Arrays.sort(all);
            return new Figures(
                    count, count / took, all[count / 2] / 1_000, all[(int) (count * 0.99)] / 1_000);
        }

        void took(long one) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = one;
        }
    }

    /** One connection, or one after the other. */
    private static final class One {

        private final Asker asker;
        private final byte[] answer = new byte[MOST];
        private int length;
        private int from = -1;
        private int to = Integer.MAX_VALUE;
        private long begun;

        One(Asker asker) {
            this.asker = asker;
        }

        void connect(Load load) throws IOException {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(load.address);
            channel.configureBlocking(false);
            channel.register(load.selector, SelectionKey.OP_READ, this);
            ask(load, channel);
        }

        void ready(Load load, SelectionKey key) throws Exception {
            SocketChannel channel = (SocketChannel) key.channel();
            int read = channel.read(load.buffer.clear());
            if (read > 0) {
                load.buffer.flip().get(answer, length, read);
                length += read;
                if (from < 0) {
                    from = headEnd(answer, length);
                    to = from < 0 || load.anew ? to : from + bodyLength(answer, from);
                }
                if (length < to) {
                    return;
                }
            } else if (read < 0 && !(load.anew && from > 0)) {
                throw new EOFException("The server closed the connection");
            }
            if (answer[9] != '2') {
                throw new IOException("Not 200: this run is void");
            }
            asker.check(answer, from, length);
            load.took(System.nanoTime() - begun);
            if (load.over || load.anew) {
                channel.close();
            }
            if (!load.over) {
                if (load.anew) {
                    connect(load);
                } else {
                    ask(load, channel);
                }
            }
        }

        private void ask(Load load, SocketChannel channel) throws IOException {
            length = 0;
            from = -1;
            to = Integer.MAX_VALUE;
            byte[] body = asker.next(load.random);
            load.buffer
                    .clear()
                    .put(load.head)
                    .put((body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII))
                    .put(body)
                    .flip();
            begun = System.nanoTime();
            while (load.buffer.hasRemaining()) {
                channel.write(load.buffer);
            }
        }
    }

    private static int headEnd(byte[] answer, int length) {
        for (int i = 3; i < length; i++) {
            if (answer[i] == '\n' && answer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int bodyLength(byte[] answer, int from) {
        byte[] name = "content-length:".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < from - name.length; i++) {
            int j = 0;
            while (j < name.length && (answer[i + j] | 0x20) == (name[j] | 0x20)) {
                j++;
            }
            if (j == name.length) {
                int number = 0;
                for (int k = i + j; answer[k] != '\r'; k++) {
                    if (answer[k] != ' ') {
                        number = number * 10 + answer[k] - '0';
                    }
                }
                return number;
            }
        }
        throw new IllegalStateException("No length");
    }
}

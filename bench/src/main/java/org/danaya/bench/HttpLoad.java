package org.danaya.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Posts small requests over so many connections at once, and times every answer. */
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

    /** Answers a second, median and p99. */
    record Figures(double perSecond, long medianMicros, long p99Micros) {

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f/s, median %,d µs, p99 %,d µs",
                    perSecond,
                    medianMicros,
                    p99Micros);
        }
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
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<long[]> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random random = new Random(System.nanoTime() + i);
                Asker asker = askers.get();
                parts.add(threads.submit(() -> ask(address, type, random, end, anew, asker)));
            }
            for (Future<long[]> part : parts) {
                all.add(part.get());
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Figures(
                nanos.length / took,
                nanos[nanos.length / 2] / 1_000,
                nanos[(int) (nanos.length * 0.99)] / 1_000);
    }

    private static long[] ask(
            URI address, String type, Random random, long end, boolean anew, Asker asker)
            throws Exception {
        long[] nanos = new long[1 << 12];
        int count = 0;
        byte[] buffer = new byte[MOST];
        byte[] head =
                ("POST "
                                + address.getPath()
                                + (anew ? " HTTP/1.0" : " HTTP/1.1")
                                + "\r\nHost: bench\r\nContent-Type: "
                                + type
                                + "\r\nContent-Length: ")
                        .getBytes(StandardCharsets.US_ASCII);
        Socket socket = null;
        try {
            for (long now = System.nanoTime(); now < end; ) {
                if (socket == null) {
                    socket = new Socket(address.getHost(), address.getPort());
                    socket.setTcpNoDelay(true);
                }
                byte[] body = asker.next(random);
                byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
                byte[] whole = Arrays.copyOf(head, head.length + length.length + body.length);
                System.arraycopy(length, 0, whole, head.length, length.length);
                System.arraycopy(body, 0, whole, head.length + length.length, body.length);
                OutputStream out = socket.getOutputStream();
                out.write(whole);
                read(socket.getInputStream(), buffer, asker, anew);
                if (anew) {
                    socket.close();
                    socket = null;
                }
                long then = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = then - now;
                now = then;
            }
        } finally {
            if (socket != null) {
                socket.close();
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static void read(InputStream in, byte[] buffer, Asker asker, boolean anew)
            throws Exception {
        int length = 0;
        int from = -1;
        int to = Integer.MAX_VALUE;
        while (length < to) {
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                if (anew && from > 0) {
                    to = length;
                    break;
                }
                throw new EOFException("The server closed the connection");
            }
            length += read;
            if (from < 0) {
                from = headEnd(buffer, length);
                if (from > 0) {
                    to = from + bodyLength(buffer, from);
                }
            }
        }
        if (buffer[9] != '2') {
            throw new IOException("Not 200: this run is void");
        }
        asker.check(buffer, from, to);
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

package org.danaya.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.edge.Edge;
import org.danaya.edge.EdgeAlone;
import org.danaya.edge.EdgeSettings;
import org.danaya.page.Words;
import org.danaya.store.StoreSettings;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.NoteSigner;
import org.danaya.verify.TilePath;
import org.danaya.verify.TreeBuilder;

/**
 * How many full tiles (8,192 bytes) the edge serves each second, with the client in the same
 * process: random tiles of a log of 131,072 entries, first from memory, then from files. A wrong
 * answer voids the run.
 *
 * <p>Arguments: seconds of each round (10 where absent), connections (32 where absent). Goal:
 * 30,000 tiles a second on two cores.
 */
public final class EdgeBench {

    private static final int TILES = 512;
    private static final int TILE_BYTES = 8_192;
    private static final int ROUNDS = 3;

    private EdgeBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32;
        Path home = Files.createTempDirectory("danaya-edge-bench-");
        List<byte[]> tiles = log(home.resolve("log"));
        System.out.println(Machine.describe());
        for (String cache : List.of("64m", "0")) {
            try (Edge edge = edge(home, cache)) {
                load(edge.address(), tiles, connections, Duration.ofSeconds(seconds));
                for (int round = 0; round < ROUNDS; round++) {
                    long[] nanos =
                            load(edge.address(), tiles, connections, Duration.ofSeconds(seconds));
                    System.out.printf(
                            "tiles, cache %s, %d connections: %,d/s, median %,d µs, p99 %,d µs%n",
                            cache,
                            connections,
                            nanos.length / seconds,
                            nanos[nanos.length / 2] / 1_000,
                            nanos[(int) (nanos.length * 0.99)] / 1_000);
                }
            }
        }
    }

    private static Edge edge(Path home, String cache) {
        List<Setting<?>> known = new ArrayList<>(EdgeSettings.ALL);
        known.add(StoreSettings.HOME);
        return EdgeAlone.start(
                Settings.of(
                        known,
                        Map.of(
                                "home",
                                home.toString(),
                                "edge-port",
                                "0",
                                "edge.cache",
                                cache,
                                "edge.requests-per-address",
                                "0")),
                Words.load(),
                Clock.systemUTC());
    }

    /** Writes a log of full tiles, and gives those of level 0. */
    private static List<byte[]> log(Path folder) throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        Map<TilePath.Hashes, byte[]> files = new LinkedHashMap<>();
        TreeBuilder tree = TreeBuilder.empty(files::put);
        for (int i = 0; i < TILES * TilePath.FULL; i++) {
            tree.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        tree.partialTiles(files::put);
        for (Map.Entry<TilePath.Hashes, byte[]> tile : files.entrySet()) {
            Path file = folder.resolve(tile.getKey().path());
            Files.createDirectories(file.getParent());
            Files.write(file, tile.getValue());
            if (tile.getKey().level() == 0) {
                leaves.add(tile.getValue());
            }
        }
        Checkpoint checkpoint = new Checkpoint("log.example/bench", tree.size(), tree.root());
        NoteSigner signer =
                NoteSigner.ed25519(
                        checkpoint.origin(),
                        KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Files.write(
                folder.resolve(Checkpoint.PATH),
                checkpoint.signed(signer.sign(checkpoint, Instant.EPOCH)).toBytes());
        return leaves;
    }

    /** Asks over so many connections at once; the time of each answer, sorted. */
    private static long[] load(URI address, List<byte[]> tiles, int connections, Duration duration)
            throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random random = new Random(i);
                parts.add(threads.submit(() -> ask(address, tiles, random, end)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> part : parts) {
                all.add(part.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
    }

    private static long[] ask(URI address, List<byte[]> tiles, Random random, long end)
            throws IOException {
        long[] nanos = new long[1 << 16];
        int count = 0;
        byte[] answer = new byte[2 * TILE_BYTES];
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (long now = System.nanoTime(); now < end; ) {
                int index = random.nextInt(tiles.size());
                String path = new TilePath.Hashes(0, index, TilePath.FULL).path();
                out.write(
                        ("GET /log/" + path + " HTTP/1.1\r\nHost: edge\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                read(in, answer, tiles.get(index));
                long then = System.nanoTime();
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = then - now;
                now = then;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    /** Reads one answer, which must be this tile. */
    private static void read(InputStream in, byte[] answer, byte[] tile) throws IOException {
        int length = 0;
        int head = -1;
        while (head < 0 || length < head + TILE_BYTES) {
            int read = in.read(answer, length, answer.length - length);
            if (read < 0) {
                throw new EOFException("The edge closed the connection");
            }
            length += read;
            if (head < 0) {
                head = headEnd(answer, length);
            }
        }
        if (answer[9] != '2'
                || length != head + TILE_BYTES
                || !Arrays.equals(answer, head, length, tile, 0, TILE_BYTES)) {
            throw new IllegalStateException("A wrong answer: this run is void");
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
}

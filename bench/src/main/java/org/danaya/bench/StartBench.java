package org.danaya.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long the platform takes from {@code ./danaya run} to a ready answer on its port, and how much
 * memory program and database hold together when idle.
 *
 * <p>Arguments: the door's path, and how many starts after the first (5 where absent). Goals:
 * second and later starts under 6 s, idle under 700 MB.
 */
public final class StartBench {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private StartBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        Path door = Path.of(arguments[0]).toAbsolutePath();
        int starts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path home = Files.createTempDirectory("danaya-start-bench-");
        System.out.printf("first start %,d ms%n", start(door, home, Duration.ZERO).millis());
        List<Long> millis = new ArrayList<>();
        List<Long> idle = new ArrayList<>();
        for (int round = 0; round < starts; round++) {
            Measure measure = start(door, home, SETTLE);
            millis.add(measure.millis());
            idle.add(measure.idleKilobytes());
        }
        System.out.printf("later starts %s%n", spread(millis, 1, "ms"));
        System.out.printf("idle memory (PSS) %s%n", spread(idle, 1024, "MB"));
    }

    private record Measure(long millis, long idleKilobytes) {}

    private static Measure start(Path door, Path home, Duration settle) throws Exception {
        int port = freePort();
        Process process =
                new ProcessBuilder(
                                door.toString(),
                                "run",
                                "--home",
                                home.toString(),
                                "--port",
                                Integer.toString(port),
                                "--edge-port",
                                "0")
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("bench.log").toFile())
                        .start();
        try {
            long begin = System.nanoTime();
            awaitReady(port, process);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            Thread.sleep(settle.toMillis());
            return new Measure(millis, pss(process.toHandle()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void awaitReady(int port, Process process) throws Exception {
        HttpRequest health =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    Thread.sleep(10);
                }
            }
        }
        throw new IllegalStateException("The platform did not become ready");
    }

    /** What a process and all it started hold, shared pages counted once, in kilobytes. */
    private static long pss(ProcessHandle process) throws IOException {
        long sum = 0;
        for (ProcessHandle part :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            Path rollup = Path.of("/proc", Long.toString(part.pid()), "smaps_rollup");
            sum +=
                    Files.readAllLines(rollup).stream()
                            .filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum();
        }
        return sum;
    }

    private static String spread(List<Long> figures, long divisor, String unit) {
        List<Long> sorted = figures.stream().sorted().toList();
        return "min %,d, median %,d, max %,d %s of %d"
                .formatted(
                        sorted.getFirst() / divisor,
                        sorted.get(sorted.size() / 2) / divisor,
                        sorted.getLast() / divisor,
                        unit,
                        sorted.size());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package org.danaya.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Remembered;

/**
 * Verdicts on mandates: online, asked for at a steady pace whatever the answers do, each timed from
 * the moment when it was due, the platform with its database and this client on both cores of the
 * machine, or, where asked, one pinned to the first core and the other to the second; and offline,
 * from the text of a QR, the bytes of a snapshot and those of an anchor to the verdict, on one
 * core.
 *
 * <p>Arguments: {@code run}, seconds (30), questions a second (500), {@code pinned}. Goals: online
 * p99 20 ms at 500/s, offline 50 ms.
 */
public final class VerdictBench {

    private static final String SERVER = "org.danaya.bench.VerdictServer";
    private static final String MANDATES = "500";
    private static final String BOTH = "0,1";
    private static final int ROUNDS = 3;

    /** What waits for one of these waits on the clock. */
    private static final int CONNECTIONS = 64;

    private static final long SECOND = 1_000_000_000L;

    private VerdictBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        String seconds = arguments.length > 1 ? arguments[1] : "30";
        String pace = arguments.length > 2 ? arguments[2] : "500";
        if (arguments.length > 0 && arguments[0].equals("load")) {
            Path folder = Path.of(arguments[4]);
            for (int round = 0; round <= ROUNDS; round++) {
                offline(round, folder);
            }
            for (int round = 0; round <= ROUNDS; round++) {
                online(
                        round,
                        URI.create(arguments[3]),
                        folder,
                        Integer.parseInt(seconds),
                        Integer.parseInt(pace));
            }
            return;
        }
        System.out.println(Machine.describe());
        boolean pinned = arguments.length > 3 && arguments[3].equals("pinned");
        Path folder = Files.createTempDirectory("danaya-verdict-bench-");
        Process server = Pinned.java(pinned ? "0" : BOTH, SERVER, folder.toString(), MANDATES);
        try (BufferedReader said = server.inputReader()) {
            URI address = Pinned.ready(said);
            Pinned.java(
                            pinned ? "1" : BOTH,
                            VerdictBench.class.getName(),
                            "load",
                            seconds,
                            pace,
                            address.toString(),
                            folder.toString())
                    .inputReader()
                    .lines()
                    .forEach(System.out::println);
        } finally {
            server.getOutputStream().close();
            server.waitFor();
        }
    }

    private static void offline(int round, Path folder) throws Exception {
        byte[] anchor = Files.readAllBytes(folder.resolve("anchor.json"));
        byte[] snapshot = Files.readAllBytes(folder.resolve("snapshot"));
        List<String> seals = Files.readAllLines(folder.resolve("seals"));
        long[] nanos = new long[seals.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            MandateVerdict verdict =
                    MandateCheck.offline(
                            seals.get(i),
                            snapshot,
                            Anchor.parse(anchor).orThrow(),
                            Clock.systemUTC().instant(),
                            Freshness.DEFAULT_LIMIT,
                            Remembered.NOTHING);
            nanos[i] = System.nanoTime() - start;
            if (!(verdict instanceof MandateVerdict.Valid)) {
                throw new IllegalStateException(verdict.toString());
            }
        }
        told("offline", round, nanos, "snapshot of " + snapshot.length + " bytes");
    }

    private static void online(int round, URI home, Path folder, int seconds, int pace)
            throws Exception {
        List<String> codes = Files.readAllLines(folder.resolve("codes"));
        long[] nanos = new long[seconds * pace];
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService askers = Executors.newFixedThreadPool(CONNECTIONS)) {
            long start = System.nanoTime() + SECOND / 10;
            for (int i = 0; i < nanos.length; i++) {
                int place = i;
                long due = start + i * SECOND / pace;
                LockSupport.parkNanos(due - System.nanoTime());
                HttpRequest request =
                        HttpRequest.newBuilder(
                                        home.resolve(
                                                "/api/v1/mandates/" + codes.get(i % codes.size())))
                                .header("Accept", "application/json")
                                .build();
                askers.execute(() -> nanos[place] = asked(client, request, due));
            }
        }
        told("online at " + pace + "/s", round, nanos, seconds + " s");
    }

    private static long asked(HttpClient client, HttpRequest request, long due) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("VALIDE")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return System.nanoTime() - due;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void told(String what, int round, long[] nanos, String about) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "verdicts %s%s: %,d, median %.2f ms, p99 %.2f ms, longest %.2f ms; %s%n",
                what,
                round == 0 ? " (warm-up)" : "",
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                about);
    }
}

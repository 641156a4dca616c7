package org.danaya.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/**
 * The peer of {@link OcspBench}: {@code openssl ocsp} as a responder with 10,000 certificates,
 * pinned to the first core, each answer signed afresh with a P-256 key. It serves one connection
 * after the other and one request in each, so the client does likewise.
 *
 * <p>Arguments: {@code run}, seconds of a round (10).
 */
public final class OpensslBench {

    private static final int COUNT = 10_000;
    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 4;

    private OpensslBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        if (arguments.length > 0 && arguments[0].equals("load")) {
            load(
                    Long.parseLong(arguments[2]),
                    URI.create(arguments[3]),
                    Path.of(arguments[4]),
                    seconds);
            return;
        }
        System.out.println(Machine.describe());
        Path folder = Files.createTempDirectory("danaya-openssl-bench-");
        run(
                folder,
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=Example"
                        + " -days 30 -keyout key.pem -out ca.pem");
        Files.write(folder.resolve("index.txt"), index());
        int port = freePort();
        Process server =
                new ProcessBuilder(
                                List.of(
                                        ("taskset -c 0 openssl ocsp -ignore_err -nmin 60 -index index.txt"
                                                        + " -CA ca.pem -rsigner ca.pem -rkey key.pem"
                                                        + " -port "
                                                        + port)
                                                .split(" ", -1)))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        try {
            awaitListening(folder);
            Pinned.java(
                            1,
                            OpensslBench.class,
                            "load",
                            Integer.toString(seconds),
                            Long.toString(server.pid()),
                            "http://127.0.0.1:" + port + "/",
                            folder.toString())
                    .inputReader()
                    .lines()
                    .forEach(System.out::println);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void load(long pid, URI address, Path folder, int seconds) throws Exception {
        X509CertificateHolder issuer;
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(folder.resolve("ca.pem")))) {
            issuer = (X509CertificateHolder) parser.readObject();
        }
        byte[] fresh = OcspBench.request(issuer, true);
        ServerCpu server = new ServerCpu(pid);
        for (int round = 0; round < ROUNDS; round++) {
            ServerCpu.Used before = server.used();
            HttpLoad.Figures figures =
                    HttpLoad.run(
                            address,
                            OcspBench.TYPE,
                            CONNECTIONS,
                            seconds,
                            true,
                            () -> new OcspBench.Asked(fresh, COUNT, issuer));
            System.out.printf(
                    "openssl ocsp, afresh with nonce, of %,d: %s; %s%n",
                    COUNT, figures.told(), server.used().told(before, figures.answers()));
        }
    }

    /** The certificates as {@code openssl ca} lists them, one in ten revoked. */
    private static byte[] index() throws Exception {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        StringBuilder lines = new StringBuilder();
        for (int number = 1; number <= COUNT; number++) {
            byte[] serial =
                    md5.digest(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
            serial[0] = 77;
            boolean revoked = number % 10 == 0;
            lines.append(revoked ? "R" : "V")
                    .append("\t400101000000Z\t")
                    .append(revoked ? "250101000000Z,superseded" : "")
                    .append('\t')
                    .append(new BigInteger(1, serial).toString(16).toUpperCase(Locale.ROOT))
                    .append("\tunknown\t/CN=")
                    .append(number)
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Without a connection, on which it would wait for ever. */
    private static void awaitListening(Path folder) throws IOException, InterruptedException {
        while (!Files.readString(folder.resolve("said")).contains("ACCEPT")
                && !Files.readString(folder.resolve("said")).contains("waiting for")) {
            Thread.sleep(50);
        }
    }

    private static void run(Path folder, String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command.split(" ", -1))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(command);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

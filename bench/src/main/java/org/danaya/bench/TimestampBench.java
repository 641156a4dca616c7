package org.danaya.bench;

import java.io.BufferedReader;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Timestamps a second, each in the public log before it is given, the server with its database
 * pinned to the first core and this client to the second, over HTTP. The hash in every token is
 * compared, the signature of one in a thousand checked.
 *
 * <p>Arguments: {@code run}, seconds of a round (10), connections (256). Goal: 15,000/s.
 */
public final class TimestampBench {

    private static final int ROUNDS = 3;
    private static final int HASH = 32;

    private TimestampBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int connections = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 256;
        if (arguments.length > 0 && arguments[0].equals("load")) {
            load(
                    new ServerCpu(Long.parseLong(arguments[5])),
                    URI.create(arguments[3]),
                    Path.of(arguments[4]),
                    seconds,
                    connections);
            return;
        }
        System.out.println(Machine.describe());
        Path folder = Files.createTempDirectory("danaya-timestamp-bench-");
        Process server = Pinned.java(0, TrustServer.class, "1000", folder.toString());
        try (BufferedReader said = server.inputReader()) {
            URI address = Pinned.ready(said).resolve("/tsa");
            Pinned.java(
                            1,
                            TimestampBench.class,
                            "load",
                            Integer.toString(seconds),
                            Integer.toString(connections),
                            address.toString(),
                            folder.toString(),
                            Long.toString(server.pid()))
                    .inputReader()
                    .lines()
                    .forEach(System.out::println);
        } finally {
            // It ends with its input, and its database with it.
            server.getOutputStream().close();
            server.waitFor();
        }
    }

    private static void load(
            ServerCpu server, URI address, Path folder, int seconds, int connections)
            throws Exception {
        X509CertificateHolder issuer =
                new X509CertificateHolder(Files.readAllBytes(folder.resolve("ca.cer")));
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] template =
                generator
                        .generate(TSPAlgorithms.SHA256, new byte[HASH], BigInteger.TWO.pow(63))
                        .getEncoded();
        for (int round = 0; round <= ROUNDS; round++) {
            String told =
                    HttpLoad.told(
                            server,
                            address,
                            "application/timestamp-query",
                            connections,
                            seconds,
                            () -> new Asked(template, issuer));
            System.out.println((round == 0 ? "warm-up: " : "timestamps, logged: ") + told);
        }
    }

    /** One connection's requests. */
    private static final class Asked implements HttpLoad.Asker {

        private final byte[] request;
        private final byte[] hash = new byte[HASH];
        private final int hashAt;
        private final X509CertificateHolder issuer;
        private int asked;

        Asked(byte[] template, X509CertificateHolder issuer) {
            this.request = template.clone();
            this.hashAt = OcspBench.find(request, 0, request.length, hash);
            this.issuer = issuer;
        }

        @Override
        public byte[] next(Random random) {
            random.nextBytes(hash);
            System.arraycopy(hash, 0, request, hashAt, HASH);
            asked++;
            return request;
        }

        @Override
        public void check(byte[] buffer, int from, int to) throws Exception {
            if (OcspBench.find(buffer, from, to, hash) < 0) {
                throw new IllegalStateException("Another hash, or none: this run is void");
            }
            if (asked % 1_000 != 1) {
                return;
            }
            TimeStampToken token =
                    new TimeStampResponse(Arrays.copyOfRange(buffer, from, to)).getTimeStampToken();
            BigInteger serial = token.getSID().getSerialNumber();
            X509CertificateHolder unit =
                    token.toCMSSignedData().getCertificates().getMatches(null).stream()
                            .filter(one -> one.getSerialNumber().equals(serial))
                            .findFirst()
                            .orElseThrow();
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(unit));
            if (!unit.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer))) {
                throw new IllegalStateException("Another issuer: this run is void");
            }
        }
    }
}

package org.danaya.bench;

import java.io.BufferedReader;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * OCSP answers a second, the server pinned to the first core and this client to the second, over
 * HTTP: signed afresh with a nonce for a random certificate of all, and kept for one of 10,000. The
 * nonce of every answer is compared, the signature and the status of one in a thousand checked.
 *
 * <p>Arguments: {@code run}, certificates (1,000,000), seconds of a round (10), connections (32).
 * Goals: 25,000/s afresh with p99 under 10 ms, 45,000/s kept, a start under 10 s.
 */
public final class OcspBench {

    static final String TYPE = "application/ocsp-request";
    private static final int ROUNDS = 3;
    private static final int KEPT = 10_000;
    private static final int NONCE = 32;
    private static final int SERIAL = 16;
    private static final byte[] MARK = new byte[NONCE];

    private OcspBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        int connections = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 32;
        if (arguments.length > 0 && arguments[0].equals("load")) {
            load(
                    new ServerCpu(Long.parseLong(arguments[6])),
                    URI.create(arguments[4]),
                    Path.of(arguments[5]),
                    count,
                    seconds,
                    connections);
            return;
        }
        System.out.println(Machine.describe());
        Path folder = Files.createTempDirectory("danaya-ocsp-bench-");
        Process server = Pinned.java(0, TrustServer.class, "" + count, folder.toString());
        try (BufferedReader said = server.inputReader()) {
            URI address = Pinned.ready(said).resolve("/ocsp");
            Pinned.java(
                            1,
                            OcspBench.class,
                            "load",
                            "" + count,
                            "" + seconds,
                            "" + connections,
                            address.toString(),
                            folder.toString(),
                            "" + server.pid())
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
            ServerCpu server, URI address, Path folder, int count, int seconds, int connections)
            throws Exception {
        X509CertificateHolder issuer =
                new X509CertificateHolder(Files.readAllBytes(folder.resolve("ca.cer")));
        byte[] fresh = request(issuer, true);
        byte[] plain = request(issuer, false);
        for (int round = 0; round <= ROUNDS; round++) {
            String warm = round == 0 ? "warm-up, " : "";
            System.out.printf(
                    "%safresh with nonce, of %,d: %s%n",
                    warm,
                    count,
                    HttpLoad.told(
                            server,
                            address,
                            TYPE,
                            connections,
                            seconds,
                            () -> new Asked(fresh, count, issuer)));
            System.out.printf(
                    "%skept, of %,d: %s%n",
                    warm,
                    KEPT,
                    HttpLoad.told(
                            server,
                            address,
                            TYPE,
                            connections,
                            seconds,
                            () -> new Asked(plain, KEPT, issuer)));
        }
    }

    /** A request whose serial is all ones, and whose nonce is all zeros. */
    static byte[] request(X509CertificateHolder issuer, boolean nonce) throws Exception {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        byte[] serial = new byte[SERIAL];
        Arrays.fill(serial, (byte) 77);
        builder.addRequest(
                new CertificateID(
                        new JcaDigestCalculatorProviderBuilder()
                                .build()
                                .get(CertificateID.HASH_SHA1),
                        issuer,
                        new BigInteger(serial)));
        if (nonce) {
            builder.setRequestExtensions(
                    new Extensions(
                            new Extension(
                                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                    false,
                                    new DEROctetString(MARK).getEncoded())));
        }
        return builder.build().getEncoded();
    }

    static int find(byte[] in, int from, int to, byte[] what) {
        for (int i = from; i <= to - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    /** One connection's requests. */
    static final class Asked implements HttpLoad.Asker {

        private final byte[] request;
        private final byte[] nonce = new byte[NONCE];
        private final int serialAt;
        private final int nonceAt;
        private final int count;
        private final X509CertificateHolder issuer;
        private final MessageDigest md5;
        private int number;
        private int asked;

        Asked(byte[] template, int count, X509CertificateHolder issuer) {
            byte[] serial = new byte[SERIAL];
            Arrays.fill(serial, (byte) 77);
            this.request = template.clone();
            this.serialAt = find(request, 0, request.length, serial);
            this.nonceAt = find(request, 0, request.length, MARK);
            this.count = count;
            this.issuer = issuer;
            try {
                this.md5 = MessageDigest.getInstance("MD5");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] next(Random random) {
            number = 1 + random.nextInt(count);
            byte[] serial =
                    md5.digest(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
            serial[0] = 77;
            System.arraycopy(serial, 0, request, serialAt, SERIAL);
            if (nonceAt >= 0) {
                random.nextBytes(nonce);
                System.arraycopy(nonce, 0, request, nonceAt, NONCE);
            }
            asked++;
            return request;
        }

        @Override
        public void check(byte[] buffer, int from, int to) throws Exception {
            if (nonceAt >= 0 && find(buffer, from, to, nonce) < 0) {
                throw new IllegalStateException("Another nonce: this run is void");
            }
            if (asked % 1_000 != 1) {
                return;
            }
            OCSPResp response = new OCSPResp(Arrays.copyOfRange(buffer, from, to));
            BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
            boolean revoked = basic.getResponses()[0].getCertStatus() != null;
            boolean right =
                    basic.isSignatureValid(
                                    new JcaContentVerifierProviderBuilder()
                                            .build(basic.getCerts()[0]))
                            && basic.getCerts()[0].isSignatureValid(
                                    new JcaContentVerifierProviderBuilder().build(issuer))
                            && revoked == (number % 10 == 0);
            if (!right) {
                throw new IllegalStateException("A wrong answer: this run is void");
            }
        }
    }
}

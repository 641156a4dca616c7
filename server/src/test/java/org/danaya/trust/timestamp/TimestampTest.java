package org.danaya.trust.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.danaya.base.ClientAddress;
import org.danaya.edge.EdgeRequest;
import org.danaya.log.NewLeaf;
import org.danaya.page.Words;
import org.danaya.store.TestDatabase;
import org.danaya.trust.der.Der;
import org.danaya.trust.status.TestHierarchy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TimestampTest {

    private static final String POLICY = "2.25.1234";
    private static final long BLOCK = 0x7fedcba987654321L;
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

    private static final ConcurrentLinkedQueue<NewLeaf> LEAVES = new ConcurrentLinkedQueue<>();
    private static byte[] certificate = {};
    private static TestHierarchy hierarchy;
    private static TimestampTable table;
    private static TokenLog log;
    private static TimestampHttp http;

    @BeforeAll
    static void start() {
        hierarchy = TestHierarchy.at(Clock.systemUTC().instant());
        DataSource source = TestDatabase.freshSource();
        table = new TimestampTable(JdbcClient.create(source));
        assertThat(table.reserve(BLOCK, Instant.EPOCH)).isTrue();
        assertThat(table.reserve(BLOCK, Instant.EPOCH)).isFalse();
        log =
                new TokenLog(
                        LEAVES::add,
                        table,
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        BLOCK);
        TestHierarchy.Key key = TestHierarchy.Key.make("unit");
        certificate =
                hierarchy.issue(
                        "Example timestamp unit",
                        BigInteger.TEN,
                        key.publicKey(),
                        TestHierarchy.Use.TIMESTAMP);
        http =
                new TimestampHttp(
                        new Timestamps(
                                new AtomicReference<>(
                                        TimestampUnit.of(
                                                key,
                                                List.of(certificate, hierarchy.certificate()))),
                                TimestampPolicy.of(POLICY, Duration.ofMillis(1_500), false),
                                new TrustedTime(
                                        Clock.systemUTC(),
                                        System::nanoTime,
                                        Instant.EPOCH,
                                        Duration.ofMinutes(1),
                                        Duration.ofSeconds(1),
                                        new ClockState.Trusted()),
                                new Serials(BLOCK),
                                log,
                                Words.load()));
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @Test
    void tokensWhoseLoggingFailsAreRefusedAndTheNextAreLogged() throws Exception {
        DataSource source = TestDatabase.freshSource();
        TimestampTable own = new TimestampTable(JdbcClient.create(source));
        assertThat(own.reserve(BLOCK, Instant.EPOCH)).isTrue();
        AtomicInteger commits = new AtomicInteger();
        TransactionTemplate transactions =
                new TransactionTemplate(new JdbcTransactionManager(source));
        try (TokenLog failing =
                new TokenLog(
                        _ -> {
                            if (commits.getAndIncrement() < 2) {
                                throw new OutOfMemoryError("an example");
                            }
                        },
                        own,
                        transactions,
                        BLOCK)) {
            List<Boolean> durable = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                CompletableFuture<Boolean> end = new CompletableFuture<>();
                failing.log(i, Instant.EPOCH, new byte[] {1}, end::complete);
                durable.add(end.get(2, TimeUnit.MINUTES));
            }
            assertThat(durable).containsExactly(false, false, true);
        }
    }

    private static byte[] response(byte[] request) {
        return http.answer(
                        new EdgeRequest(
                                "POST",
                                "/tsa",
                                "",
                                _ -> Optional.empty(),
                                request,
                                new ClientAddress(InetAddress.getLoopbackAddress())))
                .body();
    }

    private static byte[] request(String digest, int length, boolean certificates)
            throws Exception {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(certificates);
        return generator
                .generate(
                        new ASN1ObjectIdentifier(digest),
                        new byte[length],
                        new BigInteger("8000000000000001", 16))
                .getEncoded();
    }

    private static TimeStampResponse given(byte[] request) throws Exception {
        byte[] bytes = response(request);
        assertThat(ASN1Primitive.fromByteArray(bytes).getEncoded(ASN1Encoding.DER))
                .as("DER, as a second reader writes it")
                .isEqualTo(bytes);
        TimeStampResponse response = new TimeStampResponse(bytes);
        response.validate(new TimeStampRequest(request));
        assertThat(response.getStatus()).isZero();
        response.getTimeStampToken()
                .validate(
                        new JcaSimpleSignerInfoVerifierBuilder()
                                .build(new X509CertificateHolder(certificate)));
        return response;
    }

    private static int refused(byte[] request) throws Exception {
        TimeStampResponse response = new TimeStampResponse(response(request));
        assertThat(response.getStatus()).isEqualTo(2);
        assertThat(response.getStatusString()).isNotBlank();
        return response.getFailInfo().intValue();
    }

    @Test
    void everyAcceptedDigestIsTimestamped() throws Exception {
        List<String> digests =
                List.of(
                        "2.16.840.1.101.3.4.2.1",
                        "2.16.840.1.101.3.4.2.2",
                        "2.16.840.1.101.3.4.2.3",
                        "2.16.840.1.101.3.4.2.8",
                        "2.16.840.1.101.3.4.2.9",
                        "2.16.840.1.101.3.4.2.10");
        for (int i = 0; i < digests.size(); i++) {
            TimeStampResponse response = given(request(digests.get(i), 32 + i % 3 * 16, true));
            assertThat(response.getTimeStampToken().getTimeStampInfo().getPolicy().getId())
                    .isEqualTo(POLICY);
        }
    }

    @Test
    void whatIsNotAcceptedIsRefusedWithItsReason() throws Exception {
        assertThat(refused(request("1.3.14.3.2.26", 20, true))).as("badAlg").isEqualTo(1 << 7);
        assertThat(refused(request(SHA_256, 20, true))).as("badDataFormat").isEqualTo(1 << 2);
        assertThat(refused(new byte[] {1, 2, 3})).as("badDataFormat").isEqualTo(1 << 2);
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setReqPolicy(new ASN1ObjectIdentifier("1.2.3"));
        byte[] policy =
                other.generate(new ASN1ObjectIdentifier(SHA_256), new byte[32]).getEncoded();
        assertThat(refused(policy)).as("unacceptedPolicy").isEqualTo(1 << 8);
        TimeStampRequestGenerator more = new TimeStampRequestGenerator();
        more.addExtension(new ASN1ObjectIdentifier("1.2.3"), false, new byte[] {5, 0});
        byte[] extension =
                more.generate(new ASN1ObjectIdentifier(SHA_256), new byte[32]).getEncoded();
        assertThat(refused(extension)).as("unacceptedExtension").isEqualTo(1 << 23);
        byte[] version = request(SHA_256, 32, true);
        version[4] = 2;
        assertThat(refused(version)).as("badRequest").isEqualTo(1 << 5);
    }

    @Test
    void tokensMadeTogetherShareLeavesAndAreAllThere() throws Exception {
        List<Future<byte[]>> tokens = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            byte[] request = request(SHA_256, 32, false);
            for (int i = 0; i < 200; i++) {
                tokens.add(
                        threads.submit(
                                () ->
                                        new TimeStampResponse(response(request))
                                                .getTimeStampToken()
                                                .getEncoded()));
            }
        }
        List<String> logged =
                LEAVES.stream()
                        .map(leaf -> new String(leaf.content(), StandardCharsets.US_ASCII))
                        .toList();
        Set<String> theirs = new HashSet<>();
        for (Future<byte[]> token : tokens) {
            String hash =
                    Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance("SHA-256").digest(token.get()));
            List<String> its = logged.stream().filter(leaf -> leaf.contains(hash + "\n")).toList();
            assertThat(its).hasSize(1);
            theirs.addAll(its);
        }
        assertThat(theirs.size()).isLessThan(200);
        assertThat(table.latest()).isPresent();
        assertThat(table.references(BLOCK, 1)).isNotEmpty();
    }

    @Test
    void whateverIsSentIsAnswered() throws Exception {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] whole = request("1.3.14.3.2.26", 20, true);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = whole.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] sent =
                    random.nextInt(4) == 0
                            ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 8))
                            : bytes;
            assertThat(response(sent)).as("seed %d, round %d", seed, i).isNotEmpty();
        }
    }

    @Test
    void opensslAccepts(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("ca.pem"), TestHierarchy.pem(hierarchy.certificate()));
        Files.write(folder.resolve("unit.pem"), TestHierarchy.pem(certificate));
        Files.writeString(folder.resolve("data"), "an example");
        for (String certificates : List.of("-cert", "")) {
            List<String> query =
                    new ArrayList<>(
                            List.of("openssl", "ts", "-query", "-data", "data", "-sha512", "-out"));
            query.add("query");
            if (!certificates.isEmpty()) {
                query.add(certificates);
            }
            run(folder, query);
            Files.write(
                    folder.resolve("reply"), response(Files.readAllBytes(folder.resolve("query"))));
            assertThat(
                            run(
                                    folder,
                                    List.of(
                                            "openssl",
                                            "ts",
                                            "-verify",
                                            "-in",
                                            "reply",
                                            "-queryfile",
                                            "query",
                                            "-CAfile",
                                            "ca.pem",
                                            "-untrusted",
                                            "unit.pem")))
                    .contains("Verification: OK");
        }
        assertThat(run(folder, List.of("openssl", "ts", "-reply", "-in", "reply", "-text")))
                .contains("Granted", "Policy OID: " + POLICY, "0x01 seconds, 0x01F4 millis");
        byte[] reply = Files.readAllBytes(folder.resolve("reply"));
        byte[] data = "an example".getBytes(StandardCharsets.US_ASCII);
        int imprint = find(reply, MessageDigest.getInstance("SHA-512").digest(data));
        int digest = find(reply, Der.oid("1.2.840.113549.1.9.4"));
        for (int at :
                List.of(
                        imprint,
                        imprint + 63,
                        imprint + 64 + 10,
                        imprint + 64 + 18 + 10,
                        digest + 11 + 10,
                        reply.length - 40,
                        reply.length - 1)) {
            byte[] tampered = reply.clone();
            tampered[at] ^= 1;
            Files.write(folder.resolve("reply"), tampered);
            assertThat(
                            run(
                                    folder,
                                    List.of(
                                            "openssl",
                                            "ts",
                                            "-verify",
                                            "-in",
                                            "reply",
                                            "-queryfile",
                                            "query",
                                            "-CAfile",
                                            "ca.pem",
                                            "-untrusted",
                                            "unit.pem")))
                    .as("byte %d", at)
                    .contains("FAILED");
        }
    }

    private static int find(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    private static String run(Path folder, List<String> command) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl isn't there");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

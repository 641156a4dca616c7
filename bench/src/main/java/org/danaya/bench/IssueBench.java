package org.danaya.bench;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.danaya.crypto.Tokens;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SubjectAttribute;

/**
 * Issuance in the engine: TLS client certificates of P-256 keys, linted, signed, committed with
 * their leaves in the public log. Program and PostgreSQL share what {@code taskset} leaves them.
 *
 * <p>Arguments: how many certificates (30,000 where absent), how many in one transaction (500).
 * Goal: 3,000/s with the database on the same core.
 */
public final class IssueBench {

    private static final int CLIENTS = 2;
    private static final int KEYS = 2_000;

    private IssueBench() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30_000;
        int together = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        Path home = Files.createTempDirectory("danaya-issue-bench-");
        try (LogPlatform platform =
                LogPlatform.start(LogPlatform.settings(home), "org.danaya.trust.authority")) {
            Infrastructure infrastructure = platform.bean(Infrastructure.class);
            Authority authority =
                    new BenchHierarchy(
                                    platform.bean(Tokens.class).authorities(),
                                    platform.bean(Profiles.class))
                            .register(platform.bean(Authorities.class), AuthorityKind.SERVERS);
            infrastructure.approve(
                    authority.id(), "tls-client", "bench:example", Duration.ofDays(1), 10_000_000);
            List<PublicKey> keys = keys();
            X509Certificate issuer = read(authority.certificate());
            run(infrastructure, authority, keys, 10_000, together, issuer, "warm-up");
            run(infrastructure, authority, keys, count, together, issuer, "batches of " + together);
        }
    }

    private static void run(
            Infrastructure infrastructure,
            Authority authority,
            List<PublicKey> keys,
            int count,
            int together,
            X509Certificate issuer,
            String what)
            throws Exception {
        AtomicLong number = new AtomicLong();
        List<Future<Certificate>> clients = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(
                        threads.submit(
                                () -> {
                                    Certificate last = null;
                                    for (int i = 0; i < count / CLIENTS / together; i++) {
                                        last =
                                                infrastructure
                                                        .issue(
                                                                authority.id(),
                                                                "tls-client",
                                                                wanted(keys, number, together))
                                                        .getLast();
                                    }
                                    return last;
                                }));
            }
            for (Future<Certificate> client : clients) {
                // A bench whose certificates are wrong measures nothing.
                read(client.get().der()).verify(issuer.getPublicKey());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("issuance, %s: %,.0f certificates/s%n", what, number.get() / seconds);
    }

    private static List<Infrastructure.Wanted> wanted(
            List<PublicKey> keys, AtomicLong number, int count) {
        List<Infrastructure.Wanted> wanted = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long next = number.incrementAndGet();
            wanted.add(
                    new Infrastructure.Wanted(
                            Map.of(
                                    SubjectAttribute.ORGANIZATION,
                                    "Example structure",
                                    SubjectAttribute.COMMON_NAME,
                                    "Example client " + next),
                            List.of(),
                            keys.get((int) (next % keys.size())).getEncoded(),
                            Optional.empty()));
        }
        return wanted;
    }

    private static List<PublicKey> keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        List<PublicKey> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            keys.add(generator.generateKeyPair().getPublic());
        }
        return keys;
    }

    private static X509Certificate read(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }
}

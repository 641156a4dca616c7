package org.danaya.trust.issuance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.store.Store;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Examinations;
import org.danaya.trust.authority.IdentityCheck;
import org.danaya.trust.authority.Infrastructure;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.authority.TestApprovals;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A program that is made to be killed: store, log and authority. It issues under an approval given
 * in advance and from requests that are prepared and approved, revokes, and writes down each act
 * that was committed.
 */
final class KilledIssuer {

    private static final int ISSUERS = 2;
    private static final int MOST_TOGETHER = 3;
    private static final UUID APPLICANT = new UUID(0, 1);
    private static final UUID OFFICER = new UUID(0, 2);
    private static final UUID APPROVER = new UUID(0, 3);

    /** Of acknowledgements, before anything is killed. */
    private static final long SOME_BYTES = 3_000;

    private static final int MOST_CERTIFICATES = 1_000_000;

    private final Infrastructure infrastructure;
    private final Revocations revocations;
    private final Requests requests;
    private final Examinations examinations;
    private final Approvals approvals;
    private final Authority authority;
    private final KeyPairGenerator generator;
    private final byte[] key;

    private KilledIssuer(ConfigurableApplicationContext context) throws Exception {
        infrastructure = context.getBean(Infrastructure.class);
        revocations = context.getBean(Revocations.class);
        requests = TestApprovals.requests(context::getBean, context);
        examinations = context.getBean(Examinations.class);
        approvals = TestApprovals.on(context::getBean, context);
        authority = PlatformAuthorities.on(context::getBean, AuthorityKind.SERVERS);
        generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair().getPublic().getEncoded();
    }

    /** Arguments: the home; and, where it isn't for the first time, the file of acts and a seed. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = IssuerPlatform.settings(Path.of(arguments[0]));
        try (Store store = Store.open(settings);
                ConfigurableApplicationContext context = IssuerPlatform.on(store, settings)) {
            KilledIssuer issuer = new KilledIssuer(context);
            if (arguments.length == 1) {
                issuer.infrastructure.approve(
                        issuer.authority.id(),
                        "ocsp",
                        "ceremony:example",
                        Duration.ofDays(400),
                        MOST_CERTIFICATES);
                System.out.println("settled");
            } else {
                issuer.write(Path.of(arguments[1]), Long.parseLong(arguments[2]));
            }
        }
    }

    private void write(Path acknowledged, long seed) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < ISSUERS; i++) {
            Random random = new Random(seed + i);
            threads.add(Thread.ofPlatform().start(() -> write(acknowledged, random)));
        }
        while (Files.notExists(acknowledged) || Files.size(acknowledged) < SOME_BYTES) {
            Thread.sleep(2);
        }
        System.out.println("ready");
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void write(Path acknowledged, Random random) {
        List<Certificate> mine = new ArrayList<>();
        try (FileChannel file =
                FileChannel.open(
                        acknowledged, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                try {
                    act(file, mine, random);
                } catch (DataAccessException | TransactionException | Fault _) {
                    // The database was killed: nothing was promised.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void act(FileChannel file, List<Certificate> mine, Random random) throws IOException {
        int count = 1 + random.nextInt(MOST_TOGETHER);
        switch (random.nextInt(3)) {
            case 0 -> issue(file, mine, count);
            case 1 -> ask(file, mine, count);
            default -> {
                if (!mine.isEmpty()) {
                    revoke(file, mine.remove(random.nextInt(mine.size())));
                }
            }
        }
    }

    private void issue(FileChannel file, List<Certificate> mine, int count) throws IOException {
        List<Infrastructure.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wanted.add(
                    new Infrastructure.Wanted(
                            Map.of(SubjectAttribute.COMMON_NAME, "Example responder"),
                            List.of(),
                            key,
                            Optional.empty()));
        }
        for (Certificate issued : infrastructure.issue(authority.id(), "ocsp", wanted)) {
            say(file, "issued " + HexFormat.of().formatHex(issued.sha256()));
            mine.add(issued);
        }
    }

    /** The way of people: a list is taken, examined, prepared, approved. */
    private void ask(FileChannel file, List<Certificate> mine, int count) throws IOException {
        List<Requests.Asked> asked = new ArrayList<>();
        Optional<UUID> list = Optional.of(UUID.randomUUID());
        for (int i = 0; i < count; i++) {
            asked.add(
                    new Requests.Asked(
                            "tls-client",
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(
                                    SubjectAttribute.ORGANIZATION,
                                    "Structure (exemple)",
                                    SubjectAttribute.COMMON_NAME,
                                    "Example client " + i),
                            List.of(),
                            new Requests.Key.Given(
                                    generator.generateKeyPair().getPublic().getEncoded()),
                            list));
        }
        List<UUID> ids =
                requests.submit(APPLICANT, asked).stream().map(each -> each.head().id()).toList();
        sayEach(file, "requested ", ids);
        examinations.check(ids, List.of(IdentityCheck.REPRESENTATIVE), OFFICER);
        List<UUID> prepared =
                examinations.prepare(ids, OFFICER).stream()
                        .map(Request.Prepared::head)
                        .map(Request.Head::id)
                        .toList();
        sayEach(file, "prepared ", prepared);
        if (approvals.approve(APPROVER, prepared, "challenge", "answer")
                instanceof Approvals.Outcome.Issued(List<Certificate> certificates)) {
            for (Certificate issued : certificates) {
                say(file, "issued " + HexFormat.of().formatHex(issued.sha256()));
                say(file, "answered " + issued.request().orElseThrow());
                mine.add(issued);
            }
        }
    }

    private void revoke(FileChannel file, Certificate certificate) throws IOException {
        revocations.revoke(certificate.id(), RevocationReason.SUPERSEDED, Optional.empty());
        say(file, "revoked " + certificate.id());
    }

    private static void sayEach(FileChannel file, String what, List<UUID> ids) throws IOException {
        for (UUID id : ids) {
            say(file, what + id);
        }
    }

    private static void say(FileChannel file, String line) throws IOException {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}

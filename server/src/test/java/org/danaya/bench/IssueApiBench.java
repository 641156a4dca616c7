package org.danaya.bench;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.danaya.access.PublicAddress;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.base.Sha256;
import org.danaya.people.StructureDraft;
import org.danaya.people.StructureField;
import org.danaya.people.Structures;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.authority.TestPasskey;
import org.danaya.trust.profile.AuthorityKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Issuance through the API: lists of 400 PKCS #10 requests over HTTP, taken, examined, approved by
 * a passkey, issued and fetched. Platform, PostgreSQL and client share what {@code taskset} leaves
 * them.
 *
 * <p>Arguments: how many lists (20 where absent). Goal: 1,500 certificates a second.
 */
public final class IssueApiBench {

    private static final String PATH = "/api/v1/certificate-request-lists";
    private static final String APPROVE = "/console/certificates/requests/approve";
    private static final int CLIENTS = 2;
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] CREDENTIAL = "bench".getBytes(StandardCharsets.US_ASCII);

    private final TestSessions applicant = TestSessions.signedInAs(Role.REGISTRATION_OFFICER);
    private final TestSessions officer = TestSessions.signedInAs(Role.REGISTRATION_OFFICER);
    private final TestSessions approver = TestSessions.signedInAs(Role.APPROVER);
    private final TestPasskey passkey = new TestPasskey();
    private final X509Certificate issuer;
    private final AtomicLongArray steps = new AtomicLongArray(4);

    private IssueApiBench(X509Certificate issuer) {
        this.issuer = issuer;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int lists = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        X509Certificate issuer =
                read(
                        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.SERVERS)
                                .certificate());
        TestPlatform.bean(Structures.class)
                .create(
                        new StructureDraft(
                                Map.of(
                                        StructureField.IDENTIFIER, "bench",
                                        StructureField.KIND, "etablissement",
                                        StructureField.NAME_FR, "Bench (exemple)")));
        IssueApiBench bench = new IssueApiBench(issuer);
        bench.register();
        bench.run(lists, "warm-up");
        bench.run(lists, "lists of " + Approvals.MOST);
        System.exit(0);
    }

    private void run(int lists, String what) throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < lists; i++) {
            bodies.add(body());
        }
        for (int i = 0; i < steps.length(); i++) {
            steps.set(i, 0);
        }
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = new ArrayList<>();
            for (String body : bodies) {
                all.add(
                        clients.submit(
                                () -> {
                                    issue(body);
                                    return true;
                                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "issuance through the API, %s: %,.0f certificates/s (ms a list: taken %d, prepared"
                        + " %d, approved %d, fetched %d)%n",
                what,
                lists * Approvals.MOST / seconds,
                steps.get(0) / lists / 1_000_000,
                steps.get(1) / lists / 1_000_000,
                steps.get(2) / lists / 1_000_000,
                steps.get(3) / lists / 1_000_000);
    }

    private void issue(String body) throws Exception {
        long t0 = System.nanoTime();
        JsonNode taken = JSON.readTree(right(applicant.postJson(PATH, body)));
        String one = PATH + "/" + taken.get("id").asString();
        long t1 = System.nanoTime();
        JsonNode prepared =
                JSON.readTree(
                        right(
                                officer.postJson(
                                        one + "/prepare", "{\"checks\":[\"representative\"]}")));
        long t2 = System.nanoTime();
        approve(prepared);
        long t3 = System.nanoTime();
        JsonNode answers =
                JSON.readTree(right(approver.get(one + "/certificates", "application/json")));
        long t4 = System.nanoTime();
        if (answers.get("certificates").size() != Approvals.MOST) {
            throw new IllegalStateException("Not all are issued");
        }
        // A bench whose certificates are wrong measures nothing.
        read(answers.get("certificates")
                        .get(7)
                        .get("pem")
                        .asString()
                        .getBytes(StandardCharsets.US_ASCII))
                .verify(issuer.getPublicKey());
        steps.addAndGet(0, t1 - t0);
        steps.addAndGet(1, t2 - t1);
        steps.addAndGet(2, t3 - t2);
        steps.addAndGet(3, t4 - t3);
    }

    private void approve(JsonNode prepared) {
        List<UUID> ids = new ArrayList<>();
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (JsonNode each : prepared.get("requests")) {
            ids.add(UUID.fromString(each.get("id").asString()));
        }
        fields.add(
                Map.entry(
                        "request",
                        ids.stream().map(UUID::toString).collect(Collectors.joining(" "))));
        // The page that the approver reads shows this hash.
        List<Request.Prepared> all =
                TestPlatform.bean(Requests.class).get(ids).stream()
                        .map(Request.Prepared.class::cast)
                        .toList();
        fields.add(
                Map.entry(
                        "statement",
                        Sha256.hexOf(TestPlatform.bean(Approvals.class).statement(all))));
        JsonNode asked = JSON.readTree(right(approver.post(APPROVE + "/challenge", fields)));
        fields.add(Map.entry("challenge", asked.get("challenge").asString()));
        String origin = TestPlatform.bean(PublicAddress.class).origin();
        fields.add(
                Map.entry(
                        "credential",
                        passkey.answer(
                                asked.get("publicKey").get("challenge").asString(),
                                URI.create(origin).getHost(),
                                origin,
                                CREDENTIAL)));
        HttpResponse<String> answer = approver.post(APPROVE, fields);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private void register() {
        JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);
        jdbc.sql("insert into signin.handle (account_id, handle) values (?, ?)")
                .params(approver.account(), Sha256.of(CREDENTIAL))
                .update();
        jdbc.sql(
                        """
                        insert into signin.passkey (id, account_id, credential_id, public_key,
                            signature_count, uv_initialized, backup_eligible, backup_state,
                            transports, label, created, last_used, attestation_object)
                        values (?, ?, ?, ?, 0, true, false, false, '', 'bench', now(), now(), ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        approver.account(),
                        CREDENTIAL,
                        passkey.cose(),
                        passkey.attestation(
                                URI.create(TestPlatform.bean(PublicAddress.class).origin())
                                        .getHost(),
                                CREDENTIAL))
                .update();
    }

    private static String right(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String body() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < Approvals.MOST; i++) {
            members.add(
                    Map.of(
                            "subject",
                            List.of(
                                    Map.of("attribute", "organization", "value", "Bench (exemple)"),
                                    Map.of("attribute", "common-name", "value", "Client " + i)),
                            "names",
                            List.of(),
                            "pkcs10",
                            request(generator.generateKeyPair())));
        }
        return JSON.writeValueAsString(
                Map.of("profile", "tls-client", "structure", "bench", "members", members));
    }

    private static String request(KeyPair keys) throws Exception {
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Name("CN=exemple"), keys.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate())));
        }
        return pem.toString();
    }

    private static X509Certificate read(byte[] encoded) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(encoded));
    }
}

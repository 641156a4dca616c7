package org.danaya.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.danaya.trust.authority.Approvals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Issuance through the API: lists of 400 PKCS #10 requests over HTTP, taken, examined, approved by
 * a passkey, issued and fetched; two lists at a time. The whole platform with its PostgreSQL is
 * pinned to the first core and the client to the second.
 *
 * <p>Arguments: {@code run}, how many lists in a round (40), measured rounds (3). Goal: 1,500
 * certificates a second.
 */
public final class IssueApiBench {

    private static final String SERVER = "org.danaya.bench.IssueApiServer";
    private static final String PATH = "/api/v1/certificate-request-lists";
    private static final String APPROVE = "/console/certificates/requests/approve";
    private static final int CLIENTS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLongArray steps = new AtomicLongArray(4);
    private final URI home;
    private final X509Certificate issuer;
    private final String applicant;
    private final String officer;
    private final String approver;
    private final String mark;
    private final URI helper;

    private IssueApiBench(URI home, Path folder) throws Exception {
        this.home = home;
        this.issuer = read(Files.readAllBytes(folder.resolve("ca.cer")));
        List<String> people = Files.readAllLines(folder.resolve("people"));
        this.applicant = people.get(0);
        this.officer = people.get(1);
        this.approver = people.get(2);
        this.mark = people.get(3);
        this.helper = URI.create(people.get(4));
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        String lists = arguments.length > 1 ? arguments[1] : "40";
        String rounds = arguments.length > 2 ? arguments[2] : "3";
        if (arguments.length > 0 && arguments[0].equals("load")) {
            new IssueApiBench(URI.create(arguments[3]), Path.of(arguments[4]))
                    .load(
                            new ServerCpu(Long.parseLong(arguments[5])),
                            Integer.parseInt(lists),
                            Integer.parseInt(rounds));
            return;
        }
        System.out.println(Machine.describe());
        Path folder = Files.createTempDirectory("danaya-issue-api-bench-");
        Process server = Pinned.java(0, SERVER, folder.toString());
        try (BufferedReader said = server.inputReader()) {
            URI address = Pinned.ready(said);
            Pinned.java(
                            1,
                            IssueApiBench.class,
                            "load",
                            lists,
                            rounds,
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

    private void load(ServerCpu server, int lists, int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            run(server, lists, round == 0 ? "warm-up" : "lists of " + Approvals.MOST);
        }
    }

    private void run(ServerCpu server, int lists, String what) throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < lists; i++) {
            bodies.add(body());
        }
        for (int i = 0; i < steps.length(); i++) {
            steps.set(i, 0);
        }
        ServerCpu.Used before = server.used();
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
        int issued = lists * Approvals.MOST;
        System.out.printf(
                "issuance through the API, %s: %,.0f certificates/s (ms a list: taken %d, prepared"
                        + " %d, approved %d, fetched %d); %s%n",
                what,
                issued / seconds,
                steps.get(0) / lists / 1_000_000,
                steps.get(1) / lists / 1_000_000,
                steps.get(2) / lists / 1_000_000,
                steps.get(3) / lists / 1_000_000,
                server.used().told(before, issued));
    }

    private void issue(String body) throws Exception {
        long t0 = System.nanoTime();
        JsonNode taken = JSON.readTree(json(applicant, PATH, body));
        String one = PATH + "/" + taken.get("id").asString();
        long t1 = System.nanoTime();
        JsonNode prepared =
                JSON.readTree(json(officer, one + "/prepare", "{\"checks\":[\"representative\"]}"));
        long t2 = System.nanoTime();
        approve(prepared);
        long t3 = System.nanoTime();
        JsonNode answers =
                JSON.readTree(
                        right(
                                200,
                                HttpRequest.newBuilder(home.resolve(one + "/certificates"))
                                        .header("Accept", "application/json")
                                        .header("Cookie", approver)));
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

    private void approve(JsonNode prepared) throws Exception {
        List<String> ids = new ArrayList<>();
        prepared.get("requests").forEach(each -> ids.add(each.get("id").asString()));
        String request = String.join(" ", ids);
        List<String> fields =
                new ArrayList<>(
                        List.of(
                                field("_csrf", mark),
                                field("request", request),
                                field("statement", helped("statement", request))));
        JsonNode asked = JSON.readTree(form(200, APPROVE + "/challenge", fields));
        fields.add(field("challenge", asked.get("challenge").asString()));
        fields.add(
                field(
                        "credential",
                        helped("passkey", asked.get("publicKey").get("challenge").asString())));
        form(303, APPROVE, fields);
    }

    private String helped(String what, String about) throws Exception {
        return right(
                200,
                HttpRequest.newBuilder(helper.resolve(what))
                        .POST(HttpRequest.BodyPublishers.ofString(about)));
    }

    private String json(String who, String path, String body) throws Exception {
        return right(
                200,
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .header("Cookie", who)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String form(int status, String path, List<String> fields) throws Exception {
        return right(
                status,
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", approver)
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))));
    }

    private String right(int status, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
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

package org.danaya.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.danaya.access.PublicAddress;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.base.Sha256;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.authority.TestPasskey;
import org.danaya.trust.profile.AuthorityKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole platform as the server of {@code IssueApiBench}, in a process of its own: an authority,
 * a structure, three people signed in. It ends with its standard input.
 *
 * <p>Argument: the folder where it leaves the authority's certificate, the cookies of the people
 * and the address of a helper, which shows what the page shows an approver and answers as their
 * passkey does.
 */
public final class IssueApiServer {

    private static final byte[] CREDENTIAL = "bench".getBytes(StandardCharsets.US_ASCII);

    private final TestPasskey passkey = new TestPasskey();
    private final String origin = TestPlatform.bean(PublicAddress.class).origin();

    /** Serves until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        IssueApiServer server = new IssueApiServer();
        Files.write(
                folder.resolve("ca.cer"),
                PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.SERVERS).certificate());
        TestPlatform.bean(Structures.class)
                .create(
                        new StructureDraft(
                                Map.of(
                                        StructureField.IDENTIFIER, "bench",
                                        StructureField.KIND, "etablissement",
                                        StructureField.NAME_FR, "Bench (exemple)")));
        TestSessions approver = TestSessions.signedInAs(Role.APPROVER);
        server.register(approver.account());
        Files.write(
                folder.resolve("people"),
                List.of(
                        TestSessions.signedInAs(Role.REGISTRATION_OFFICER).cookies(),
                        TestSessions.signedInAs(Role.REGISTRATION_OFFICER).cookies(),
                        approver.cookies(),
                        TestSessions.masked(),
                        server.helper().toString()));
        System.out.println("ready " + TestPlatform.address());
        while (System.in.read() >= 0) {
            // The other process ends it.
        }
        System.exit(0);
    }

    private URI helper() throws IOException {
        HttpServer helper =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        helper.createContext("/statement", exchange -> answer(exchange, this::statement));
        helper.createContext("/passkey", exchange -> answer(exchange, this::confirmed));
        helper.start();
        return URI.create("http://127.0.0.1:" + helper.getAddress().getPort() + "/");
    }

    private static void answer(HttpExchange exchange, UnaryOperator<String> to) throws IOException {
        try (exchange) {
            byte[] answer =
                    to.apply(
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** The hash that the page shows an approver of some requests. */
    private String statement(String ids) {
        List<Request.Prepared> all =
                TestPlatform.bean(Requests.class)
                        .get(Arrays.stream(ids.split(" ", -1)).map(UUID::fromString).toList())
                        .stream()
                        .map(Request.Prepared.class::cast)
                        .toList();
        return Sha256.hexOf(TestPlatform.bean(Approvals.class).statement(UUID.randomUUID(), all));
    }

    private String confirmed(String challenge) {
        return passkey.answer(challenge, URI.create(origin).getHost(), origin, CREDENTIAL);
    }

    private void register(UUID account) {
        JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);
        jdbc.sql("insert into signin.handle (account_id, handle) values (?, ?)")
                .params(account, Sha256.of(CREDENTIAL))
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
                        account,
                        CREDENTIAL,
                        passkey.cose(),
                        passkey.attestation(URI.create(origin).getHost(), CREDENTIAL))
                .update();
    }
}

package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.base.TestPorts;
import org.danaya.page.Browser;
import org.danaya.page.Language;
import org.danaya.people.Incumbencies;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.signin.TestSessions;
import org.danaya.store.Store;
import org.danaya.trust.authority.Authorities;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A platform of a test's own whose trust services run: on an empty home, after a rehearsed
 * ceremony, with addresses in certificates that lead to its own edge.
 */
final class RehearsedPlatform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestPlatform.Own platform;
    private final Path folder;

    /**
     * Starts it and waits until its timestamps are given.
     *
     * @param folder for files of the ceremony
     */
    RehearsedPlatform(Path folder) throws Exception {
        this.folder = folder;
        int edge = TestPorts.free();
        platform =
                TestPlatform.own(
                        Map.of(
                                "edge-port",
                                "" + edge,
                                "trust.address",
                                "http://127.0.0.1:" + edge));
        rehearse();
    }

    URI address() {
        return platform.address();
    }

    URI edgeAddress() {
        return platform.edgeAddress();
    }

    <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    /** The certificate of the root, DER. */
    byte[] root() {
        return bean(Authorities.class).all().stream()
                .filter(each -> each.issuer().isEmpty())
                .findFirst()
                .orElseThrow()
                .certificate();
    }

    @Override
    public void close() {
        platform.close();
    }

    /** The offer that {@code danaya run} makes on an empty home, taken. */
    private void rehearse() throws Exception {
        Path home = platform.bean(Store.class).home().path();
        Files.writeString(
                home.resolve("danaya.conf"),
                "\ntrust.address = " + platform.edgeAddress() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(
                        Danaya.commandLine(Language.FRENCH)
                                .execute(
                                        "ceremony",
                                        "begin",
                                        "--rehearsal",
                                        "--by-default",
                                        "--folder",
                                        folder.resolve("rehearsal").toString(),
                                        "--home",
                                        home.toString()))
                .isZero();
        Path query = folder.resolve("query.tsq");
        run(
                "openssl",
                "ts",
                "-query",
                "-data",
                home.resolve("danaya.conf").toString(),
                "-cert",
                "-out",
                query.toString());
        until(
                "our own service gives timestamps",
                () -> {
                    Path reply = folder.resolve("reply.tsr");
                    Files.write(
                            reply,
                            fetched(
                                    HttpRequest.newBuilder(platform.edgeAddress().resolve("/tsa"))
                                            .header("Content-Type", "application/timestamp-query")
                                            .POST(HttpRequest.BodyPublishers.ofFile(query))));
                    return run("openssl", "ts", "-reply", "-in", reply.toString(), "-text")
                            .contains("Status: Granted");
                });
    }

    /** Lets somebody new open an account in a browser, with a passkey. */
    UUID enrol(Browser browser, String given, String family) {
        browser.authenticator();
        try (TestSessions administrator =
                TestSessions.signedIn(
                        platform.address(),
                        platform::bean,
                        TestAccounts.with(platform::bean, Role.ADMINISTRATOR))) {
            String page =
                    administrator
                            .post(
                                    "/console/accounts/invite",
                                    Map.of("given-names", given, "family-name", family))
                            .body();
            browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        }
        browser.submit().sees("Bienvenue, " + given);
        browser.type("label", "Clé de " + given).submit().sees("Codes de secours");
        return platform.bean(JdbcClient.class)
                .sql("select account_id from signin.passkey where label = ?")
                .param("Clé de " + given)
                .query(UUID.class)
                .single();
    }

    /** Appoints the person behind an account to a position of a new structure. */
    void appoint(UUID account, String structureName) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        typed.put(StructureField.IDENTIFIER, "direction-exemples");
        typed.put(StructureField.KIND, "etablissement");
        typed.put(StructureField.NAME_FR, structureName);
        if (!(platform.bean(Structures.class).create(new StructureDraft(typed))
                        instanceof StructureOutcome.Recorded(var structure))
                || !(platform.bean(Positions.class)
                                .create(
                                        structure.id(),
                                        new Positions.Draft("Directeur", "Directrice", "", "", ""))
                        instanceof PositionOutcome.Recorded(var position))) {
            throw new AssertionError();
        }
        assertThat(
                        platform.bean(Incumbencies.class)
                                .appoint(
                                        new Incumbencies.Appointment(
                                                position.id(),
                                                platform.bean(Accounts.class)
                                                        .get(account)
                                                        .owner()
                                                        .person(),
                                                false,
                                                "feminine",
                                                "2025-01-01",
                                                "",
                                                "Décret (exemple)",
                                                false)))
                .isInstanceOf(IncumbencyOutcome.Recorded.class);
    }

    static Path pem(Path file, byte[] der) throws IOException {
        String body =
                java.util.Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        return Files.writeString(
                file.resolveSibling(file.getFileName() + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    static byte[] fetched(HttpRequest.Builder request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(answer.uri().toString()).isLessThan(500);
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(String what, Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            Thread.sleep(50);
        }
    }

    static String run(String... command) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", command[0])),
                command[0] + " is not installed");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}

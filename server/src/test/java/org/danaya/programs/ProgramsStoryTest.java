package org.danaya.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program's key from the wish to its end, and what it never opens. About 20 seconds. */
class ProgramsStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String OWN = "/api/v1/structures?limit=1";

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void aKeyThatSealsIsMadeByOneApprovedByAnotherAndRevoked() throws Exception {
        UUID structure = structure("guichet-exemple", "Guichet des actes (exemple)");
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions keeper = keeper(structure);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.authenticator();
            UUID approver = approver(browser, administrator);
            keeper.into(browser).go("/console/api-keys").sees("pas encore de clé").accessible();
            browser.screenshots("programs-none-fr");
            browser.press("Créer une clé d’API").sees("Ce qu’elle autorise").accessible();
            browser.screenshots("programs-new-fr");
            browser.type("name", "Guichet").choose("structure", "guichet-exemple");
            browser.choose("grants", "seal-documents").choose("grants", "read-structures");
            browser.date("until", LocalDate.now(ZoneOffset.UTC).plusDays(500).toString());
            browser.type("networks", "127.0.0.0/8\nexample.ml").submit();
            browser.sees("Une clé vit au plus 365 jours").sees("n’est ni une adresse").accessible();
            browser.screenshots("programs-new-wrong-fr");
            browser.date("until", LocalDate.now(ZoneOffset.UTC).plusDays(90).toString());
            browser.type("networks", "127.0.0.0/8").submit();
            browser.sees("Elle ne sera plus jamais montrée").accessible();
            browser.screenshots("programs-made-fr");
            String key = browser.find("code").getText();
            assertThat(key).matches(KeyText.FORM.pattern());
            assertThat(get(OWN, key).statusCode()).isEqualTo(401);
            assertThat(get(OWN, key).body()).contains("programs.waiting");
            browser.press("J’ai gardé la clé").sees("Une autre personne doit l’approuver");
            browser.accessible().screenshots("programs-waiting-fr");
            assertThat(browser.driver().getPageSource()).doesNotContain(key);
            String path = browser.path();

            try (TestSessions second =
                    TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, approver)) {
                second.into(browser).go(path).sees("Approuver avec ma clé d’accès").accessible();
                browser.screenshots("programs-approve-fr");
                browser.press("Approuver avec ma clé d’accès").sees("elle peut servir");
                browser.accessible().screenshots("programs-approved-fr");
                browser.go("/console/api-keys?lang=en").sees("In force").accessible();
                browser.screenshots("programs-keys-en");
                browser.go(path + "?lang=fr").sees("Dernier usage");
            }
            assertThat(get(OWN, key).statusCode()).isEqualTo(200);
            keeper.into(browser).go(path).type("reason", "Exemple fini").press("Révoquer");
            browser.sees("La clé est révoquée").accessible().screenshots("programs-revoked-fr");
            assertThat(get(OWN, key).body()).contains("programs.revoked");
        }
    }

    @Test
    void aKeyOpensNothingButWhatItWasGiven() {
        UUID structure = structure("portee-exemple", "Structure à portée (exemple)");
        try (TestSessions keeper = keeper(structure)) {
            String key = key(structure, keeper.account(), List.of());
            assertThat(get(OWN, key).statusCode()).isEqualTo(200);
            assertThat(get("/api/v1/certificates", key).statusCode()).isEqualTo(403);
            assertThat(get("/console/structures", key).statusCode()).isEqualTo(303);
            assertThat(get("/account", key).statusCode()).isEqualTo(303);
            assertThat(get("/metrics", key).statusCode()).isNotEqualTo(200);
            assertThat(post("/api/v1/certificate-requests", key, "").statusCode()).isEqualTo(403);
            assertThat(post("/console/api-keys/new", key, "").statusCode()).isEqualTo(403);
            assertThat(post("/api/v1/certificate-requests", key, keeper.account().toString()))
                    .extracting(HttpResponse::statusCode)
                    .isEqualTo(403);
            HttpResponse<String> shown = get(OWN + "&key=" + key, key);
            assertThat(shown.statusCode()).isEqualTo(400);
            assertThat(shown.body()).contains("programs.in-address").doesNotContain(key);
            assertThat(get("/?" + key, "").statusCode()).isEqualTo(400);
            for (String wrong :
                    List.of(
                            key.substring(1),
                            key + "0",
                            key.toLowerCase(Locale.ROOT),
                            "",
                            "é",
                            key + " x")) {
                HttpResponse<String> refused = get(OWN, wrong);
                assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            }
        }
    }

    @Test
    void aKeyStopsWithWhoAnswersForItAndGoesOnWithSomebodyElse() {
        UUID structure = structure("reprise-exemple", "Structure de reprise (exemple)");
        try (TestSessions keeper = keeper(structure);
                TestSessions other = keeper(structure);
                TestSessions elsewhere =
                        keeper(structure("reprise-ailleurs", "Structure d’ailleurs (exemple)"))) {
            String key = key(structure, keeper.account(), List.of());
            String path = "/console/api-keys/" + id("reprise-exemple");
            assertThat(elsewhere.get(path).statusCode()).isEqualTo(404);
            assertThat(elsewhere.post(path + "/take-over", Map.of()).statusCode()).isEqualTo(404);
            TestPlatform.bean(Accounts.class).suspend(keeper.account(), other.account(), "Exemple");
            assertThat(get(OWN, key).body()).contains("programs.nobody-answers");
            assertThat(other.forged(path + "/take-over").statusCode()).isEqualTo(403);
            assertThat(get(OWN, key).statusCode()).isEqualTo(401);
            assertThat(other.post(path + "/take-over", Map.of()).statusCode()).isEqualTo(303);
            assertThat(get(OWN, key).statusCode()).isEqualTo(200);
            SQL.sql("update access.role_assignment set ended_at = now() where account_id = ?")
                    .param(other.account())
                    .update();
            assertThat(get(OWN, key).statusCode()).isEqualTo(403);
            assertThat(
                            SQL.sql(
                                            """
                                            select count(*) from audit.entry where actor_kind = 'KEY'
                                            and act = 'programs.use-refused' and subject = ?
                                            """)
                                    .param("api-key:" + id("reprise-exemple"))
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aKeyIsHeldToItsEndAndItsAddresses() {
        UUID structure = structure("limites-exemple", "Structure aux limites (exemple)");
        try (TestSessions keeper = keeper(structure)) {
            String away = key(structure, keeper.account(), List.of(Network.of("192.0.2.0/24")));
            assertThat(get(OWN, away).statusCode()).isEqualTo(403);
            assertThat(get(OWN, away).body()).contains("programs.wrong-address");
            String old = key(structure, keeper.account(), List.of());
            assertThat(get(OWN, old).statusCode()).isEqualTo(200);
            SQL.sql(
                            """
                            update programs.api_key set made_at = now() - interval '9 days',
                            expires_at = now() - interval '1 second' where structure = ?
                            """)
                    .param(structure)
                    .update();
            assertThat(get(OWN, old).body()).contains("programs.expired");
        }
    }

    @Test
    void nobodyGivesAKeyMoreThanTheyHave() {
        UUID structure = structure("donner-exemple", "Structure qui donne (exemple)");
        try (TestSessions correspondent = TestSessions.signedInAs()) {
            TestAccounts.give(
                    TestPlatform::bean,
                    correspondent.account(),
                    Role.CORRESPONDENT,
                    Optional.of(structure));
            HttpResponse<String> refused =
                    correspondent.post(
                            "/console/api-keys/new",
                            Map.of(
                                    "name", "Trop",
                                    "structure", "donner-exemple",
                                    "grants", "seal-documents",
                                    "until", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString()));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("que ce que vous pouvez faire");
        }
    }

    private static String key(UUID structure, UUID account, List<Network> networks) {
        return TestApiKeys.give(
                        TestPlatform::bean, structure, account, networks, Grant.READ_STRUCTURES)
                .text();
    }

    private static UUID id(String identifier) {
        return SQL.sql(
                        """
                        select k.id from programs.api_key k
                        join people.structure s on s.id = k.structure where s.identifier = ?
                        """)
                .param(identifier)
                .query(UUID.class)
                .single();
    }

    private static TestSessions keeper(UUID structure) {
        TestSessions keeper = TestSessions.signedInAs();
        TestAccounts.give(
                TestPlatform::bean, keeper.account(), Role.SEAL_KEEPER, Optional.of(structure));
        return keeper;
    }

    private static UUID approver(Browser browser, TestSessions administrator) {
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Exemple", "family-name", "Confirmante"))
                        .body();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple Confirmante");
        browser.type("label", "Clé de l’approbatrice").submit().sees("Codes de secours");
        UUID account =
                SQL.sql("select account_id from signin.passkey where label = ?")
                        .param("Clé de l’approbatrice")
                        .query(UUID.class)
                        .single();
        TestAccounts.give(TestPlatform::bean, account, Role.APPROVER, Optional.empty());
        return account;
    }

    private static UUID structure(String identifier, String name) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        typed.put(StructureField.IDENTIFIER, identifier);
        typed.put(StructureField.KIND, "etablissement");
        typed.put(StructureField.NAME_FR, name);
        return switch (TestPlatform.bean(Structures.class).create(new StructureDraft(typed))) {
            case StructureOutcome.Recorded(var structure) -> structure.id();
            case StructureOutcome other -> throw new AssertionError(other);
        };
    }

    private static HttpResponse<String> get(String path, String key) {
        return send(HttpRequest.newBuilder(TestPlatform.address().resolve(path)), key);
    }

    private static HttpResponse<String> post(String path, String key, String body) {
        return send(
                HttpRequest.newBuilder(TestPlatform.address().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String key) {
        try {
            return CLIENT.send(
                    request.header("Accept", "text/html, application/json")
                            .header("Authorization", "Bearer " + key)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person who lost every key, and the three people whom it takes to let them in again. */
class ResetStoryTest {

    @Test
    void whoLostEveryKeyComesBackWithTheSameRoles() {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer = TestSessions.signedInAs(Role.REGISTRATION_OFFICER);
                TestSessions approver = TestSessions.signedInAs(Role.APPROVER);
                Browser person = Browser.open(TestPlatform.address())) {
            person.authenticator();
            Map<String, String> invited =
                    Map.of("given-names", "Exemple", "family-name", "Étourdie");
            enrol(person, administrator.post("/console/accounts/invite", invited).body());
            UUID account =
                    TestPlatform.bean(JdbcClient.class)
                            .sql(
                                    "select max(account_id::text)::uuid from signin.passkey join"
                                            + " access.account a on a.id = account_id where name ="
                                            + " 'Exemple Étourdie'")
                            .query(UUID.class)
                            .single();
            TestAccounts.give(TestPlatform::bean, account, Role.ANALYST, Optional.empty());
            String path = "/console/accounts/" + account;
            assertThat(administrator.get(path + "/reset").body()).contains("Clés perdues");
            String reset =
                    administrator
                            .post(path + "/reset", Map.of("reason", "Téléphone perdu (exemple)"))
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();
            assertThat(approver.get("/console/roles").body()).contains("Exemple Étourdie");
            assertThat(administrator.post(reset + "/approve", Map.of()).statusCode())
                    .isEqualTo(403);
            person.go("/account").sees("Analyste");

            try (Browser second = Browser.open(TestPlatform.address())) {
                second.go("/sign-in");
                approver.into(second).go("/console/roles").sees("Réinitialisations en attente");
                second.accessible().screenshots("access-resets-fr");
                second.press("Exemple Étourdie").sees("Téléphone perdu").accessible();
                second.screenshots("access-reset-fr");
                second.press("Approuver la réinitialisation").sees("les sessions sont fermées");
                second.accessible().screenshots("access-reset-approved-fr");
                second.go(path).sees("attend une nouvelle clé d’accès").accessible();
                second.screenshots("access-account-reset-fr");
                administrator.into(second).go(path).sees("Créer un nouveau lien").accessible();
            }

            person.go("/account").sees("Entrer avec une clé d’accès").submit();
            person.sees("n’a pas été acceptée");
            assertThat(approver.post(path + "/link", Map.of()).statusCode()).isEqualTo(403);
            assertThat(officer.post(path + "/link", Map.of()).statusCode()).isEqualTo(403);
            enrol(person, administrator.post(path + "/link", Map.of()).body());
            person.go("/account").sees("Analyste");
            person.go("/account/passkeys").sees("Nouvel appareil");
            assertThat(administrator.get("/console/journal?type=access.reset-approved").body())
                    .contains("Réinitialisation approuvée");
        }
    }

    private static void enrol(Browser person, String page) {
        String link = page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1");
        person.driver().get(link);
        person.submit().sees("Bienvenue, Exemple Étourdie");
        person.type("label", "Nouvel appareil").submit().sees("Codes de secours");
    }
}

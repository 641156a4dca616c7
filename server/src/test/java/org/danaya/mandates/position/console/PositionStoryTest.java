package org.danaya.mandates.position.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.DelegationMandates;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Scope;
import org.danaya.mandates.position.PlatformPositions;
import org.danaya.page.Browser;
import org.danaya.people.Persons;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A position from the first word to what replaces it, in a browser. About a minute. */
class PositionStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final String POSITIONS = "/console/official-positions";
    private static final String STRUCTURE = "positions-histoire";

    private final PlatformPositions kit = new PlatformPositions(STRUCTURE);

    @Test
    void aPositionGoesThroughThreeHandsAndIsReplaced() {
        UUID elsewhere = TestPersons.structure(SQL, "positions-ailleurs", Optional.empty());
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer = of(Role.REGISTRATION_OFFICER, kit.mandates.structure);
                TestSessions stranger = of(Role.REGISTRATION_OFFICER, elsewhere);
                TestSessions security = of(Role.SECURITY_OFFICER, kit.mandates.structure);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            officer.into(browser).go(POSITIONS).sees("Rien n’est encore rédigé").accessible();
            browser.press("Rédiger une position").sees("Au nom de quelle structure").accessible();
            browser.screenshots("position-pick-fr").press(STRUCTURE);
            String draft = draft(browser);
            for (String path : List.of("", "/edit", "/withdraw", "/replace")) {
                assertThat(stranger.get(draft + path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(stranger.get(POSITIONS).body()).doesNotContain("Réseaux");
            assertThat(stranger.get(POSITIONS + "/new?structure=" + STRUCTURE).statusCode())
                    .isEqualTo(404);
            assertThat(officer.get(draft + "/approve").statusCode()).isEqualTo(403);
            assertThat(officer.get("/account" + draft.substring(8)).statusCode())
                    .as("not theirs to sign")
                    .isEqualTo(404);

            VirtualAuthenticator first = browser.authenticator();
            UUID validator = enrolled(browser, administrator, "Validatrice");
            TestAccounts.give(
                    TestPlatform::bean,
                    validator,
                    Role.APPROVER,
                    Optional.of(kit.mandates.structure));
            browser.go("/console").sees("Un projet de position attend votre validation");
            browser.go(draft).press("Relire et valider").sees("Valider avec ma clé d’accès");
            browser.accessible().screenshots("position-approve-fr");
            browser.press("Valider avec ma clé d’accès").sees("Le texte est validé").accessible();
            assertThat(browser.text()).contains("attend la signature d’une personne");

            browser.driver().removeVirtualAuthenticator(first);
            browser.authenticator();
            UUID speaker = enrolled(browser, administrator, "Parolier");
            assertThat(browser.go("/account/official-positions").text()).doesNotContain("Réseaux");
            kit.spokesperson(
                    TestPlatform.bean(Persons.class)
                            .get(TestPlatform.bean(Accounts.class).get(speaker).owner().person()),
                    new Scope(
                            Map.of(Scope.Side.MATTERS, Limit.of(List.of("Numérique"))),
                            Optional.empty()));
            browser.go("/console").sees("Une position officielle attend votre signature");
            browser.go("/account/official-positions").sees("Réseaux").accessible();
            browser.screenshots("position-own-fr");
            browser.press("Réseaux").sees("Relire et signer").press("Relire et signer");
            browser.sees("Conseillère en communication (exemple)").accessible();
            browser.screenshots("position-sign-fr");
            assertThat(browser.text()).doesNotContain("Validatrice");
            browser.press("Signer avec ma clé d’accès").sees("Le texte est signé").accessible();
            assertThat(browser.text()).contains("Parolier").doesNotContain("Validatrice");
            browser.screenshots("position-own-one-fr");

            security.into(browser);
            until(browser, draft, "En vigueur");
            assertThat(browser.text()).as("to an officer").contains("Validatrice");
            browser.accessible().screenshots("position-in-force-fr");
            browser.go(draft + "?lang=en").sees("In force").accessible();
            browser.screenshots("position-in-force-en").go(draft + "?lang=fr");
            browser.press("La page publique").sees("Position en vigueur au");
            browser.sees("Parolier").sees("Conseillère en communication (exemple)");

            officer.into(browser).go(draft).press("Remplacer").sees("Rédiger au nom de");
            assertThat(browser.find("[name=supersedes]").getAttribute("value"))
                    .isEqualTo(draft.substring(draft.lastIndexOf('/') + 1));
            browser.type("subject-fr", "Réseaux, bis").press("Soumettre à la validation");
            browser.sees("Le projet est enregistré").sees("Remplace").accessible();
            String next = browser.path();
            browser.press("Retirer").sees("Le public n’en a jamais rien su").accessible();
            browser.press("Retirer").sees("erreur à corriger").accessible();
            browser.type("reason", "Essai (exemple)");
            browser.find("main form[method=post] button").click();
            browser.sees("C’est retiré").accessible();
            assertThat(officer.get(draft + "/withdraw").statusCode()).isEqualTo(403);

            security.into(browser).go(draft).press("Retirer").sees("Le texte reste lisible");
            browser.screenshots("position-withdraw-fr").type("reason", "Dépassée (exemple)");
            browser.find("main form[method=post] button").click();
            browser.sees("C’est retiré").sees("Dépassée (exemple)").accessible();
            officer.into(browser).go(POSITIONS + "?q=reseaux");
            browser.sees("Réseaux, bis").accessible().screenshots("position-list-fr");
            assertThat(officer.get(POSITIONS + "?format=csv").body()).contains("Réseaux, bis");
            assertThat(next).startsWith(POSITIONS);
        }
    }

    private static String draft(Browser browser) {
        browser.sees("Rien n’est dit avant").accessible();
        browser.press("Soumettre à la validation").sees("erreurs à corriger").accessible();
        browser.choose("kind", "position").type("subject-fr", "Réseaux <b>d’État</b>");
        browser.type("text-fr", "Premier.\n\nDeuxième.").type("text-en", "First.");
        browser.type("embargo-hour", "25:00").press("Soumettre à la validation");
        browser.sees("écrivez l’heure comme").sees("donnez l’objet et le texte en anglais");
        browser.accessible().screenshots("position-draft-wrong-fr");
        browser.type("subject-en", "Networks").type("embargo-hour", "0:00");
        browser.type("matter", "numérique")
                .date("embargo-day", DelegationMandates.today().toString());
        browser.press("Soumettre à la validation").sees("Le projet est enregistré");
        browser.accessible().screenshots("position-draft-fr");
        browser.press("Modifier le projet").sees("Modifier le projet de");
        assertThat(browser.find("[name=embargo-hour]").getAttribute("value")).isEqualTo("00:00");
        assertThat(browser.find("[name=text-fr]").getAttribute("value"))
                .isEqualTo("Premier.\n\nDeuxième.");
        browser.type("text-fr", "Premier.\n\nTroisième.").press("Enregistrer le projet");
        browser.sees("Le projet est modifié").sees("Troisième").accessible();
        return browser.path();
    }

    private static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }

    private static void until(Browser browser, String path, String text) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        do {
            browser.go(path);
        } while (!browser.find("main .ds-tag").getText().equals(text)
                && System.nanoTime() < deadline);
        browser.sees(text);
    }

    private static UUID enrolled(Browser browser, TestSessions administrator, String name) {
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Exemple", "family-name", name))
                        .body();
        browser.driver().manage().deleteAllCookies();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple " + name);
        browser.type("label", "Clé de positions " + name).submit().sees("Codes de secours");
        return SQL.sql("select account_id from signin.passkey where label = ?")
                .param("Clé de positions " + name)
                .query(UUID.class)
                .single();
    }
}

package org.danaya.consultation.answer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A workshop from its note to its closed minutes, in a browser. */
class SessionStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);

    @TempDir private Path folder;

    @Test
    void aWorkshopIsNotedAndItsMinutesClosedByAnother() throws IOException {
        UUID structure = TestPersons.structure(SQL, "seances-histoire", Optional.empty());
        UUID elsewhere = TestPersons.structure(SQL, "seances-ailleurs", Optional.empty());
        try (TestSessions coordinator = of(Role.COORDINATOR, structure);
                TestSessions stranger = of(Role.COORDINATOR, elsewhere);
                TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            coordinator.into(browser).go("/console/texts/new");
            browser.type("title", "Stratégie des séances (exemple)");
            browser.type("structure", "seances-histoire").press("Ouvrir le dossier");
            browser.sees("Importer un fichier");
            String dossier = browser.path();
            Path file = Files.writeString(folder.resolve("t.xml"), text("Trente."));
            browser.press("Importer un fichier").upload("file", file).press("Lire le fichier");
            browser.press("Créer la version").sees("Version 1");
            browser.go(dossier).press("Séances et procès-verbaux");
            browser.sees("Aucune séance n’est encore notée").accessible();
            browser.press("Noter une séance").accessible().screenshots("session-new-fr");
            browser.press("Noter la séance").sees("erreurs à corriger");
            browser.type("title", "Atelier de Ségou (exemple)").type("place", "Ségou");
            browser.date("day", "2026-03-02").type("from", "11:00").type("until", "9:00");
            browser.type("agenda", "Ouverture\nExamen").press("Noter la séance");
            browser.sees("doit finir après avoir commencé").accessible();
            browser.type("until", "17:30").press("Noter la séance").sees("La séance est notée");
            String session = browser.path();
            assertThat(stranger.get(session).statusCode()).isEqualTo(404);
            assertThat(auditor.get(session).statusCode()).isEqualTo(200);
            assertThat(auditor.get(session + "/edit").statusCode()).isEqualTo(403);
            assertThat(coordinator.get(session + "/close").statusCode()).isEqualTo(403);

            browser.type("structure", "Ministère des essais").type("person", "Exemple Essai");
            browser.type("function", "Directeur").press("Ajouter").sees("Exemple Essai");
            browser.press("Noter une décision").accessible();
            browser.type("words", "Porter le délai à soixante jours.");
            browser.choose("part", "art_1").press("Noter la décision");
            browser.sees("Porte sur : Article 1").accessible().screenshots("session-fr");
            browser.press("Modifier n° 1").type("words", "Porter le délai à quatre-vingts jours.");
            browser.press("Enregistrer").sees("quatre-vingts");
            browser.press("Modifier la séance").type("place", "Mopti").press("Enregistrer");
            browser.sees("Mopti").sees("une autre personne l’approuve");
            assertThat(coordinator.get(session + "/minutes.docx").statusCode()).isEqualTo(200);

            browser.authenticator();
            UUID approver = enrolled(browser, administrator);
            TestAccounts.give(
                    TestPlatform::bean, approver, Role.COORDINATOR, Optional.of(structure));
            browser.go(session).press("Approuver et clore le procès-verbal");
            browser.sees("ce fichier et aucun autre").accessible().screenshots("session-close-fr");
            browser.press("Approuver et clore").sees("Le procès-verbal est clos").accessible();
            browser.screenshots("session-closed-fr").go(session + "?lang=en");
            browser.sees("Minutes closed").accessible().screenshots("session-closed-en");
            browser.go(session + "?lang=fr");
            assertThat(browser.text()).doesNotContain("Noter une décision");
            assertThat(coordinator.get(session + "/minutes.pdf").statusCode()).isEqualTo(200);
            assertThat(coordinator.get(session + "/edit").statusCode()).isEqualTo(409);
            assertThat(auditor.get("/console/journal").body())
                    .contains("Procès-verbal approuvé et clos");

            coordinator.into(browser).go(dossier + "/sessions").press("Noter une séance");
            browser.choose("kind", "council").type("title", "Conseil (exemple)");
            browser.type("place", "Koulouba").date("day", "2026-03-04").type("from", "10:00");
            browser.type("until", "12:00").press("Noter la séance").sees("Recommandations");
            browser.press("Annuler la séance").type("reason", "Notée deux fois");
            browser.find("main form[method=post] button").click();
            browser.sees("La séance est annulée").sees("Notée deux fois").accessible();
            browser.go(dossier + "/sessions").sees("Annulée").accessible();
            browser.screenshots("sessions-fr");
        }
    }

    private static UUID enrolled(Browser browser, TestSessions administrator) {
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of(
                                        "given-names",
                                        "Exemple",
                                        "family-name",
                                        "Approbatrice de séance"))
                        .body();
        browser.driver().manage().deleteAllCookies();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple Approbatrice");
        browser.type("label", "Clé de séances").submit().sees("Codes de secours");
        return SQL.sql("select account_id from signin.passkey where label = ?")
                .param("Clé de séances")
                .query(UUID.class)
                .single();
    }

    private static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }

    private static String text(String words) {
        return """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d"><meta/>
        <mainBody><article><num>Article 1</num><heading>Objet</heading><content><p>%s</p></content>
        </article></mainBody></doc></akomaNtoso>
        """
                .formatted(words);
    }
}

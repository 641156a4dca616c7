package org.danaya.consultation.observation.own;

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
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ministry is asked about a text, writes, imports its form and may not hand in; in a browser. */
class ObservationStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final String OWN = "/account/texts";

    @TempDir private Path folder;

    @Test
    void aMinistryWritesInOneListAndTheSecretariatSeesWhoAnswers() throws IOException {
        UUID agency = TestPersons.structure(SQL, "observe-agence", Optional.empty());
        UUID ministry = TestPersons.structure(SQL, "observe-ministere", Optional.empty());
        UUID other = TestPersons.structure(SQL, "observe-autre", Optional.empty());
        try (TestSessions coordinator = of(Role.COORDINATOR, agency);
                TestSessions officer = of(Role.CORRESPONDENT, ministry);
                TestSessions colleague = of(Role.CORRESPONDENT, ministry);
                TestSessions stranger = of(Role.CORRESPONDENT, other);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            String version = inConsultation(browser, coordinator);
            browser.go(version).press("Structures saisies sur la version 1");
            browser.sees("Aucune structure n’est encore saisie").accessible();
            browser.press("Saisir des structures").sees("Chaque structure verra").accessible();
            browser.type("structures", "observe-ministere\nnulle-part-ainsi");
            browser.press("Saisir ces structures").sees("nulle-part-ainsi").accessible();
            browser.screenshots("referral-ask-fr");
            browser.type("structures", "observe-ministere\nobserve-autre");
            browser.press("Saisir ces structures").sees("Structures saisies : 2").accessible();
            browser.screenshots("referrals-fr");
            assertThat(coordinator.get(browser.path() + "?format=csv").body())
                    .contains("observe-ministere");
            assertThat(officer.get(version + "/referrals").statusCode()).isEqualTo(403);
            browser.press("observe-ministere").sees("Saisie par").accessible();
            browser.press("Prolonger le délai").sees("silence déjà constaté").accessible();
            browser.type("reason", "Demande (exemple)");
            browser.find("input[value=days-30]").click();
            browser.press("Prolonger").sees("Le délai est prolongé").accessible();
            browser.screenshots("referral-fr");
            String console = browser.path();
            String referral = OWN + console.substring(console.lastIndexOf('/'));

            officer.into(browser).go("/console").sees("Un texte attend les observations");
            browser.go(OWN).sees("Stratégie observée").accessible().screenshots("own-texts-fr");
            browser.press("Stratégie observée").sees("Rien n’est encore écrit").accessible();
            browser.press("Lire le texte et écrire").sees("Trente jours.").accessible();
            select(browser);
            browser.sees("« Trente jours »").accessible().screenshots("own-read-fr");
            browser.press("Écrire sur ce passage").sees("Mots précis du texte").accessible();
            assertThat(browser.find("[name=quote]").getAttribute("value"))
                    .isEqualTo("Trente jours");
            browser.press("Garder dans la liste").sees("écrivez une observation").accessible();
            browser.type("comment", "Soixante jours seraient <b>mieux</b>.");
            browser.type("proposal", "Soixante jours.").screenshots("own-write-fr");
            browser.press("Garder dans la liste").sees("L’observation est dans la liste");
            browser.sees("Article 1").sees("Trente jours").accessible();
            bothTextsAreShown(browser, colleague, referral);

            browser.press("Formulaire Excel ou Word").sees("modèles CEN et ISO").accessible();
            browser.screenshots("own-form-fr").upload("file", form());
            browser.press("Lire le formulaire").sees("2 observations nouvelles").accessible();
            browser.screenshots("own-preview-fr").press("Reprendre ces observations");
            browser.sees("Observations reprises : 2").sees("À placer dans le texte");
            browser.accessible().screenshots("own-one-fr");
            browser.sees("Vous n’en avez pas sur ce texte");
            assertThat(officer.get(referral + "/submit").statusCode()).isEqualTo(403);
            assertThat(officer.get(referral + "/form.xlsx").statusCode()).isEqualTo(200);
            assertThat(officer.get(referral + "/form.docx").statusCode()).isEqualTo(200);
            browser.press("Modifier l’observation").sees("Sans place dans le texte");
            browser.choose("part", "*").press("Enregistrer").sees("L’observation est modifiée");
            browser.go(referral + "?lang=en").sees("Observations to submit").accessible();
            browser.screenshots("own-one-en").go(referral + "?lang=fr");
            for (String path :
                    new String[] {"", "/read", "/write", "/form", "/submit", "/nothing"}) {
                assertThat(stranger.get(referral + path).statusCode()).as(path).isEqualTo(404);
                assertThat(coordinator.get(referral + path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(coordinator.get(console).body()).doesNotContain("Soixante jours");
            assertThat(stranger.post(referral + "/write", Map.of()).statusCode()).isEqualTo(404);
            coordinator.into(browser).go(console).press("Formulaire Excel ou Word");
            browser.sees("Elle seule peut le transmettre").accessible();
            browser.upload("file", form()).press("Lire le formulaire");
            browser.sees("rien de nouveau à reprendre").accessible();
        }
    }

    /** Two open the same; the second to save sees both texts. */
    private static void bothTextsAreShown(
            Browser browser, TestSessions colleague, String referral) {
        browser.press("Modifier l’observation").sees("Modifier une observation").accessible();
        String edit = browser.path();
        assertThat(
                        colleague
                                .post(
                                        edit,
                                        Map.of(
                                                "part", "*",
                                                "kind", "general",
                                                "comment", "Le texte de ma collègue",
                                                "revision", "1"))
                                .statusCode())
                .isEqualTo(303);
        browser.type("comment", "Mon propre texte").press("Enregistrer");
        browser.sees("Rien n’est perdu").sees("Le texte de ma collègue").accessible();
        browser.screenshots("own-both-fr");
        assertThat(browser.find("[name=comment]").getAttribute("value"))
                .isEqualTo("Mon propre texte");
        browser.press("Enregistrer").sees("L’observation est modifiée");
        browser.sees("Mon propre texte");
        assertThat(browser.path()).isEqualTo(referral);
    }

    private static void select(Browser browser) {
        browser.driver()
                .executeScript(
                        """
                        const walk = document.createTreeWalker(
                            document.querySelector('[data-passages]'), NodeFilter.SHOW_TEXT);
                        let node = walk.nextNode();
                        while (!node.data.includes('Trente jours')) { node = walk.nextNode(); }
                        const at = node.data.indexOf('Trente jours');
                        document.getSelection().setBaseAndExtent(node, at, node, at + 12);
                        """);
    }

    private String inConsultation(Browser browser, TestSessions coordinator) throws IOException {
        coordinator.into(browser).go("/console/texts/new");
        browser.type("title", "Stratégie observée (exemple)").type("structure", "observe-agence");
        browser.press("Ouvrir le dossier").press("Importer un fichier");
        Path file =
                Files.writeString(
                        folder.resolve("v1.xml"),
                        """
                        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d">
                        <meta/><mainBody><article><num>Article 1</num><heading>Délai</heading><content>
                        <p>Trente jours.</p></content></article><article><num>Article 2</num>
                        <content><p>Rien d’autre.</p></content></article></mainBody></doc></akomaNtoso>
                        """);
        browser.upload("file", file).press("Lire le fichier").press("Créer la version");
        browser.press("Figer ce texte").press("Figer le texte").sees("Le texte est figé");
        browser.press("Ouvrir la consultation");
        browser.find("form[action$='/move/in-consultation'] button").click();
        browser.sees("La consultation est ouverte");
        return browser.path();
    }

    private Path form() throws IOException {
        Path file = folder.resolve("formulaire.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Essai", null)) {
            var sheet = book.newWorksheet("Observations");
            String[][] rows = {
                {"Structure", "Article", "Type", "Observation", "Rédaction proposée"},
                {"M", "Article 2", "ed", "Alléger la phrase", "Rien."},
                {"M", "Article 77", "te", "Article introuvable", ""}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(row, column, rows[row][column]);
                }
            }
        }
        return file;
    }

    private static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}

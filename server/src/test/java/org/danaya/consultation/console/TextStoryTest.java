package org.danaya.consultation.console;

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

/** A text from the opening of its dossier to its return by the Council, in a browser. */
class TextStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final String TEXTS = "/console/texts";

    @TempDir private Path folder;

    @Test
    void aTextIsImportedFrozenAndMovedOnItsWay() throws IOException {
        UUID structure = TestPersons.structure(SQL, "textes-histoire", Optional.empty());
        UUID elsewhere = TestPersons.structure(SQL, "textes-ailleurs", Optional.empty());
        try (TestSessions coordinator = of(Role.COORDINATOR, structure);
                TestSessions stranger = of(Role.COORDINATOR, elsewhere);
                TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            coordinator.into(browser).go(TEXTS).sees("Aucun dossier").accessible();
            browser.press("Ouvrir un dossier de texte").sees("Un dossier suit un texte");
            browser.accessible().screenshots("text-new-fr");
            browser.type("title", "Stratégie d’essai (exemple)").type("structure", "nulle-part");
            browser.press("Ouvrir le dossier").sees("Aucune structure de ce nom").accessible();
            browser.type("structure", "textes-histoire").press("Ouvrir le dossier");
            browser.sees("Le dossier est ouvert").accessible().screenshots("text-dossier-empty-fr");
            String dossier = browser.path();
            assertThat(stranger.get(dossier).statusCode()).isEqualTo(404);
            assertThat(auditor.get(dossier).statusCode()).isEqualTo(200);
            assertThat(auditor.get(dossier + "/import").statusCode()).isEqualTo(403);

            browser.press("Importer un fichier").sees("Rien n’est changé avant").accessible();
            browser.upload("file", file("a.xml", "<html/>")).press("Lire le fichier");
            browser.sees("n’est pas de l’Akoma Ntoso").accessible();
            browser.upload(
                    "file", Files.write(folder.resolve("a.docx"), new byte[] {'P', 'K', 3, 4}));
            browser.press("Lire le fichier").sees("Ce fichier Word est abîmé").accessible();
            browser.upload("file", file("v1.xml", text("Trente jours."))).press("Lire le fichier");
            browser.sees("Plan reconnu").sees("Article 1 Objet").accessible();
            browser.screenshots("text-preview-fr").press("Créer la version");
            browser.sees("La version 1 est créée").sees("Trente jours.").accessible();
            browser.screenshots("text-version-fr");
            browser.press("Figer ce texte").sees("ne changera plus jamais").accessible();
            browser.press("Figer le texte").sees("Le texte est figé").accessible();
            String first = browser.path();
            assertThat(coordinator.get(first + "/freeze").statusCode()).isEqualTo(409);
            assertThat(coordinator.get(first + "/text.akn").body()).contains("wId=\"art_1\"");
            assertThat(coordinator.get(first + "/text.txt").body()).contains("Trente jours.");
            assertThat(coordinator.get(first + "/text.html").body()).contains("<!DOCTYPE html>");

            browser.go(dossier).press("Importer un fichier");
            browser.upload("file", file("v2.xml", text("Soixante jours.")))
                    .press("Lire le fichier");
            browser.sees("Comparé à la version 1").press("Créer la version");
            browser.sees("La version 2 est créée").press("Figer ce texte");
            String second = browser.path().replace("/freeze", "");
            browser.sees("Ce qui empêche de figer la version 2").accessible();
            browser.screenshots("text-standing-fr")
                    .go(second + "/why")
                    .choose("source", "editorial");
            browser.type("note", "Délai usuel (exemple)").choose("scope", "all");
            browser.press("Donner cette cause").accessible().go(second + "/freeze");
            browser.press("Figer le texte").sees("Le texte est figé");
            assertThat(coordinator.get(first).body()).contains("Remplacé par une version suivante");
            browser.press("Ce qui a changé depuis la version précédente");
            browser.sees("De la version 1 à la version 2").accessible();
            assertThat(browser.text()).contains("Soixante");
            browser.screenshots("text-changes-fr");
            for (String form : new String[] {"docx", "pdf", "html"}) {
                assertThat(coordinator.get(second + "/changes." + form).statusCode())
                        .isEqualTo(200);
                assertThat(coordinator.get(second + "/text." + form).statusCode()).isEqualTo(200);
            }
            assertThat(coordinator.get(first + "/changes").statusCode()).isEqualTo(404);
            assertThat(coordinator.get(first + "/changes?since=2").statusCode()).isEqualTo(200);
            browser.go(second);
            move(browser, "Valider techniquement", "validated");
            move(browser, "Transmettre au Secrétariat général", "sent");
            move(browser, "Noter l’inscription au Conseil", "on-agenda");
            browser.sees("L’inscription au Conseil est notée").press("Noter le renvoi");
            browser.sees("revient avec des recommandations").press("Noter le renvoi");
            browser.sees("erreur à corriger").accessible();
            browser.type("reason", "Revoir le financement (exemple)").press("Noter le renvoi");
            browser.sees("Le renvoi est noté").accessible();
            assertThat(browser.path()).isEqualTo(second);
            browser.go(dossier).sees("Renvoyé avec recommandations").accessible();
            browser.screenshots("text-dossier-fr").go(dossier + "?lang=en");
            browser.sees("Returned with recommendations").accessible();
            browser.screenshots("text-dossier-en").go(dossier + "?lang=fr");
            assertThat(coordinator.post(second + "/move/sent", Map.of()).statusCode())
                    .isEqualTo(409);
            assertThat(auditor.get("/console/journal").body()).contains("Version de texte figée");
        }
    }

    @Test
    void anImportSaysWhatIsWrongAndBecomesOneVersion() throws IOException {
        UUID structure = TestPersons.structure(SQL, "textes-import", Optional.empty());
        try (TestSessions coordinator = of(Role.COORDINATOR, structure);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            coordinator.into(browser).go(TEXTS).press("Ouvrir un dossier de texte");
            browser.type("title", "Loi d’essai importée (exemple)");
            browser.type("structure", "textes-import").press("Ouvrir le dossier");
            String dossier = browser.path();
            browser.press("Importer un fichier");
            browser.upload("file", file("bad.xml", "<akomaNtoso>\n<p>Un</b>\n</akomaNtoso>"));
            browser.press("Lire le fichier").sees("mal formé, à la ligne 2, colonne ").accessible();
            for (String nothing : new String[] {"", "# \n\n---\n"}) {
                browser.upload("file", file("empty.md", nothing)).press("Lire le fichier");
                browser.sees("aucun mot").accessible();
                assertThat(browser.path()).isEqualTo(dossier + "/import");
            }
            assertThat(
                            SQL.sql(
                                            "select count(*) from consultation.import where name = 'empty.md'")
                                    .query(Integer.class)
                                    .single())
                    .isZero();
            browser.upload("file", file("un.xml", text("Trente jours."))).press("Lire le fichier");
            String waiting = browser.sees("Plan reconnu").path();
            browser.press("Créer la version").sees("La version 1 est créée");
            String version = browser.path();
            browser.go(waiting).sees("Ce fichier est déjà devenu une version").accessible();
            assertThat(browser.path()).isEqualTo(version);
            assertThat(coordinator.post(waiting, Map.of()).headers().firstValue("Location"))
                    .hasValueSatisfying(path -> assertThat(path).endsWith(version));
            assertThat(coordinator.get(dossier).body()).doesNotContain("Version 2");
        }
    }

    private static void move(Browser browser, String step, String stage) {
        String button = "form[action$='/move/%s'] button".formatted(stage);
        browser.press(step).find(button);
        browser.accessible().find(button).click();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String text(String words) {
        return """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d"><meta/>
        <mainBody><article><num>Article 1</num><heading>Objet</heading><content><p>%s</p></content>
        </article></mainBody></doc></akomaNtoso>
        """
                .formatted(words);
    }

    private static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}

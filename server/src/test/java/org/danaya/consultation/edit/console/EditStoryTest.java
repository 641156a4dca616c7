package org.danaya.consultation.edit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.edit.DraftEditing;
import org.danaya.consultation.edit.TestDrafts;
import org.danaya.page.Browser;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.danaya.text.edit.Units;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people write one draft, each in a browser of their own. */
class EditStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);

    private final String name = "redaction-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID structure = TestPersons.structure(SQL, name, Optional.empty());
    private final UUID account = TestAccounts.with(TestPlatform::bean);
    private final TextVersion.Draft draft = TestDrafts.law(account, name, structure);
    private final String edit = "/console/texts/versions/" + draft.id() + "/edit";

    @Test
    void twoPeopleWriteOneDraftWithoutLoss() {
        try (TestSessions one = of(structure);
                TestSessions two = of(structure);
                TestSessions stranger =
                        of(TestPersons.structure(SQL, "redaction-ailleurs", Optional.empty()));
                Browser first = Browser.open(TestPlatform.address());
                Browser second = Browser.open(TestPlatform.address())) {
            assertThat(stranger.get(edit).statusCode()).isEqualTo(404);
            assertThat(stranger.post(edit + "/typing", Map.of()).statusCode()).isEqualTo(404);
            first.go("/");
            second.go("/");
            one.into(first).go("/console/texts/versions/" + draft.id()).press("Modifier le texte");
            first.sees("Plan du texte").sees("Article premier Objet").accessible();
            first.screenshots("edit-outline-fr");
            first.find("a[aria-label='Structure\u00a0: Article 2 Définitions']").click();
            first.sees("Renvois concernés").sees("nomme une partie qui a disparu").accessible();
            first.screenshots("edit-deeds-references-fr").go(edit);
            two.into(second).go(edit).press("Article 3").sees("Chaque structure");

            // Different parts.
            first.press("Article premier Objet").sees("La présente loi").accessible();
            first.screenshots("edit-part-fr");
            write(first, "protège", "défend");
            first.press("Enregistrer").sees("C’est enregistré").sees("défend").accessible();
            write(second, "Chaque", "Toute");
            second.press("Enregistrer").sees("C’est enregistré").sees("Toute structure");

            // The same part.
            first.go(second.path()).sees("a aussi ouvert cette partie");
            write(second, "tient", "publie");
            write(first, "Toute", "Nulle");
            second.press("Enregistrer").sees("C’est enregistré");
            first.press("Enregistrer").sees("Rien n’est perdu").sees("publie").sees("Nulle");
            first.sees("les deux changements réunis").accessible().screenshots("edit-both-fr");
            holds(first, "Nulle structure publie");
            assertThat(first.find("#mine").getAttribute("value")).contains("Nulle structure tient");
            first.press("Enregistrer ce texte").sees("Nulle structure publie").accessible();

            // A tab that is closed.
            String part = first.path();
            write(first, "Nulle", "Chaque ɛ");
            waits(first, "kept");
            first.driver().switchTo().newWindow(WindowType.TAB);
            String kept = first.driver().getWindowHandle();
            for (String window : first.driver().getWindowHandles()) {
                if (!window.equals(kept)) {
                    first.driver().switchTo().window(window).close();
                }
            }
            first.driver().switchTo().window(kept);
            first.go(part).sees("Vous aviez commencé ce texte").accessible();
            holds(first, "Chaque ɛ structure publie");
            first.screenshots("edit-begun-fr");

            // No connection: what is typed stays in the page, and is sent again.
            first.driver()
                    .executeScript("window.sent = fetch; window.fetch = () => Promise.reject();");
            write(first, "publie", "publie, sans faute,");
            waits(first, "failed");
            first.sees("la connexion manque");
            holds(first, "sans faute");
            first.driver()
                    .executeScript("window.fetch = sent; dispatchEvent(new Event('online'));");
            waits(first, "kept");
            first.sees("Saisie conservée à");

            // Letters, by keyboard.
            first.find("[data-letter=ŋ]").sendKeys(Keys.ENTER);
            holds(first, "ŋ");
            assertThat(first.focused().getAttribute("id")).isEqualTo("text");

            // Typography, and back.
            first.type("text", "# Article 3\n\nL'agence dit : \"oui\" !").press("Soigner la typo");
            first.sees("Voici ce qui a été corrigé").accessible().screenshots("edit-set-fr");
            holds(first, "L’agence dit\u00a0: «\u00a0oui\u00a0»\u00a0!");
            first.press("Revenir à ce que j’avais tapé");
            holds(first, "L'agence dit : \"oui\" !");

            // What leads nowhere is told, and stays in the form.
            first.type("text", "# Article 3\n\nVoir [x](#art_99).").press("Enregistrer");
            first.sees("Aucune partie ne s’appelle").accessible();
            holds(first, "art_99");
            first.press("Mettre de côté").sees("mis de côté");
            holds(first, "Nulle structure publie");

            // Whatever is typed is words.
            first.type(
                            "text",
                            "# Article 3 | <img src=x onerror=document.title=1>\n\n"
                                    + "</textarea><script>document.title = 1</script>")
                    .press("Enregistrer")
                    .sees("C’est enregistré")
                    .sees("</textarea><script>");
            assertThat(first.driver().getTitle()).contains("onerror=document");
            first.go(edit).sees("<img src=x").go(part);
            holds(first, "</textarea><script>");
            first.type("text", "# Article 3\n\nNulle structure publie l’inventaire.")
                    .press("Enregistrer")
                    .sees("Dernier enregistrement");

            // Structure.
            first.press("Déplacer, couper").sees("Ajouter une partie").accessible();
            first.screenshots("edit-deeds-fr");
            first.type("heading", "Contrôle").press("Ajouter").sees("La partie est ajoutée");
            first.go(edit).sees("Article 4 Contrôle");
            first.find("button[aria-label='Monter\u00a0: Article 4 Contrôle']")
                    .sendKeys(Keys.ENTER);
            first.sees("La partie est déplacée").press("Annuler ma dernière action");
            first.sees("L’action est annulée").accessible();
            first.go(part.replace("/part?", "/history?")).sees("Texte avant").accessible();
            first.screenshots("edit-history-fr");
            first.find(".edits summary").click();
            first.find(".edits details[open] button").click();
            first.sees("Vous aviez commencé ce texte");
            first.go(part.replace("/part?", "/deeds?") + "&lang=en")
                    .sees("Delete this part")
                    .accessible();
            first.screenshots("edit-deeds-en");
            first.go(part).sees("Last saved").accessible().screenshots("edit-part-en");
            first.go(edit + "?lang=en").sees("Outline of the text").accessible();
            first.screenshots("edit-outline-en").go(edit + "?lang=fr");

            // Frozen while somebody types.
            second.go(part);
            write(second, "structure", "autorité");
            waits(second, "kept");
            first.go("/console/texts/versions/" + draft.id() + "/freeze")
                    .sees("Textes commencés et non enregistrés")
                    .accessible()
                    .screenshots("edit-freeze-fr");
            SQL.sql(
                            "update consultation.version set state = 'frozen', frozen_at = now() where id = ?")
                    .param(draft.id())
                    .update();
            write(second, "publie", "tient et publie");
            waits(second, "closed");
            second.press("Enregistrer").sees("n’est plus un brouillon").accessible();
            second.screenshots("edit-kept-fr");
            assertThat(second.find("textarea").getAttribute("value")).contains("autorité");
            TestDrafts.as(
                    account,
                    () ->
                            TestPlatform.bean(org.danaya.consultation.Texts.class)
                                    .drafting()
                                    .begin(
                                            account,
                                            TestPlatform.bean(org.danaya.consultation.Texts.class)
                                                    .register()
                                                    .get(draft.head().dossier())));
            second.go(edit).press("Reprendre dans le brouillon").sees("Vous aviez commencé");
            second.press("Enregistrer").sees("C’est enregistré").sees("autorité");
        }
    }

    @Test
    void everyFormWorksWithoutAScript() {
        try (TestSessions one = of(structure);
                TestSessions two = of(structure)) {
            String part =
                    Units.of(TestPlatform.bean(DraftEditing.class).root(draft)).stream()
                            .filter(unit -> unit.number().equals("Article 3"))
                            .findFirst()
                            .orElseThrow()
                            .address();
            String page = edit + "/part?part=" + URLEncoder.encode(part, StandardCharsets.UTF_8);
            String base = hidden(one.get(page).body(), "base");
            Map<String, String> mine =
                    Map.of("part", part, "base", base, "text", "# Article 3\r\n\r\nUn = un.");
            assertThat(one.post(edit + "/part", mine).statusCode()).isEqualTo(303);
            assertThat(one.get(page).body()).contains("Un = un.", "Dernier enregistrement");
            Map<String, String> theirs =
                    Map.of("part", part, "base", base, "text", "# Article 3\n\nDeux.");
            HttpResponse<String> conflict = two.post(edit + "/part", theirs);
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.body()).contains("Un = un.", "Deux.", "Chaque structure");
            assertThat(one.get(page).body()).doesNotContain("Deux.");
            Map<String, String> decided =
                    Map.of(
                            "part",
                            part,
                            "base",
                            hidden(conflict.body(), "base"),
                            "text",
                            "# Article 3\n\nUn et deux.");
            assertThat(two.post(edit + "/part", decided).statusCode()).isEqualTo(303);
            assertThat(one.get(page).body()).contains("Un et deux.");
            Map<String, String> large =
                    Map.of("part", part, "base", base, "text", "x".repeat(200_001));
            HttpResponse<String> refused = one.post(edit + "/part", large);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Ce texte est trop long");
            assertThat(one.post(edit + "/typing", large).statusCode()).isEqualTo(413);
            Map<String, String> nowhere = Map.of("part", "x".repeat(3000), "text", "mot");
            assertThat(one.post(edit + "/typing", nowhere).statusCode()).isEqualTo(404);
            assertThat(one.post(edit + "/part", nowhere).statusCode()).isEqualTo(404);
            assertThat(one.post(edit + "/do", nowhere).statusCode()).isEqualTo(404);
        }
    }

    private static String hidden(String page, String field) {
        Matcher matcher = Pattern.compile("name=\"" + field + "\" value=\"(\\w+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static void holds(Browser browser, String words) {
        new WebDriverWait(browser.driver(), Duration.ofMinutes(2))
                .ignoring(WebDriverException.class)
                .until(_ -> browser.find("#text").getAttribute("value").contains(words));
    }

    private static void write(Browser browser, String from, String to) {
        browser.driver()
                .executeScript(
                        """
                        const text = document.getElementById('text');
                        text.value = text.value.replace(arguments[0], arguments[1]);
                        text.dispatchEvent(new Event('input'));
                        """,
                        from,
                        to);
    }

    private static void waits(Browser browser, String state) {
        new WebDriverWait(browser.driver(), Duration.ofMinutes(2))
                .until(
                        driver ->
                                !driver.findElements(By.cssSelector("[data-state=" + state + "]"))
                                        .isEmpty());
    }

    private static TestSessions of(UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, Role.COORDINATOR, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}

package org.danaya.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Lists that a person names, and the keys of the console. */
class SavedViewsTest {

    private static final String LIST = "/console/structures";

    @Test
    void aFilterIsNamedFoundAgainAndDeleted() {
        try (TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                TestSessions other = TestSessions.signedInAs(Role.AUDITOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            auditor.into(browser.go("/")).go("/console/jobs?outcome=given-up&page=1");
            browser.sees("Garder cette vue").accessible();
            browser.type("name", "Ce qui a échoué").press("Garder cette vue");
            browser.sees("est gardée").accessible().quiet().screenshots("saved-fr");
            browser.go("/console/jobs").sees("Mes vues").press("Ce qui a échoué");
            browser.sees("Tout afficher");
            assertThat(browser.path()).isEqualTo("/console/jobs?outcome=given-up");
            assertThat(other.get("/console/jobs").body()).doesNotContain("Ce qui a échoué");
            String delete = browser.find(".saved li form").getDomAttribute("action");
            assertThat(other.post(delete, Map.of()).statusCode()).isEqualTo(404);
            browser.press("Supprimer").sees("La vue est supprimée");
            assertThat(browser.has(".saved li")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/console",
                "https://evil.example/",
                "/log",
                "/console/../x",
                ""
            })
    void nothingButAListOfOursIsKept(String path) {
        try (TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR)) {
            var answer =
                    auditor.post(
                            "/console/saved-views",
                            Map.of("path", path, "query", "q=a", "name", "Exemple"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("form.wrong-parameter");
        }
    }

    @Test
    void aNameIsKeptOnceAndOneThatIsNoneIsRefused() {
        try (TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR)) {
            for (String query : new String[] {"q=a", "q=b&page=3"}) {
                Map<String, String> sent = Map.of("path", LIST, "query", query, "name", "Exemple");
                assertThat(auditor.post("/console/saved-views", sent).statusCode()).isEqualTo(303);
            }
            assertThat(auditor.get(LIST).body())
                    .containsOnlyOnce(LIST + "?q=b\"")
                    .doesNotContain(LIST + "?q=a\"");
            Map<String, String> nameless = Map.of("path", LIST, "query", "q=c", "name", " ");
            assertThat(auditor.post("/console/saved-views", nameless).statusCode()).isEqualTo(303);
            assertThat(auditor.get(LIST).body()).doesNotContain("?q=c\"");
        }
    }

    @Test
    void theViewsOfAnAccountGoWhenItIsClosedAndNotWhenItIsSuspended() {
        try (TestSessions analyst = TestSessions.signedInAs(Role.ANALYST);
                TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR)) {
            Map<String, String> sent = Map.of("path", LIST, "query", "q=a", "name", "Exemple");
            assertThat(analyst.post("/console/saved-views", sent).statusCode()).isEqualTo(303);
            SavedTable table = TestPlatform.bean(SavedTable.class);
            Accounts accounts = TestPlatform.bean(Accounts.class);
            accounts.suspend(analyst.account(), administrator.account(), "Exemple");
            assertThat(table.of(analyst.account(), LIST)).hasSize(1);
            accounts.close(analyst.account(), administrator.account(), "Exemple");
            assertThat(table.of(analyst.account(), LIST)).isEmpty();
        }
    }

    @Test
    void theConsoleIsWalkedWithKeysWhichAPersonMayTurnOff() {
        try (TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            auditor.into(browser.go("/")).go(LIST).find("#keys-open:not([hidden])");
            press(browser, "?");
            browser.find("dialog[open]");
            browser.sees("Raccourcis clavier").accessible().quiet().screenshots("keys-fr");
            browser.key(Keys.ESCAPE);
            assertThat(browser.has("dialog[open]")).isFalse();
            press(browser, "/");
            assertThat(
                            browser.focused()
                                    .findElement(By.xpath("ancestor::form"))
                                    .getDomAttribute("class"))
                    .isEqualTo("filters");
            browser.focused().sendKeys("h?");
            assertThat(browser.path()).isEqualTo(LIST);
            assertThat(browser.has("dialog[open]")).isFalse();
            browser.go(LIST).find("#keys-open:not([hidden])");
            press(browser, "h");
            browser.sees("Ce qui vous attend");
            press(browser, "1");
            browser.sees("Filtrer");
            assertThat(browser.path()).isEqualTo(LIST);
            browser.find("#keys-open").click();
            browser.find("#keys-off").click();
            browser.press("Fermer").go(LIST).find("#keys-open:not([hidden])");
            press(browser, "h");
            press(browser, "?");
            assertThat(browser.has("dialog[open]")).isFalse();
            assertThat(browser.path()).isEqualTo(LIST);
        }
    }

    private static void press(Browser browser, String key) {
        browser.driver().findElement(By.tagName("body")).sendKeys(key);
    }
}

package org.danaya.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an auditor does with the journal, in a browser. */
class JournalStoryTest {

    @Test
    void anAuditorFindsAnActByItsNamesAndTakesItAway() {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions person = TestSessions.signedInAs();
                TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            Map<String, String> wish = Map.of("role", "analyst", "reason", "Exemple");
            String propose = "/console/accounts/" + person.account() + "/propose";
            assertThat(administrator.post(propose, wish).statusCode()).isEqualTo(303);

            auditor.into(browser.go("/")).go("/console/journal").sees("Rôle proposé");
            browser.accessible().quiet().screenshots("journal-fr");
            media(browser, "print");
            browser.screenshots("journal-print-fr");
            assertThat(browser.find(".filters").isDisplayed()).isFalse();
            assertThat(browser.find("main table").isDisplayed()).isTrue();
            media(browser, "screen");
            browser.choose("act", "access.role-proposed").press("Filtrer");
            browser.sees("Tout afficher");
            assertThat(browser.path()).contains("act=access.role-proposed");
            browser.find("td a[href='/console/journal?actor=" + administrator.account() + "']")
                    .click();
            browser.sees("Tout afficher");
            assertThat(browser.path()).contains("actor=" + administrator.account());
            assertThat(browser.find("[name='actor']").getDomAttribute("value"))
                    .isEqualTo(administrator.account().toString());
            browser.find("td a[href='/console/accounts/" + person.account() + "']");
            assertThat(browser.path()).doesNotContain("Exemple").doesNotContain("Essai");

            String filtered = "/console/journal/export?actor=" + administrator.account();
            HttpResponse<String> csv = auditor.get(filtered + "&format=csv");
            assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("journal.csv");
            assertThat(csv.body().lines().filter(line -> line.contains("access.role-proposed")))
                    .hasSize(1);
            HttpResponse<String> sheet = auditor.get(filtered + "&format=xlsx");
            assertThat(sheet.statusCode()).isEqualTo(200);
            assertThat(sheet.body()).startsWith("PK");
            assertThat(auditor.get(filtered + "&format=doc").statusCode()).isEqualTo(400);
            assertThat(auditor.get("/console/journal?act=no.such-act").body())
                    .contains("choisissez une réponse");
            HttpResponse<String> json = auditor.get(filtered + "&format=json");
            assertThat(json.body())
                    .contains("\"act\":\"access.role-proposed\"")
                    .contains("\"subject\":\"account:" + person.account() + "\"")
                    .doesNotContain("Exemple Essai");

            chained(browser);
            browser.find("td a[href^='/console/journal/']").click();
            browser.sees("Chaîne").accessible().quiet().screenshots("journal-entry-fr");
            browser.press("English").sees("Chain").accessible();
            browser.screenshots("journal-entry-en");
            browser.find("main a[href='/console/accounts/" + person.account() + "']").click();
            browser.sees("Exemple Essai");
            browser.go("/console/journal?from=2199-12-31").sees("Nothing matches");
            browser.accessible().screenshots("journal-nothing-en");
            browser.go("/console/journal?from=hier").sees("mistake").accessible();
            browser.screenshots("journal-wrong-en");
        }
    }

    @Test
    void theJournalKeepsNoName() {
        try (TestSessions _ = TestSessions.signedInAs(Role.ADMINISTRATOR)) {
            JdbcClient jdbc = TestPlatform.bean(JdbcClient.class);
            assertThat(
                            jdbc.sql(
                                            """
                                            select act || ' ' || facts from audit.entry
                                            where actor || subject || facts like '%Essai%'
                                            """)
                                    .query(String.class)
                                    .list())
                    .isEmpty();
        }
    }

    private static void media(Browser browser, String media) {
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", media));
    }

    /** Waits until the entries that are shown have their place in the chain. */
    private static void chained(Browser browser) {
        for (int i = 0; i < 600 && !browser.has("td a[href^='/console/journal/']"); i++) {
            browser.driver().navigate().refresh();
        }
    }
}

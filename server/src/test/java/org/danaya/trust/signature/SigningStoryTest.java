package org.danaya.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody drops a file, places a signature, invites another, and both sign. About 45 seconds. */
class SigningStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final TestSigning KIT = new TestSigning();

    @TempDir private Path folder;

    @Test
    void aFileIsPlacedSentAndSignedByTwo() throws Exception {
        Path file = Files.write(folder.resolve("contrat-a-deux.pdf"), TestSigning.pdf(2).bytes());
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                Browser first = Browser.open(TestPlatform.address());
                Browser second = Browser.open(TestPlatform.address())) {
            enrol(first, administrator, "Awa", "Signataire");
            enrol(second, administrator, "Kadi", "Signataire");

            first.go("/console/signatures").sees("Rien n’attend votre signature");
            first.accessible().screenshots("signature-list");
            first.press("Signer ou faire signer").sees("Le fichier");
            first.accessible().screenshots("signature-new");
            first.upload("file", file).submit();
            first.sees("Inviter un autre signataire");
            TestSigning.plainly("contrat-a-deux.pdf");
            first.press("Placer la signature").sees("Touchez la page");
            first.accessible().screenshots("signature-place");
            new Actions(first.driver())
                    .moveToElement(first.find("input[type=image]"), 40, 120)
                    .click()
                    .perform();
            first.sees("La signature est placée");
            first.type("label", "Kadi").press("Inviter");
            first.sees("Donnez ce code");
            String code = first.find("code").getText();
            first.accessible().screenshots("signature-request");
            first.press("Envoyer aux signataires").sees("Signer avec ma clé d’accès");
            first.accessible().screenshots("signature-sign");
            first.submit();
            first.sees("A signé").accessible().screenshots("signature-signed");

            second.go("/console/signatures/join").type("code", code).submit();
            second.sees("contrat-a-deux.pdf").press("Signer");
            second.sees("Signer avec ma clé d’accès").submit();
            second.sees("Signé par tous").screenshots("signature-done");

            SignedFile signed =
                    SQL.sql(
                                    "select name, content from signature.document where name = 'contrat-a-deux.pdf'")
                            .query((row, _) -> new SignedFile(row.getString(1), row.getBytes(2)))
                            .single();
            ValidationOutcome.Checked checked =
                    (ValidationOutcome.Checked)
                            KIT.validator().check(signed, List.of(), Locale.FRENCH);
            assertThat(checked.holds()).as(checked.signatures().toString()).isTrue();
            assertThat(checked.signatures()).hasSize(2);
            assertThat(
                            SQL.sql(
                                            """
                                            select count(*) from signature.made m
                                            join signin.evidence e on e.id = m.evidence
                                            """)
                                    .query(Integer.class)
                                    .single())
                    .isGreaterThanOrEqualTo(2);
            first.quiet();
        }
        try (TestSessions stranger = TestSessions.signedInAs()) {
            UUID request =
                    SQL.sql("select id from signature.request where title = 'contrat-a-deux.pdf'")
                            .query(UUID.class)
                            .single();
            assertThat(stranger.get("/console/signatures/" + request).statusCode()).isEqualTo(404);
            assertThat(stranger.get("/console/signatures/" + request + "/page/1").statusCode())
                    .isEqualTo(404);
        }
    }

    /** As somebody who has no mouse, or can't hold one. */
    @Test
    void keysAloneAreEnough() throws Exception {
        Path file = Files.write(folder.resolve("clavier.pdf"), TestSigning.pdf(2).bytes());
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            enrol(browser, administrator, "Sira", "Clavier");
            browser.go("/console/signatures").sees("Rien n’attend votre signature");
            reach(browser, "Signer ou faire signer").key(Keys.ENTER).sees("Le fichier");
            // What the system's own dialog for files does with keys is no page's matter.
            reach(browser, "file|").upload("file", file);
            reach(browser, "Continuer").key(Keys.ENTER).sees("Inviter un autre signataire");
            TestSigning.plainly("clavier.pdf");
            reach(browser, "Placer la signature").key(Keys.ENTER).sees("Touchez la page");
            reach(browser, "at|").key(Keys.ENTER).sees("choisissez une réponse").accessible();
            browser.screenshots("signature-place-unchosen");
            reach(browser, "corner|").key(Keys.SPACE);
            browser.key(Keys.ARROW_DOWN).key(Keys.ARROW_DOWN);
            assertThat(browser.focused().getAttribute("value")).isEqualTo("top-right");
            reach(browser, "Placer ici").key(Keys.ENTER).sees("La signature est placée");
            reach(browser, "label|");
            new Actions(browser.driver()).sendKeys("Kadi").perform();
            reach(browser, "Inviter").key(Keys.SPACE).sees("Donnez ce code");
            reach(browser, "Envoyer aux signataires").key(Keys.ENTER).sees("Signer avec ma clé");
            reach(browser, "Signer avec ma clé").key(Keys.ENTER).sees("A signé").accessible();
            assertThat(
                            SQL.sql(
                                            """
                                            select s.page from signature.signer s
                                            join signature.request r on r.id = s.request
                                            where r.title = 'clavier.pdf' and s.place = 1
                                            """)
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(2);
        }
    }

    /** Goes from one to the next until there, as the tabulator key does, and sees where it is. */
    private static Browser reach(Browser browser, String what) {
        for (int i = 0; i < 100; i++) {
            browser.key(Keys.TAB);
            String here =
                    String.valueOf(
                            browser.driver()
                                    .executeScript(
                                            """
                                            const e = document.activeElement;
                                            const s = getComputedStyle(e);
                                            const seen = s.outlineStyle !== 'none' || s.boxShadow !== 'none';
                                            return (e.name ?? '') + '|' + (e.innerText ?? '') + (seen ? '' : ' (unseen)');
                                            """));
            if (here.contains(what)) {
                assertThat(here).doesNotContain("(unseen)");
                return browser;
            }
        }
        throw new AssertionError("The tabulator key doesn't lead to " + what);
    }

    private static void enrol(
            Browser browser, TestSessions administrator, String given, String family) {
        browser.authenticator();
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", given, "family-name", family))
                        .body();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, " + given);
        browser.type("label", given + " signe").submit().sees("Codes de secours");
        UUID account =
                SQL.sql("select account_id from signin.passkey where label = ?")
                        .param(given + " signe")
                        .query(UUID.class)
                        .single();
        TestKeys.give(account, KIT.hierarchy.person(given, family));
    }
}

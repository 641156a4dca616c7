package org.danaya.trust.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.signature.TestSigning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer seals two documents in a browser. About 20 seconds. */
class AttendedSealTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);

    @TempDir private Path folder;

    @Test
    void anOfficerSealsWhatAPasskeyConfirms() throws Exception {
        UUID structure = TestSeals.certified("sceau-garde", "Direction gardée (exemple)");
        Path pdf = Files.write(folder.resolve("arrete.pdf"), TestSigning.pdf(1).bytes());
        Path note = Files.writeString(folder.resolve("annexe.txt"), "Un exemple");
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.authenticator();
            UUID keeper = enrolled(browser, administrator);
            browser.go("/console").sees("Console");
            TestAccounts.give(TestPlatform::bean, keeper, Role.SEAL_KEEPER, Optional.of(structure));
            browser.go("/console/seals").sees("Aucun cachet").accessible();
            browser.screenshots("seal-none-fr");
            browser.press("Sceller des documents").sees("Au nom de").accessible();
            browser.screenshots("seal-new-fr");
            browser.choose("structure", "sceau-garde").upload("file", note);
            browser.choose("format", "pades").submit().sees("n’est pas un PDF").accessible();
            browser.choose("format", "").choose("structure", "sceau-garde");
            browser.upload("file", pdf).submit();
            browser.sees("Vérifiez ce qui va être scellé").sees("Cachet Direction gardée");
            browser.find("main summary").click();
            browser.upload("file", note).find("form[action$='/add'] button").click();
            browser.sees("Documents (2)").accessible().screenshots("seal-sheet-fr");
            String sheet = browser.path();
            noOneElseSeesIt(sheet, structure);

            UUID certificateBefore = sheetOf(sheet);
            assertThat(certificateBefore).isNotNull();
            browser.press("Apposer avec ma clé d’accès").sees("Les documents sont scellés");
            browser.accessible().screenshots("seal-done-fr");
            browser.go("/console/seals").sees("PAdES").sees("ASiC-E").accessible();
            assertThat(browser.text()).doesNotContain("arrete.pdf");
            browser.screenshots("seal-list-fr");
            browser.go("/console/seals?lang=en").sees("By whom").screenshots("seal-list-en");
            browser.go(sheet).sees("The documents are sealed").screenshots("seal-done-en");
            assertThat(
                            SQL.sql(
                                            """
                                            select count(*) from seal.seal s
                                            join signin.evidence e on e.id = s.evidence
                                            where s.structure = ? and s.account = ?
                                            """)
                                    .params(structure, keeper)
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(2);

            browser.go("/console/seals/new?lang=fr").choose("structure", "sceau-garde");
            browser.upload("file", pdf).submit().sees("Vérifiez ce qui va être scellé");
            long certificate =
                    SQL.sql("select distinct certificate from seal.seal where structure = ?")
                            .param(structure)
                            .query(Long.class)
                            .single();
            TestPlatform.bean(Revocations.class).suspend(certificate);
            String other = browser.path();
            browser.press("Apposer avec ma clé d’accès").sees("est suspendu");
            browser.go(other).sees("est suspendu").accessible();
            browser.screenshots("seal-suspended-fr");
            browser.go("/console/seals/new").sees("Aucune des structures").accessible();
            browser.screenshots("seal-unable-fr");
        }
    }

    private static UUID sheetOf(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void noOneElseSeesIt(String sheet, UUID structure) {
        try (TestSessions other =
                TestSessions.signedIn(
                        TestPlatform.address(), TestPlatform::bean, TestSeals.keeper(structure))) {
            assertThat(other.get(sheet).statusCode()).isEqualTo(404);
            assertThat(other.post(sheet + "/seal", Map.of()).statusCode()).isEqualTo(404);
            assertThat(other.post(sheet + "/abandon", Map.of()).statusCode()).isEqualTo(404);
            assertThat(other.forged(sheet + "/abandon").statusCode()).isEqualTo(403);
        }
    }

    private static UUID enrolled(Browser browser, TestSessions administrator) {
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Exemple", "family-name", "Gardienne"))
                        .body();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple Gardienne");
        browser.type("label", "Clé de la gardienne").submit().sees("Codes de secours");
        return SQL.sql("select account_id from signin.passkey where label = ?")
                .param("Clé de la gardienne")
                .query(UUID.class)
                .single();
    }
}

package org.danaya.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.people.Persons;
import org.danaya.signin.TestSessions;
import org.danaya.trust.signature.TestKeys;
import org.danaya.trust.signature.TestSigning;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody signs a document in a structure's name, in a browser. About 25 seconds. */
class InWhoseNameStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final TestSigning KIT = new TestSigning();

    @TempDir private Path folder;

    @Test
    void aPersonChoosesInWhoseNameTheySignAndItStandsInTheSignature() throws Exception {
        Path file = Files.write(folder.resolve("convention.pdf"), TestSigning.pdf(1).bytes());
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            UUID account = enrolled(browser, administrator);
            send(browser, file);
            browser.sees("Signer avec ma clé d’accès");
            assertThat(browser.text())
                    .as("whoever holds nothing is asked nothing")
                    .doesNotContain("Au titre de");

            PlatformMandates kit = new PlatformMandates("au-nom-de", "MAND");
            Mandate.Head mandate =
                    kit.inForce(
                                    kit.terms(
                                            TestPlatform.bean(Persons.class)
                                                    .get(
                                                            TestPlatform.bean(Accounts.class)
                                                                    .get(account)
                                                                    .owner()
                                                                    .person()),
                                            new Scope(
                                                    Map.of(
                                                            Scope.Side.MATTERS,
                                                            Limit.of(List.of("Conventions"))),
                                                    Optional.of(new Amount(5_000_000, "XOF"))),
                                            Power.SIGN))
                            .getFirst();
            send(browser, file);
            browser.sees("En quel nom signez-vous").sees("Conventions").sees("XOF");
            browser.accessible().screenshots("in-whose-name-fr");
            String question = browser.path();
            browser.go(question + "?lang=en").sees("In whose name do you sign");
            browser.screenshots("in-whose-name-en");
            browser.go(question + "?lang=fr").find("#as-" + mandate.id()).click();
            browser.find("main form[method=get] button").click();
            browser.sees("Au titre de").sees("mandat n° " + mandate.number()).accessible();
            browser.screenshots("in-whose-name-sign-fr");
            browser.submit().sees("A signé").sees("mandat n° " + mandate.number());
            browser.accessible().screenshots("in-whose-name-signed-fr");

            byte[] signed =
                    SQL.sql(
                                    """
                                    select d.content from signature.document d
                                    join signature.made m on m.document = d.id
                                    where m.basis like ?
                                    """)
                            .param("mandate " + mandate.id() + "%")
                            .query((row, _) -> row.getBytes(1))
                            .single();
            Path out = Files.write(folder.resolve("convention-signée.pdf"), signed);
            browser.go("/validate").upload("file", out).submit();
            browser.sees("inscrit par cette installation").sees("mandat n° " + mandate.number());
            browser.screenshots("in-whose-name-validated-fr");

            kit.mandates.endings().suspend(mandate.id(), UUID.randomUUID(), "vérification");
            browser.go(question + "?as=" + mandate.id());
            assertThat(browser.path()).as("it was signed already").doesNotEndWith("/sign");
            send(browser, file);
            browser.sees("Signer avec ma clé d’accès");
            browser.go(browser.path() + "?as=" + mandate.id());
            browser.sees("Vous ne pouvez pas signer en ce nom");
        }
    }

    private static void send(Browser browser, Path file) {
        browser.go("/console/signatures/new?lang=fr").upload("file", file).submit();
        browser.sees("Inviter un autre signataire");
        TestSigning.plainly("convention.pdf");
        browser.press("Signer maintenant");
    }

    private static UUID enrolled(Browser browser, TestSessions administrator) {
        browser.authenticator();
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Mariam", "family-name", "Au-Nom-De"))
                        .body();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Mariam");
        browser.type("label", "Mariam signe au nom de").submit().sees("Codes de secours");
        UUID account =
                SQL.sql("select account_id from signin.passkey where label = ?")
                        .param("Mariam signe au nom de")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        TestKeys.give(account, KIT.hierarchy.person("Mariam", "Au-Nom-De"));
        return account;
    }
}

package org.danaya.consultation.observation.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Sha256;
import org.danaya.consultation.observation.Anchor;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.PlatformObservations;
import org.danaya.consultation.observation.TestObservations;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the people of a ministry wrote is made one list, placed and handed in by the one of them who
 * may, with a passkey; in a browser.
 */
class HandInStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);

    private final PlatformObservations kit = new PlatformObservations("obs-transmises");
    private final String page = "/account/texts/" + kit.referral.id();

    @Test
    void aListIsMadeOneAndHandedInByWhoeverMay() {
        UUID writer = UUID.randomUUID();
        write(writer, "Trente jours, c’est trop (exemple).", new Anchor.Whole());
        write(writer, "Le délai est excessif (exemple).", new Anchor.Whole());
        write(
                writer,
                "Gratuit pour qui (exemple) ?",
                new Anchor.Unplaced("Article 22, « gratuit »"));
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions correspondent = of(Role.CORRESPONDENT, kit.mandates.ministry.id());
                TestSessions coordinator = of(Role.COORDINATOR, kit.agency);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            correspondent.into(browser).go(page).sees("À placer dans le texte").accessible();
            browser.press("Chercher sa place dans le texte").sees("que vise cette observation");
            select(browser, "gratuit");
            browser.sees("« gratuit »").accessible().screenshots("own-place-fr");
            browser.press("Placer sur ce passage").sees("Modifier une observation").accessible();
            assertThat(browser.find("[name=comment]").getAttribute("value"))
                    .isEqualTo("Gratuit pour qui (exemple) ?");
            browser.press("Enregistrer").sees("L’observation est modifiée");
            assertThat(browser.text())
                    .contains("Article 2")
                    .doesNotContain("À placer dans le texte");
            merge(browser);
            browser.go(page + "/write?lang=en").sees("Write an observation").accessible();
            browser.screenshots("own-write-en");
            browser.choose("part", "*").type("comment", "Third of three (example).");
            browser.find("[name=confidential]").click();
            browser.press("Keep in the list").sees("Confidential").accessible();
            browser.screenshots("own-list-en").go(page + "?lang=fr");
            handIn(browser, administrator);
            theFilesAreWhatWasConfirmed(correspondent, coordinator);
            coordinator.into(browser).go("/console/texts/referrals/" + kit.referral.id());
            browser.sees("Reçue dans le délai").sees("Third of three").accessible();
            browser.screenshots("referral-received-fr").go(browser.path() + "?lang=en");
            browser.sees("Received in time").accessible().screenshots("referral-received-en");
            browser.go("/console/texts/versions/" + kit.version.id() + "/referrals?lang=en");
            browser.sees("Structures asked").accessible().screenshots("referrals-en");
            browser.go("/?lang=fr");
        }
    }

    private void write(UUID account, String comment, Anchor anchor) {
        Observation.Said said = TestObservations.said(comment, anchor);
        kit.observations.drafts().write(account, kit.referral.id(), said);
    }

    private void merge(Browser browser) {
        browser.press("Fusionner avec une autre")
                .sees("Choisissez l’autre observation")
                .accessible();
        browser.choose(
                "other", kit.observations.drafts().of(kit.referral.id()).get(1).id().toString());
        browser.press("Continuer").sees("la seconde en sort").accessible();
        assertThat(browser.find("[name=comment]").getAttribute("value"))
                .contains("c’est trop", "est excessif");
        browser.screenshots("own-merge-fr").type("comment", "Trente jours, c’est excessif.");
        browser.press("Fusionner").sees("n’en font plus qu’une").accessible();
        assertThat(browser.text()).contains("c’est excessif").doesNotContain("c’est trop");
    }

    private void handIn(Browser browser, TestSessions administrator) {
        browser.authenticator();
        String invited =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Exemple", "family-name", "Transmetteuse"))
                        .body();
        browser.driver().manage().deleteAllCookies();
        browser.driver().get(invited.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple Transmetteuse");
        browser.type("label", "Clé de transmission").submit().sees("Codes de secours");
        UUID account =
                SQL.sql("select account_id from signin.passkey where label = ?")
                        .param("Clé de transmission")
                        .query(UUID.class)
                        .single();
        browser.go("/account/texts");
        assertThat(browser.text()).doesNotContain("Stratégie (exemple) obs-transmises");
        kit.mayHandIn(account);
        browser.go("/account/texts").sees("Stratégie (exemple) obs-transmises").accessible();
        browser.press("Stratégie (exemple) obs-transmises").sees("en qualité de");
        browser.press("Relire et transmettre").sees("Elles ne changeront plus").accessible();
        browser.screenshots("own-submit-fr").press("Transmettre avec ma clé d’accès");
        browser.sees("3 observations sont transmises").sees("Ce qui a été transmis").accessible();
        browser.screenshots("own-sent-fr").go(page + "?lang=en").sees("What was submitted");
        browser.accessible().screenshots("own-sent-en").go(page + "?lang=fr");
    }

    private void theFilesAreWhatWasConfirmed(TestSessions correspondent, TestSessions coordinator) {
        String batch =
                page
                        + "/batches/"
                        + kit.observations.register().batches(kit.referral.id()).getFirst().id();
        HttpResponse<String> json = correspondent.get(batch + ".json");
        assertThat(json.body()).contains("Third of three", "\"quote\" : \"gratuit\"");
        assertThat(correspondent.get(page).body())
                .contains(Sha256.hexOf(json.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(correspondent.get(batch + ".pdf").body()).startsWith("%PDF");
        assertThat(coordinator.get(batch + ".json").statusCode()).isEqualTo(404);
        String console = batch.replace("/account/texts/", "/console/texts/referrals/");
        assertThat(coordinator.get(console + ".json").body()).isEqualTo(json.body());
        assertThat(coordinator.get(console + ".pdf").body()).startsWith("%PDF");
        assertThat(correspondent.get(console + ".json").statusCode()).isEqualTo(403);
    }

    private static void select(Browser browser, String words) {
        browser.driver()
                .executeScript(
                        """
                        const walk = document.createTreeWalker(
                            document.querySelector('[data-passages]'), NodeFilter.SHOW_TEXT);
                        let node = walk.nextNode();
                        while (!node.data.includes(arguments[0])) { node = walk.nextNode(); }
                        const at = node.data.indexOf(arguments[0]);
                        document.getSelection().setBaseAndExtent(node, at, node, at + arguments[0].length);
                        """,
                        words);
    }

    private static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}

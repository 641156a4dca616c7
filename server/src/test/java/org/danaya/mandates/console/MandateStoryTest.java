package org.danaya.mandates.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.people.Incumbencies;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A mandate from the powers of an office to the loss of one of its own, in a browser. About a
 * minute.
 */
class MandateStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final String MANDATES = "/console/mandates";

    @Test
    void aMandateGoesFromAnOfficeThroughThreeHandsAndLosesAPower() {
        UUID structure = structure("ministere-mandats", "Ministère des mandats (exemple)");
        UUID elsewhere = structure("ministere-voisin", "Ministère voisin (exemple)");
        UUID position = position(structure);
        person("Exemple", "Mandatée");
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer = of(Role.REGISTRATION_OFFICER, structure);
                TestSessions stranger = of(Role.REGISTRATION_OFFICER, elsewhere);
                TestSessions security = of(Role.SECURITY_OFFICER, structure);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            officer.into(browser).go(MANDATES).sees("Aucun mandat").accessible();
            browser.screenshots("mandates-none-fr");
            String office = propose(browser);
            assertThat(stranger.get(office).statusCode()).isEqualTo(404);

            VirtualAuthenticator first = browser.authenticator();
            UUID approver = enrolled(browser, administrator, "Approbatrice des mandats");
            TestAccounts.give(TestPlatform::bean, approver, Role.APPROVER, Optional.of(structure));
            browser.go("/console").sees("Les pouvoirs d’une fonction attendent");
            Cookie approving = cookie(browser, officer);
            browser.go(office).sees("Enregistrer avec ma clé d’accès").accessible();
            browser.screenshots("mandates-office-approve-fr");
            browser.press("Enregistrer avec ma clé d’accès").sees("Les pouvoirs sont enregistrés");
            browser.accessible();

            officer.into(browser);
            String mandate = draft(browser);
            assertThat(stranger.get(mandate).statusCode()).isEqualTo(404);
            assertThat(stranger.get(mandate + "/edit").statusCode()).isEqualTo(404);
            assertThat(stranger.get(MANDATES).body()).doesNotContain("Mandatée");
            assertThat(officer.get(mandate + "/approve").statusCode()).isEqualTo(403);
            assertThat(officer.get(mandate + "/revoke").statusCode()).isEqualTo(403);
            assertThat(officer.get("/account" + mandate.substring(8)).statusCode())
                    .as("not the officer's own")
                    .isEqualTo(404);

            browser.driver().manage().addCookie(approving);
            browser.go("/console").sees("Un projet de mandat attend votre approbation");
            browser.go(mandate).press("Relire et approuver").sees("Approuver avec ma clé d’accès");
            browser.accessible().screenshots("mandates-approve-fr");
            browser.press("Approuver avec ma clé d’accès").sees("Le mandat est approuvé");
            browser.accessible().sees("Il attend la signature de son mandant");

            browser.driver().removeVirtualAuthenticator(first);
            browser.authenticator();
            UUID minister = enrolled(browser, administrator, "Ministre des mandats");
            browser.go("/account/mandates").sees("Vous ne détenez aucun mandat").accessible();
            assertThat(browser.text()).doesNotContain("Mandatée");
            appoint(position, minister);
            browser.go("/console").sees("Un mandat attend votre signature");
            browser.screenshots("mandates-glance-fr");
            browser.go("/account/mandates").sees("Mandatée").accessible();
            browser.screenshots("mandates-own-waiting-fr");
            browser.press("Mandatée").sees("Relire et signer").press("Relire et signer");
            browser.sees("Signer avec ma clé d’accès").accessible();
            browser.screenshots("mandates-sign-fr");
            browser.press("Signer avec ma clé d’accès").sees("Le mandat est signé");

            security.into(browser);
            until(browser, mandate, "En vigueur");
            browser.accessible().screenshots("mandates-one-fr");
            browser.go(mandate + "?lang=en").sees("In force").accessible();
            browser.screenshots("mandates-one-en").go(mandate + "?lang=fr");
            browser.press("Révoquer").sees("Que révoquez-vous").accessible();
            browser.screenshots("mandates-revoke-fr").press("Continuer");
            browser.sees("erreurs à corriger").accessible();
            browser.choose("what", "vote").type("reason", "Changement de mission (exemple)");
            browser.press("Continuer").sees("Ce qui va se passer").accessible();
            browser.screenshots("mandates-revoke-check-fr");
            browser.find("main form[method=post] button").click();
            browser.sees("Le pouvoir est révoqué").sees("a révoqué le pouvoir").accessible();
            browser.screenshots("mandates-power-revoked-fr");
            browser.press("Suspendre").sees("Suspendre le mandat");
            browser.type("reason", "Vérification (exemple)").press("Continuer");
            browser.sees("La suspension peut être levée").accessible();
            browser.screenshots("mandates-suspend-check-fr");
            browser.find("main form[method=post] button").click();
            browser.sees("Le mandat est suspendu").press("Lever la suspension");
            browser.sees("de nouveau agir").accessible();
            browser.find("main form[method=post] button").click();
            browser.sees("La suspension est levée");

            officer.into(browser).go(MANDATES + "?q=mandatee&state=in-force&power=sign");
            browser.sees("Mandatée").accessible().screenshots("mandates-list-fr");
            browser.go(MANDATES + "?lang=en").sees("Holder").screenshots("mandates-list-en");
            browser.go(MANDATES + "?power=vote&lang=fr").sees("Rien ne correspond");
            assertThat(officer.get(MANDATES + "?format=csv").body()).contains("Mandatée");
            browser.go(mandate).press("Prolonger ou remplacer").sees("L’ancien mandat vaut");
            assertThat(browser.find("[name=function]").getAttribute("value"))
                    .isEqualTo("Conseillère (exemple)");
            browser.accessible().screenshots("mandates-replace-fr");
            browser.press("Continuer").sees("Vérifiez le nouveau mandat").accessible();
            browser.press("Soumettre à l’approbation").sees("Il attend l’approbation");
            browser.press("Retirer").sees("Motif").type("reason", "Essai (exemple)");
            browser.find("main form[method=post] button").click();
            browser.sees("Le mandat est retiré").accessible();
        }
    }

    private static String propose(Browser browser) {
        browser.press("Pouvoirs des fonctions").sees("Tout mandat vient d’une fonction");
        browser.accessible().press("Proposer les pouvoirs").sees("De quelle fonction");
        browser.accessible().screenshots("mandates-position-fr");
        browser.press("Ministre des mandats").sees("Quels pouvoirs a la fonction").accessible();
        browser.press("Continuer").sees("erreurs à corriger").accessible();
        browser.choose("powers", "sign").choose("powers", "speak").choose("powers", "vote");
        browser.date("from", "2025-01-01").date("last", "2029-12-31");
        browser.type("basis", "Décret (exemple)").type("territory", "ML; CI").type("depth", "1");
        browser.screenshots("mandates-propose-fr").press("Continuer");
        browser.sees("Vérifiez les pouvoirs").accessible();
        browser.screenshots("mandates-propose-check-fr").press("Proposer");
        browser.sees("Les pouvoirs sont proposés").sees("Ils attendent").accessible();
        return browser.path();
    }

    private static String draft(Browser browser) {
        browser.go(MANDATES).press("Rédiger un mandat").sees("Qui donne ce mandat").accessible();
        browser.screenshots("mandates-grantor-fr").press("Ministre des mandats");
        browser.sees("Qui recevra ce mandat").type("q", "mandatee").press("Chercher");
        browser.sees("À titre personnel").accessible().screenshots("mandates-holder-fr");
        browser.press("Exemple Mandatée").sees("Que pourra faire");
        browser.accessible().type("function", "Conseillère (exemple)");
        browser.choose("powers", "sign").choose("powers", "vote").choose("powers", "accredit");
        browser.type("basis", "Décision (exemple)").type("territory", "SN").type("depth", "3");
        browser.press("Continuer").sees("le pouvoir d’homologuer").accessible();
        assertThat(browser.text())
                .contains("le mandant est lui-même plus limité", "« Combien de fois");
        browser.screenshots("mandates-objections-fr");
        browser.choose("powers", "accredit").type("territory", "ML").type("depth", "0");
        browser.press("Continuer").sees("Rien ne vaut avant").accessible();
        browser.screenshots("mandates-check-fr").press("Modifier").sees("Que pourra faire");
        assertThat(browser.find("[name=territory]").getAttribute("value")).isEqualTo("ML");
        browser.press("Continuer").sees("Vérifiez le mandat");
        browser.press("Soumettre à l’approbation").sees("Il attend l’approbation").accessible();
        String mandate = browser.path();
        browser.press("Modifier le projet").sees("Tout doit rester");
        browser.type("basis", "Décision n° 2 (exemple)").press("Continuer");
        browser.sees("Enregistrer le projet").press("Enregistrer le projet");
        browser.sees("est modifié").sees("Décision n° 2");
        return mandate;
    }

    private static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }

    private static void until(Browser browser, String path, String text) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        do {
            browser.go(path);
        } while (!browser.find("main .ds-tag").getText().equals(text)
                && System.nanoTime() < deadline);
        browser.sees(text);
    }

    private static Cookie cookie(Browser browser, TestSessions session) {
        return browser.driver().manage().getCookieNamed(session.cookies().split("=", 2)[0]);
    }

    private static UUID enrolled(Browser browser, TestSessions administrator, String name) {
        String page =
                administrator
                        .post(
                                "/console/accounts/invite",
                                Map.of("given-names", "Exemple", "family-name", name))
                        .body();
        browser.driver().manage().deleteAllCookies();
        browser.driver().get(page.replaceFirst("(?s).*(http://[^<]*/enrol#[0-9A-Z]+).*", "$1"));
        browser.submit().sees("Bienvenue, Exemple " + name);
        browser.type("label", "Clé de mandats " + name).submit().sees("Codes de secours");
        return SQL.sql("select account_id from signin.passkey where label = ?")
                .param("Clé de mandats " + name)
                .query(UUID.class)
                .single();
    }

    private static UUID structure(String identifier, String name) {
        StructureDraft draft =
                new StructureDraft(
                        Map.of(
                                StructureField.IDENTIFIER, identifier,
                                StructureField.KIND, "ministere",
                                StructureField.NAME_FR, name));
        return ((StructureOutcome.Recorded) TestPlatform.bean(Structures.class).create(draft))
                .structure()
                .id();
    }

    private static UUID position(UUID structure) {
        return ((PositionOutcome.Recorded)
                        TestPlatform.bean(Positions.class)
                                .create(
                                        structure,
                                        new Positions.Draft(
                                                "Ministre des mandats", "", "", "", "")))
                .position()
                .id();
    }

    private static void person(String givenNames, String familyName) {
        assertThat(TestPlatform.bean(Persons.class).register(givenNames, familyName, true))
                .isInstanceOf(PersonOutcome.Recorded.class);
    }

    private static void appoint(UUID position, UUID account) {
        UUID person = TestPlatform.bean(Accounts.class).get(account).owner().person();
        assertThat(
                        TestPlatform.bean(Incumbencies.class)
                                .appoint(
                                        new Incumbencies.Appointment(
                                                position,
                                                person,
                                                false,
                                                "feminine",
                                                LocalDate.of(2025, 1, 1).toString(),
                                                "",
                                                "Décret (exemple)",
                                                false)))
                .isInstanceOf(IncumbencyOutcome.Recorded.class);
    }
}

package org.danaya.mandates.delegation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.DelegationMandates;
import org.danaya.mandates.Period;
import org.danaya.mandates.console.Hands;
import org.danaya.page.Browser;
import org.danaya.people.Person;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A delegation from its first draft to its report, in a browser. About a minute. */
class DelegationStoryTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final String LIST = "/console/mandates/delegations";
    private static final LocalDate TODAY = DelegationMandates.today();

    @TempDir private Path folder;

    @Test
    void aDelegationGoesFromItsFirstDraftToItsReport() throws IOException {
        DelegationMandates kit = new DelegationMandates("delegation-console");
        TestPersons.structure(SQL, "agence-deleguee", Optional.empty());
        UUID elsewhere = TestPersons.structure(SQL, "voisine-deleguee", Optional.empty());
        Person first = kit.person("Déléguée");
        kit.person("Suppléant");
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer = Hands.of(Role.REGISTRATION_OFFICER, kit.structure);
                TestSessions stranger = Hands.of(Role.REGISTRATION_OFFICER, elsewhere);
                TestSessions security = Hands.of(Role.SECURITY_OFFICER, kit.structure);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            officer.into(browser).go(LIST).sees("Délégations officielles").accessible();
            browser.screenshots("delegation-list-none-fr");
            String path = constituted(browser);
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(stranger.get(path + "/add").statusCode()).isEqualTo(404);
            assertThat(stranger.get(LIST).body()).doesNotContain("Forum de la console");
            members(browser, path);
            assertThat(officer.get(path + "/approve").statusCode()).isEqualTo(403);
            kit.alone(first, "Forum voisin (exemple)", new Period(TODAY, TODAY.plusDays(2)));
            browser.go("/console/mandates/conflicts").sees("Deux délégations").accessible();
            browser.screenshots("conflicts-fr").go(path);
            browser.sees("dans une autre délégation aux mêmes dates").accessible();
            browser.screenshots("delegation-clash-fr").press("Déclarer avec un motif");
            browser.sees("Pourquoi deux délégations").accessible();
            browser.type("reason", "Deux forums voisins (exemple)").submit();
            browser.sees("C’est déclaré");

            VirtualAuthenticator authenticator = browser.authenticator();
            UUID approver = Hands.enrolled(browser, administrator, "Approbatrice des délégations");
            TestAccounts.give(
                    TestPlatform::bean, approver, Role.APPROVER, Optional.of(kit.structure));
            browser.go("/console/mandates/approve").sees("2 places dans une délégation");
            browser.accessible().screenshots("several-approve-fr");
            browser.press("2 places dans une délégation").sees("Relire et approuver tout");
            browser.press("Relire et approuver tout").sees("Approuver les 2 places");
            browser.sees("Deux forums voisins (exemple)");
            browser.accessible().screenshots("delegation-approve-fr");
            assertThat(browser.text()).contains("agence-deleguee", "Suppléant");
            browser.press("Approuver avec ma clé d’accès")
                    .sees("Toutes les places sont approuvées");

            browser.driver().removeVirtualAuthenticator(authenticator);
            browser.authenticator();
            UUID minister = Hands.enrolled(browser, administrator, "Signataire des délégations");
            Hands.standIn(kit.office.position(), minister, TODAY);
            browser.go("/account/mandates").sees("2 mandats attendent").accessible();
            browser.screenshots("own-several-fr");
            browser.press("Relire et signer les mandats cochés").sees("Cochez au moins un mandat");
            browser.driver()
                    .findElements(org.openqa.selenium.By.cssSelector("[name=m]"))
                    .forEach(org.openqa.selenium.WebElement::click);
            browser.press("Relire et signer les mandats cochés").sees("Signer 2 mandats");
            browser.accessible().screenshots("several-sign-fr");
            browser.press("Signer avec ma clé d’accès").sees("Mandats signés");

            officer.into(browser);
            until(browser, path, "En mission");
            browser.accessible().screenshots("delegation-one-mission-fr");
            until(browser, path, "Télécharger toutes les lettres");
            assertThat(officer.get(path + "/letters").headers().firstValue("content-type"))
                    .contains("application/zip");
            browser.go("/console/mandates/calendar?within=30").sees("Forum de la console");
            browser.accessible().screenshots("calendar-fr");
            browser.go("/console/mandates/calendar?lang=en").sees("Last day");
            browser.screenshots("calendar-en").go("/console/mandates/conflicts?lang=fr");
            browser.sees("Deux délégations").sees("Déclaré").accessible();
            assertThat(officer.get("/console/mandates/calendar.ics").body())
                    .contains("BEGIN:VEVENT", "Forum de la console");
            assertThat(officer.get("/console/mandates/calendar?format=csv").body())
                    .contains("Forum de la console");
            assertThat(stranger.get("/console/mandates/calendar.ics").body())
                    .doesNotContain("Forum de la console");
            security.into(browser).go(path).press("Retirer sa place ou un pouvoir");
            browser.sees("Que révoquez-vous").choose("what", "whole");
            browser.type("reason", "Rappelée (exemple)").press("Continuer");
            browser.sees("Ce qui va se passer").find("main form[method=post] button").click();
            browser.sees("Le mandat est révoqué").go(path).sees("Révoqué").accessible();

            reported(browser, officer, path, first);
        }
    }

    private static String constituted(Browser browser) {
        browser.press("Constituer une délégation").sees("Qui mandate").accessible();
        browser.press("Ministre").sees("Pour quel événement").accessible();
        browser.type("country", "XX").press("Constituer la délégation");
        browser.sees("erreurs à corriger").accessible().sees("ce n’est pas le code ISO");
        browser.type("event", "Forum de la console (exemple)").type("place", "Dakar");
        browser.type("country", "SN").type("languages", "fr, en");
        browser.date("from", TODAY.toString()).date("last", TODAY.plusDays(4).toString());
        browser.type("basis", "Ordre de mission (exemple)");
        browser.screenshots("delegation-new-fr").press("Constituer la délégation");
        browser.sees("est constituée. Ajoutez ses membres").accessible();
        browser.screenshots("delegation-one-empty-fr");
        return browser.path();
    }

    private static void members(Browser browser, String path) {
        browser.press("Ajouter un membre").sees("Qui rejoint").type("q", "deleguee");
        browser.press("Chercher").sees("À titre personnel").accessible();
        browser.press("Déléguée").sees("La place de").accessible();
        browser.type("function", "Ingénieure (exemple)").type("home", "nulle-part");
        browser.choose("powers", "vote").press("Ajouter à la délégation");
        browser.sees("aucune structure n’a cet identifiant").type("home", "agence-deleguee");
        browser.screenshots("delegation-place-fr").press("Ajouter à la délégation");
        browser.sees("est dans la délégation").sees("agence-deleguee");
        browser.press("Ajouter un membre").type("q", "suppleant").press("Chercher");
        browser.press("Suppléant").sees("La place de");
        assertThat(browser.find("[name=powers][value=vote]").isSelected()).isTrue();
        browser.type("function", "Juriste (exemple)").type("home", "agence-deleguee");
        browser.choose("leads", "true").press("Ajouter à la délégation");
        browser.sees("a déjà un chef").choose("leads", "true");
        browser.press("Ajouter à la délégation").sees("Suppléant");
        browser.press("En faire le chef").sees("conduit la délégation").accessible();
        browser.screenshots("delegation-one-members-fr");

        browser.press("Modifier Exemple Déléguée").sees("Tout doit rester");
        browser.type("function", "Ingénieure en chef (exemple)").press("Continuer");
        browser.sees("Enregistrer le projet").sees("agence-deleguee");
        browser.press("Enregistrer le projet").sees("est modifié").sees("agence-deleguee");
        browser.press("Voir sa délégation").sees("Ingénieure en chef");
        browser.press("Modifier l’événement").type("place", "Thiès").press("Enregistrer");
        browser.sees("La délégation est modifiée").sees("Thiès").sees("agence-deleguee");
        assertThat(browser.path()).isEqualTo(path);
        browser.go(LIST + "?q=console&state=constituted").sees("Forum de la console");
        browser.accessible().screenshots("delegation-list-fr");
        browser.go(LIST + "?lang=en").sees("In the name of").screenshots("delegation-list-en");
        browser.go(path + "?lang=en").sees("How far it has come").accessible();
        browser.screenshots("delegation-one-en").go(path + "?lang=fr");
    }

    private void reported(Browser browser, TestSessions officer, String path, Person first)
            throws IOException {
        officer.into(browser);
        assertThat(officer.get(path + "/report").statusCode()).isEqualTo(409);
        SQL.sql("update mandates.delegation set from_day = ?, until_day = ? where id = ?")
                .params(
                        TODAY.minusDays(30),
                        TODAY.minusDays(20),
                        UUID.fromString(path.substring(LIST.length() + 1)))
                .update();
        browser.go("/console").sees("attend son compte rendu");
        browser.go(path).sees("Le compte rendu était attendu le").accessible();
        browser.press("Rendre compte").sees("Ce qui a été dit").accessible();
        browser.press("Déposer et clore").sees("Écrivez le compte rendu");
        Path wrong = Files.writeString(folder.resolve("notes.pdf"), "rien");
        browser.upload("file", wrong).press("Déposer et clore").sees("ni un PDF");
        Path right =
                Files.write(
                        folder.resolve("compte.pdf"),
                        "%PDF-1.7 exemple".getBytes(StandardCharsets.US_ASCII));
        browser.type("text", "Trois accords (exemple).").upload("file", right);
        browser.screenshots("delegation-report-fr").press("Déposer et clore");
        browser.sees("la délégation est close").sees("Trois accords").accessible();
        browser.screenshots("delegation-closed-fr");
        assertThat(officer.get(path + "/report/file").body()).startsWith("%PDF-1.7");
        assertThat(officer.post(path + "/report", Map.of("text", "encore")).statusCode())
                .isEqualTo(409);
        assertThat(first.name()).isEqualTo("Exemple Déléguée");
    }

    private static void until(Browser browser, String path, String text) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        do {
            browser.go(path);
        } while (!browser.text().contains(text) && System.nanoTime() < deadline);
        browser.sees(text);
    }
}

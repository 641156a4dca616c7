package org.danaya.mandates.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.DelegationMandates;
import org.danaya.mandates.console.Hands;
import org.danaya.page.Browser;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of mandates, approved in one answer and signed in one, in a browser. */
class BulkStoryTest {

    private static final LocalDate TODAY = DelegationMandates.today();
    private static final String HEAD = "personne;fonction;pouvoirs;du;au;acte\n";

    @TempDir private Path folder;

    @Test
    void aListIsPreviewedDraftedApprovedAndSignedAtOnce() throws IOException {
        DelegationMandates kit = new DelegationMandates("liste-console");
        kit.person("Listée Un");
        kit.person("Listée Deux");
        UUID elsewhere =
                TestPersons.structure(
                        TestPlatform.bean(JdbcClient.class), "voisine-liste", Optional.empty());
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer = Hands.of(Role.REGISTRATION_OFFICER, kit.structure);
                TestSessions stranger = Hands.of(Role.REGISTRATION_OFFICER, elsewhere);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            officer.into(browser).go("/console/mandates").press("Importer une liste");
            browser.sees("Qui donne ces mandats").press("Ministre");
            browser.sees("Colonnes nécessaires").accessible().screenshots("bulk-file-fr");
            browser.upload("file", file("fausse.csv", "personne;couleur\nx;y"));
            browser.press("Voir ce qu’il contient").sees("« couleur » n’est pas connue");
            String days = TODAY + ";" + TODAY.plusDays(60) + ";Décision (exemple)\n";
            browser.upload(
                    "file",
                    file(
                            "liste.csv",
                            HEAD
                                    + "Exemple Listée Un;Juriste (exemple);SIGNER;"
                                    + days
                                    + "Nul Part;Juriste (exemple);DANSER;"
                                    + days));
            browser.press("Voir ce qu’il contient").sees("une ligne sur 2").accessible();
            browser.sees("ne porte exactement ce nom").screenshots("bulk-wrong-fr");
            String list = browser.path();
            assertThat(stranger.get(list).statusCode()).isEqualTo(404);
            browser.press("Abandonner la liste").sees("La liste est abandonnée");
            browser.press("Importer une liste").press("Ministre");
            browser.upload(
                    "file",
                    file(
                            "liste.csv",
                            HEAD
                                    + "Exemple Listée Un;Juriste (exemple);SIGNER;"
                                    + days
                                    + "deux LISTEE exemple;Ingénieure (exemple);VOTER SIGNER;"
                                    + days));
            browser.press("Voir ce qu’il contient").sees("2 mandats seront rédigés");
            browser.accessible().screenshots("bulk-right-fr");
            browser.press("Rédiger ces 2 mandats").sees("Mandats rédigés").accessible();
            String batch = browser.path();
            assertThat(stranger.get(batch).statusCode()).isEqualTo(404);

            VirtualAuthenticator authenticator = browser.authenticator();
            UUID approver = Hands.enrolled(browser, administrator, "Approbatrice des listes");
            TestAccounts.give(
                    TestPlatform::bean, approver, Role.APPROVER, Optional.of(kit.structure));
            browser.go("/console/mandates/approve").sees("Listée Deux").accessible();
            browser.screenshots("several-choose-fr");
            browser.press("Relire les projets cochés").sees("Cochez au moins un mandat");
            browser.go(batch).press("Relire et approuver tout").sees("Approuver 2 mandats");
            browser.accessible().press("Approuver avec ma clé d’accès");
            browser.sees("Mandats approuvés");

            browser.driver().removeVirtualAuthenticator(authenticator);
            browser.authenticator();
            UUID minister = Hands.enrolled(browser, administrator, "Signataire des listes");
            Hands.standIn(kit.office.position(), minister, TODAY);
            browser.go("/account/mandates").sees("2 mandats attendent");
            browser.driver()
                    .findElements(org.openqa.selenium.By.cssSelector("[name=m]"))
                    .forEach(org.openqa.selenium.WebElement::click);
            browser.press("Relire et signer les mandats cochés").sees("Signer 2 mandats");
            browser.press("Signer avec ma clé d’accès").sees("Mandats signés");
            browser.sees("Mandats que vous avez donnés").accessible();
            browser.screenshots("own-granted-fr").press("Listée Deux").press("Révoquer");
            browser.sees("Que révoquez-vous").accessible().choose("what", "whole");
            browser.type("reason", "Changement (exemple)").press("Continuer");
            browser.sees("Ce qui va se passer").find("main form[method=post] button").click();
            browser.sees("Le mandat est révoqué").accessible();
            officer.into(browser).go(batch).sees("Listée Un").accessible();
            browser.screenshots("batch-fr").go(batch + "?lang=en").sees("in the name of");
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

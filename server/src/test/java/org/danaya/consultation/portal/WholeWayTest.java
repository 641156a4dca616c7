package org.danaya.consultation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.console.Hands;
import org.danaya.page.Browser;
import org.danaya.people.Persons;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A text from its first draft to the page that everybody reads, in a browser, by four people: who
 * drafts, who moves it on its way, who observes for a ministry on a telephone, and a citizen.
 */
class WholeWayTest {

    private static final String TEXT =
            """
            # Stratégie entière (exemple)

            ## Article 1 : Délai

            Un incident est signalé dans un délai de trente jours.

            ## Article 2 : Registre

            Le registre est public.
            """;

    private final JdbcClient sql = TestPlatform.bean(JdbcClient.class);
    private final UUID agency = TestPersons.structure(sql, "chemin-agence", Optional.empty());
    private final PlatformMandates mandates = new PlatformMandates("chemin-ministere", "CHM");

    @TempDir private Path folder;

    @Test
    void fourPeopleTakeATextFromItsDraftToEverybody() throws IOException {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/").authenticator();
            UUID mover = person(browser, administrator, "Conductrice", Role.COORDINATOR, agency);
            UUID observer =
                    person(
                            browser,
                            administrator,
                            "Observateur",
                            Role.CORRESPONDENT,
                            mandates.ministry.id());
            mandates.inForce(
                    mandates.terms(
                            TestPlatform.bean(Persons.class)
                                    .get(
                                            TestPlatform.bean(Accounts.class)
                                                    .get(observer)
                                                    .owner()
                                                    .person()),
                            Scope.OPEN,
                            Power.SUBMIT_OBSERVATION));
            UUID drafter = TestAccounts.with(TestPlatform::bean);
            TestAccounts.give(TestPlatform::bean, drafter, Role.COORDINATOR, Optional.of(agency));
            try (TestSessions drafts = signedIn(drafter);
                    TestSessions moves = signedIn(mover);
                    TestSessions observes = signedIn(observer)) {
                walk(browser, drafts, moves, observes);
            }
        }
    }

    private void walk(
            Browser browser, TestSessions drafts, TestSessions moves, TestSessions observes)
            throws IOException {
        drafts.into(browser).go("/console/texts/new");
        browser.type("title", "Stratégie entière (exemple)").type("structure", "chemin-agence");
        browser.press("Ouvrir le dossier").press("Importer un fichier");
        browser.upload("file", Files.writeString(folder.resolve("v1.md"), TEXT));
        browser.press("Lire le fichier").press("Créer la version").sees("La version 1 est créée");
        String first = browser.path();

        moves.into(browser).go(first).press("Figer ce texte").press("Figer le texte");
        move(browser.sees("Le texte est figé"), "Ouvrir la consultation", "in-consultation");
        browser.sees("La consultation est ouverte");
        drafts.into(browser).go(first + "/referrals/ask").type("structures", "chemin-ministere");
        browser.press("Saisir ces structures").sees("Structures saisies : 1").accessible();

        observes.into(browser).go("/account/texts").width(Browser.PHONE);
        browser.press("Stratégie entière (exemple)").accessible().press("Écrire une observation");
        browser.choose("part", "art_1")
                .type("quote", "trente jours")
                .type("comment", "Trop long (exemple).");
        browser.type("proposal", "trois jours").accessible().press("Garder dans la liste");
        browser.sees("L’observation est dans la liste").press("Relire et transmettre");
        browser.press("Transmettre avec ma clé d’accès").sees("transmise").accessible();

        drafts.into(browser).go(first).width(Browser.DESK);
        browser.go(first + "/answers").sees("Trop long (exemple).").press("Observation 1");
        browser.find("[name=answer][value=accepted]").click();
        browser.press("Enregistrer la réponse").sees("la réponse est enregistrée").accessible();
        move(moves.into(browser).go(first), "Clore", "closed");
        browser.sees("Les observations sont closes").accessible();

        drafts.into(browser).go(first);
        browser.press("Stratégie entière (exemple)").press("Commencer un brouillon");
        browser.find("form[action$='/begin'] button").click();
        browser.sees("Le brouillon est commencé");
        String second = browser.path().replaceFirst("/edit.*", "");
        edit(browser, second);
        moves.into(browser).go(second + "/freeze").sees("Ce qui empêche de figer").accessible();
        drafts.into(browser).go(second + "/why").choose("source", "observation");
        browser.type("observation", "1").choose("scope", "all").press("Donner cette cause");
        browser.sees("La cause est donnée").accessible();
        adopted(browser, moves, second);
        everybodyReads(browser);
    }

    private static void edit(Browser browser, String version) {
        browser.go(version + "/edit").press("Article 1").accessible();
        String text = browser.find("#text").getAttribute("value");
        browser.type("text", String.valueOf(text).replace("trente", "trois"));
        browser.press("Enregistrer").sees("C’est enregistré").sees("trois jours").accessible();
    }

    private static void adopted(Browser browser, TestSessions moves, String version) {
        moves.into(browser).go(version).press("Figer ce texte").press("Figer le texte");
        browser.sees("Le texte est figé");
        move(browser, "Valider techniquement", "validated");
        move(browser, "Transmettre au Secrétariat général", "sent");
        move(browser, "Noter l’inscription au Conseil", "on-agenda");
        browser.sees("L’inscription au Conseil est notée")
                .press("Noter l’acte d’adoption")
                .choose("kind", "communication");
        browser.date("day", "2025-12-03").type("reference", "Communiqué (exemple)");
        browser.find("[name=earlier]").click();
        browser.press("Noter l’acte").sees("L’acte d’adoption est noté").press("Publier");
        browser.press("Publier avec ma clé d’accès").sees("Le texte est publié").accessible();
    }

    private static void move(Browser browser, String step, String stage) {
        browser.press(step).find("form[action$='/move/%s'] button".formatted(stage)).click();
    }

    private static void everybodyReads(Browser browser) {
        browser.driver().manage().deleteAllCookies();
        browser.go("/texts").width(Browser.PHONE).press("Stratégie entière (exemple)");
        browser.sees("Pris acte par le Conseil").accessible().press("Ce qui a été demandé");
        browser.sees("Trop long (exemple).").sees("Acceptée").accessible();
        browser.screenshots("whole-way-answers-fr").press("1 modification");
        browser.sees("Observation 1 – ").sees("trois").accessible();
        browser.screenshots("whole-way-why-fr");
        assertThat(browser.text()).doesNotContain("Observateur", "Conductrice");
    }

    private static UUID person(
            Browser browser, TestSessions administrator, String name, Role role, UUID structure) {
        UUID account = Hands.enrolled(browser, administrator, name);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return account;
    }

    private static TestSessions signedIn(UUID account) {
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}

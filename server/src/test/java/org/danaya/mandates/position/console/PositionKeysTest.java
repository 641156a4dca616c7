package org.danaya.mandates.position.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.DelegationMandates;
import org.danaya.mandates.console.Hands;
import org.danaya.mandates.position.PlatformPositions;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;

/** A position written, validated and signed by people who have no mouse. Half a minute. */
class PositionKeysTest {

    private static final String SUBJECT = "Clavier seul (exemple)";

    private final PlatformPositions kit = new PlatformPositions("positions-clavier");

    @Test
    void keysAloneAreEnough() {
        UUID structure = kit.mandates.structure;
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions officer = Hands.of(Role.REGISTRATION_OFFICER, structure);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            officer.into(browser).go("/console/official-positions");
            reach(browser, "Rédiger une position").key(Keys.ENTER).sees("Au nom de quelle");
            reach(browser, "positions-clavier").key(Keys.ENTER).sees("Rien n’est dit avant");
            reach(browser, "kind|").key(Keys.SPACE);
            typed(browser, "subject-fr|", SUBJECT);
            typed(browser, "text-fr|", "Un texte écrit sans souris.");
            reach(browser, "Soumettre à la validation").key(Keys.ENTER);
            browser.sees("Le projet est enregistré");
            String draft = browser.path();
            reach(browser, "Modifier le projet").key(Keys.ENTER).sees("Modifier le projet de");
            typed(browser, "text-fr|", " Et corrigé.");
            reach(browser, "Enregistrer le projet").key(Keys.ENTER).sees("Et corrigé");

            VirtualAuthenticator first = browser.authenticator();
            UUID validator = Hands.enrolled(browser, administrator, "Validatrice au clavier");
            TestAccounts.give(TestPlatform::bean, validator, Role.APPROVER, Optional.of(structure));
            browser.go("/console");
            reach(browser, "attend votre validation").key(Keys.ENTER).sees(SUBJECT);
            reach(browser, draft).key(Keys.ENTER).sees("Relire et valider");
            reach(browser, "Relire et valider").key(Keys.ENTER).sees("Valider avec ma clé");
            reach(browser, "Valider avec ma clé").key(Keys.ENTER).sees("Le texte est validé");

            browser.driver().removeVirtualAuthenticator(first);
            browser.authenticator();
            UUID speaker = Hands.enrolled(browser, administrator, "Signataire au clavier");
            Hands.standIn(kit.mandates.office.position(), speaker, DelegationMandates.today());
            browser.go("/console");
            reach(browser, "attend votre signature").key(Keys.ENTER).sees(SUBJECT);
            reach(browser, SUBJECT).key(Keys.ENTER).sees("Relire et signer");
            reach(browser, "Relire et signer").key(Keys.ENTER).sees("Signer avec ma clé");
            reach(browser, "Signer avec ma clé").key(Keys.ENTER).sees("Le texte est signé");
            assertThat(browser.accessible().text()).contains(SUBJECT);
        }
    }

    private static void typed(Browser browser, String field, String text) {
        reach(browser, field);
        new Actions(browser.driver()).sendKeys(text).perform();
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
                                            const text = e.matches('a, button') ? e.innerText : '';
                                            return (e.name ?? '') + '|' + text + ' ' + (e.getAttribute('href') ?? '')
                                                + (seen ? '' : ' (unseen)');
                                            """));
            if (here.contains(what)) {
                assertThat(here).doesNotContain("(unseen)");
                return browser;
            }
        }
        throw new AssertionError("The tabulator key doesn't lead to " + what);
    }
}

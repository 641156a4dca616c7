package org.danaya.mandates.delegation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.DelegationMandates;
import org.danaya.mandates.Known;
import org.danaya.mandates.Period;
import org.danaya.mandates.console.Hands;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.page.Browser;
import org.danaya.people.Person;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;

/**
 * Two delegations that share a member, of two structures that don't see each other's, and what
 * becomes of them when nobody goes. Half a minute.
 */
class AbandonStoryTest {

    private static final String LIST = "/console/mandates/delegations/";
    private static final LocalDate TODAY = DelegationMandates.today();
    private static final Period DAYS = new Period(TODAY.plusDays(3), TODAY.plusDays(8));

    @Test
    void aNeighboursDelegationIsntNamedAndAnAbandonedOneIsOver() {
        DelegationMandates kit = new DelegationMandates("delegation-abandon");
        DelegationMandates next = new DelegationMandates("delegation-abandon-voisine");
        Person member = kit.person("Partagée");
        Delegation own = kit.alone(member, "Forum abandonné (exemple)", DAYS);
        Delegation others = next.alone(member, "Forum secret (exemple)", DAYS);
        String path = LIST + own.id();
        try (TestSessions officer = Hands.of(Role.REGISTRATION_OFFICER, kit.structure);
                TestSessions security = Hands.of(Role.SECURITY_OFFICER, kit.structure);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            officer.into(browser).go(path).sees("Partagée : une autre délégation").accessible();
            assertThat(browser.text()).doesNotContain("Forum secret", "D-" + others.number());
            browser.screenshots("delegation-clash-hidden-fr");
            browser.go("/console/mandates/conflicts").sees("Une autre délégation").accessible();
            assertThat(browser.text()).doesNotContain("voisine", "D-" + others.number());
            browser.screenshots("conflicts-hidden-fr");
            assertThat(officer.get("/console/mandates/conflicts?format=csv").body())
                    .contains("Une autre délégation")
                    .doesNotContain("voisine");

            browser.go(path).press("Abandonner la délégation").sees("Ce qui va se passer");
            browser.sees("Le public n’en a jamais rien su").accessible();
            browser.screenshots("delegation-abandon-fr");
            kit.sign(own.members().stream().map(Known::head).toList());
            Map<String, String> asked = Map.of("state", "unsigned", "reason", "Essai (exemple)");
            assertThat(officer.post(path + "/abandon", asked).statusCode())
                    .as("it was signed meanwhile: whoever drafts can't any more")
                    .isEqualTo(403);
            assertThat(security.post(path + "/abandon", asked).statusCode())
                    .as("who can saw something else")
                    .isEqualTo(409);
            assertThat(delegations().get(own.id()).abandoned()).isEmpty();

            until(browser, path, "Voir la page publique");
            security.into(browser).go(path).press("Abandonner la délégation");
            browser.sees("Une place signée est révoquée").sees("Exemple Partagée");
            browser.submit().sees("erreur à corriger").accessible();
            browser.type("reason", "Forum annulé (exemple)").submit();
            browser.sees("La délégation est abandonnée").sees("Abandonnée par").accessible();
            browser.screenshots("delegation-abandoned-fr");
            browser.go(path + "?lang=en").sees("Abandoned by").accessible();
            browser.screenshots("delegation-abandoned-en").go("/delegations/" + own.number());
            browser.sees("Abandoned").sees("No longer a member").accessible();
            browser.screenshots("delegation-abandoned-public-en");
            assertThat(browser.text()).doesNotContain("Forum annulé");
            browser.go(path + "?lang=fr");
            assertThat(officer.post(path + "/abandon", Map.of("reason", "encore")).statusCode())
                    .isEqualTo(409);
        }
    }

    private static Delegations delegations() {
        return TestPlatform.bean(Delegations.class);
    }

    private static void until(Browser browser, String path, String text) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        do {
            browser.go(path);
        } while (!browser.text().contains(text) && System.nanoTime() < deadline);
        browser.sees(text);
    }
}

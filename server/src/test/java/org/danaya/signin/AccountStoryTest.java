package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.logging.LogType;

/** Inviting, proposing, approving, suspending: in a browser, with two people. */
class AccountStoryTest {

    @Test
    void aSecondPersonIsInvitedGetsARoleAndIsSuspended() {
        try (TestPlatform.Own platform = TestPlatform.own(Map.of());
                Browser first = Browser.open(platform.address());
                Browser second = Browser.open(platform.address(), "en")) {
            first.authenticator();
            second.authenticator();
            enrol(first, platform.firstLink().toString(), "Exemple", "Première");
            first.go("/console/accounts").sees("Exemple Première").accessible();
            first.screenshots("access-accounts-fr");
            first.press("Inviter une personne").accessible().screenshots("access-invite-fr");
            first.type("given-names", "exemple").type("family-name", "PREMIERE").submit();
            first.sees("Quelqu’un porte déjà ce nom").accessible();
            first.screenshots("access-invite-homonym-fr");
            first.find("main a[href^='/console/accounts?person=']").click();
            first.sees("Les comptes de Exemple Première");
            // The browser complains of the refusal, as it should; of nothing else until the end.
            first.driver().manage().logs().get(LogType.BROWSER);
            first.go("/console/accounts/invite");
            first.type("given-names", "Exemple").type("family-name", "Seconde").submit();
            first.sees("Lien d’invitation").accessible().screenshots("access-link-fr");
            String link = first.find("code").getText();

            second.driver().get(link);
            second.sees("Open your account").accessible().screenshots("signin-link-en");
            second.submit().sees("Welcome, Exemple Seconde").accessible();
            second.type("label", "Phone").submit().sees("Recovery codes");
            second.go("/account").sees("No role for now").accessible();
            second.go("/console/accounts").sees("You have no right");

            first.go("/console/accounts").press("Exemple Seconde").accessible();
            first.screenshots("access-account-fr");
            UUID account = UUID.fromString(first.path().replaceFirst(".*/", ""));
            first.press("Proposer un rôle").accessible().screenshots("access-propose-fr");
            first.sees("Personne ne peut encore approuver");
            first.choose("role", "analyst").type("reason", "Exemple").submit();
            first.sees("attend l’approbation").sees("admin-link --for approver").accessible();
            first.screenshots("access-proposals-fr");
            first.go("/console/accounts?state=active&lang=en").sees("Accounts").accessible();
            first.screenshots("access-accounts-en");
            first.press("Exemple Seconde").press("See the person and their positions");
            first.sees("See their account and roles").accessible();
            first.screenshots("people-person-account-en");
            first.press("See their account and roles").sees("The accounts of Exemple Seconde");
            first.accessible().screenshots("access-accounts-person-en");
            first.go("/console?lang=fr");
            TestAccounts.give(platform::bean, account, Role.APPROVER, Optional.empty());
            second.go("/console/roles").find("main a[href^='/console/roles/']").click();
            second.sees("Waiting");
            assertThat(second.text()).doesNotContain("Approve\n");

            first.go("/console/accounts").press("Exemple Seconde");
            first.type("reason", "Exemple").press("Suspendre le compte");
            first.sees("Le compte est suspendu").accessible();
            second.go("/account").sees("Sign in with a passkey");
            second.submit().sees("not accepted").accessible();
            first.press("Lever la suspension").sees("La suspension est levée");
            second.go("/account").sees("Sign in").submit().sees("My account");
            assertThat(platform.bean(Accounts.class).active(account)).isPresent();
            first.quiet();
        }
    }

    @Test
    void aStaleAssertionIsAskedForAgainWithoutLosingTheForm() {
        try (TestPlatform.Own platform = TestPlatform.own(Map.of("session.fresh-limit", "1ms"));
                Browser browser = Browser.open(platform.address())) {
            browser.authenticator();
            enrol(browser, platform.firstLink().toString(), "Exemple", "Première");
            browser.go("/console/accounts/invite");
            browser.type("given-names", "Exemple").type("family-name", "Retrouvée").submit();
            browser.sees("Confirmez que c’est vous").accessible();
            browser.screenshots("signin-confirm-fr");
            assertThat(browser.find("input[name='family-name']").getDomAttribute("value"))
                    .isEqualTo("Retrouvée");
        }
    }

    @Test
    void aRoleIsApprovedByAnotherPersonOverHttp() {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR);
                TestSessions approver = TestSessions.signedInAs(Role.APPROVER);
                TestSessions person = TestSessions.signedInAs()) {
            String propose = "/console/accounts/" + person.account() + "/propose";
            Map<String, String> wish = Map.of("role", "auditor", "reason", "Exemple");
            assertThat(administrator.post(propose, wish).statusCode()).isEqualTo(303);
            assertThat(person.get("/console/jobs").statusCode()).isEqualTo(403);
            String list = approver.get("/console/roles").body();
            String proposal = list.substring(list.indexOf("/console/roles/")).split("\"", 2)[0];
            assertThat(administrator.post(proposal + "/approve", Map.of()).statusCode())
                    .isEqualTo(403);
            assertThat(approver.post(proposal + "/approve", Map.of()).statusCode()).isEqualTo(303);
            assertThat(person.get("/console/jobs").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR)) {
            assertThat(administrator.forged("/account/sessions/end-all").statusCode())
                    .isEqualTo(403);
            assertThat(administrator.get("/account").statusCode()).isEqualTo(200);
        }
    }

    private static void enrol(Browser browser, String link, String given, String family) {
        browser.driver().get(link);
        browser.submit().type("given-names", given).type("family-name", family);
        browser.type("label", "Essai").submit().sees("Codes de secours");
    }
}

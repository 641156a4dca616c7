package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Whole stories, in a real browser with a virtual authenticator. */
class StoryTest {

    @Test
    void fromTheFirstLinkToRecovery() {
        try (TestPlatform.Own platform = TestPlatform.own(Map.of());
                Browser browser = Browser.open(platform.address())) {
            var authenticator = browser.authenticator();
            String link = platform.firstLink().toString();
            browser.driver().get(link);
            browser.accessible().quiet().screenshots("signin-link-fr");
            assertThat(browser.driver().getCurrentUrl()).doesNotContain("#");
            browser.submit();
            browser.sees("Créer votre clé d’accès").accessible().screenshots("signin-enrol-fr");
            browser.submit().sees("erreurs à corriger").accessible();
            browser.type("given-names", "Exemple").type("family-name", "Première");
            browser.type("label", "Ordinateur d’essai").submit();
            browser.sees("Codes de secours").accessible().screenshots("signin-codes-none-fr");
            browser.submit().sees("ne seront plus jamais affichés");
            browser.accessible().screenshots("signin-codes-fr");
            List<String> codes =
                    browser.driver().findElements(By.cssSelector(".secrets code")).stream()
                            .map(WebElement::getText)
                            .toList();
            assertThat(codes)
                    .hasSize(10)
                    .allMatch(code -> code.matches("([0-9A-Z]{5}-){3}[0-9A-Z]{5}"));

            browser.go("/account").sees("Exemple Première").accessible();
            browser.screenshots("signin-account-fr");
            browser.go("/account/passkeys").sees("Ordinateur d’essai").accessible();
            browser.screenshots("signin-passkeys-fr");
            browser.go("/account/sessions").sees("Chrome").accessible();
            browser.screenshots("signin-sessions-fr");
            browser.press("Sortir de partout");
            browser.sees("Entrer").accessible().screenshots("signin-door-fr");
            browser.go("/account").sees("Entrer");
            browser.submit().sees("Mon compte");

            browser.press("Se déconnecter").sees("Vous êtes sorti");
            authenticator.removeAllCredentials();
            browser.press("J’ai perdu mes clés d’accès").sees("code de secours").accessible();
            browser.screenshots("signin-recover-fr");
            browser.type("code", "AAAAA-AAAAA-AAAAA-AAAAA").submit().sees("n’est pas valable");
            browser.accessible();
            browser.type("code", codes.getFirst().toLowerCase(Locale.ROOT)).submit();
            browser.sees("Créer une nouvelle clé").accessible().screenshots("signin-renew-fr");
            browser.go("/account").sees("Créer une nouvelle clé");
            browser.type("label", "Nouvel appareil")
                    .submit()
                    .sees("La nouvelle clé d’accès est prête");
            browser.go("/account/passkeys").sees("Ordinateur d’essai").sees("Nouvel appareil");
            browser.press("Ordinateur d’essai");
            browser.accessible().screenshots("signin-passkey-fr");
            browser.press("Retirer cette clé").sees("La clé d’accès est retirée");
            browser.driver().get(link);
            browser.submit().sees("n’est pas valable");
            browser.go("/?lang=en").go("/account/passkeys").sees("Nouvel appareil").accessible();
            browser.screenshots("signin-passkeys-en");
        }
    }

    @Test
    void aSessionOfTheTestKitIsASession() {
        try (TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR)) {
            HttpResponse<String> page = auditor.get("/account");
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).contains("Auditeur");
            assertThat(auditor.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
            assertThat(auditor.get("/account").statusCode()).isEqualTo(303);
        }
    }
}

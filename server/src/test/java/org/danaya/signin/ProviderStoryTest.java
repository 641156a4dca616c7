package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.danaya.signin.oidc.FakeProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binding one's account to a foreign provider and signing in through it, in a browser. */
class ProviderStoryTest {

    @Test
    void anAccountOpensThroughTheProviderOnceItsOwnerBoundIt(@TempDir Path folder)
            throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), FakeProvider.SECRET + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        try (FakeProvider provider = new FakeProvider(Clock.systemUTC())) {
            provider.down();
            Map<String, String> settings =
                    Map.of(
                            "oidc.issuer",
                            provider.issuer().toString(),
                            "oidc.client-id",
                            FakeProvider.CLIENT,
                            "oidc.client-secret-file",
                            secret.toString(),
                            "oidc.name",
                            "Identité Exemple");
            try (TestPlatform.Own platform = TestPlatform.own(settings);
                    Browser browser = Browser.open(platform.address())) {
                browser.authenticator();
                browser.go("/sign-in").press("Entrer avec Identité Exemple");
                browser.sees("ne répond pas pour l’instant").accessible();
                browser.screenshots("signin-provider-silent-fr");
                provider.up();
                browser.press("Entrer avec Identité Exemple").sees("n’est lié à aucun compte");
                browser.accessible();

                browser.driver().get(platform.firstLink().toString());
                browser.submit().type("given-names", "Exemple").type("family-name", "Première");
                browser.type("label", "Essai").submit().sees("Codes de secours");
                browser.go("/account").screenshots("signin-account-provider-fr");
                browser.press("Identité Exemple").sees("Vous pouvez lier").accessible();
                browser.screenshots("signin-provider-fr");
                browser.press("Lier mon compte").sees("Vous allez quitter").accessible();
                browser.screenshots("signin-provider-leave-fr");
                browser.press("Continuer chez").sees("Votre compte est lié à Identité Exemple");
                browser.accessible().screenshots("signin-provider-bound-fr");
                browser.press("Se déconnecter").sees("Vous êtes sorti");

                browser.go("/sign-in?next=/account/sessions&lang=en");
                browser.press("Sign in with Identité Exemple").sees("My sessions");
                assertThat(browser.path()).startsWith("/account/sessions");
                browser.go("/account/passkeys/new").sees("Confirm that it is you");
                browser.go("/account/provider").sees("Last sign-in").accessible();
                browser.screenshots("signin-provider-bound-en");
                browser.press("Unlink my account").sees("Confirm that it is you");
                browser.submit().sees("Your account is no longer linked");
                browser.go("/console").sees("Identity provider Identité Exemple").accessible();
                browser.press("Sign out").sees("signed out");
                browser.press("Sign in with Identité Exemple").sees("isn’t linked to any account");

                provider.subject("quelqu-un-d-autre");
                browser.press("Sign in with Identité Exemple").sees("isn’t linked to any account");
                assertThat(browser.go("/account").path()).startsWith("/sign-in");
            }
        }
    }
}

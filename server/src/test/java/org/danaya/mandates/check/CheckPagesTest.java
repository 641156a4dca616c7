package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.page.Browser;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** « Vérifier » as the public does it, on a phone. About 25 seconds. */
class CheckPagesTest {

    private static PlatformMandates kit;
    private static Mandate.Head speaker;
    private static Mandate.Head revoked;
    private static Mandate.Head draft;
    private static Browser browser;

    @BeforeAll
    static void open() {
        kit = new PlatformMandates("verifier-exemple", "MVE");
        Scope mali =
                new Scope(
                        Map.of(Scope.Side.TERRITORY, Limit.of(List.of("ML"))),
                        java.util.Optional.empty());
        List<Mandate.Head> heads =
                kit.inForce(
                        kit.terms(
                                kit.person("Ɲaɲa Éloïse", "KƐITA EXEMPLE"),
                                mali,
                                Power.SPEAK,
                                Power.NEGOTIATE),
                        kit.terms(kit.person("Modibo", "DIARRA EXEMPLE"), Scope.OPEN, Power.SIGN));
        speaker = heads.getFirst();
        revoked = heads.getLast();
        kit.mandates.endings().revoke(revoked.id(), UUID.randomUUID(), "Fin (exemple)");
        draft = kit.drafted(kit.terms(kit.person("Awa", "TOURÉ EXEMPLE"), mali, Power.SIGN));
        browser = Browser.open(TestPlatform.address()).width(Browser.PHONE);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static String code(Mandate.Head head) {
        return ShortCode.ofData(head.code()).toString();
    }

    private static void typed(String text) {
        browser.go("/verify").find("[name=code]").sendKeys(text + Keys.ENTER);
    }

    private static String verdict() {
        return browser.find("[data-verdict]").getAttribute("data-verdict");
    }

    @Test
    void aCodeIsTypedByKeyboardAloneOnAPhone() {
        browser.go("/").sees("Vérifier").press("Vérifier");
        browser.sees("Une personne vous montre un mandat");
        browser.accessible().screenshots("verify-ask");
        for (int i = 0; i < 20 && !"code".equals(browser.focused().getAttribute("name")); i++) {
            browser.key(Keys.TAB);
        }
        browser.focused().sendKeys(code(speaker).toLowerCase().replace("-", " "));
        browser.key(Keys.TAB).key(Keys.ENTER);
        assertThat(verdict()).isEqualTo("VALIDE");
        browser.sees("Ɲaɲa Éloïse KƐITA EXEMPLE (Conseillère (exemple)")
                .sees("s’exprimer publiquement et négocier pour MVE")
                .sees("à l’instant");
        browser.accessible().screenshots("verify-valid");
        assertThat(browser.path()).isEqualTo("/verify");
    }

    @Test
    void aRevokedOneIsSaidSoAndADraftIsNobodysBusiness() {
        typed(code(revoked));
        assertThat(verdict()).isEqualTo("REVOQUE");
        browser.accessible().screenshots("verify-revoked");
        typed(code(draft));
        assertThat(verdict()).isEqualTo("INCONNU_OU_FALSIFIE");
        assertThat(browser.text()).doesNotContain("TOURÉ");
    }

    @Test
    void aDoubtfulCharacterIsNamedAndTheCodeIsOffered() {
        String right = code(speaker);
        char other = right.charAt(5) == 'K' ? 'M' : 'K';
        typed(right.substring(0, 5) + other + right.substring(6));
        browser.sees("Le 5e caractère est douteux").sees("C’est bien " + right);
        browser.accessible().screenshots("verify-doubtful");
        browser.press("C’est bien");
        assertThat(verdict()).isEqualTo("VALIDE");
        typed("0000-000U-0000");
        browser.sees("Le 8e caractère n’existe dans aucun code");
        browser.accessible().screenshots("verify-mistyped");
        typed("ABCD");
        browser.sees("Un code a 12 caractères ; celui-ci en a 4");
    }

    @Test
    void theShortAddressOnlyFillsTheCodeIn() {
        browser.go("/m/" + code(speaker)).sees("Vérifier");
        assertThat(browser.find("[name=code]").getAttribute("value")).isEqualTo(code(speaker));
        assertThat(browser.has("[data-verdict]")).isFalse();
        assertThat(browser.text()).doesNotContain("KƐITA");
        browser.submit();
        assertThat(verdict()).isEqualTo("VALIDE");
    }

    @Test
    void inEnglishToo() {
        try (Browser english = Browser.open(TestPlatform.address(), "en")) {
            english.go("/verify").sees("Somebody shows you a mandate");
            english.type("code", code(speaker)).submit();
            english.sees("for MVE").accessible().screenshots("verify-valid-en");
        }
    }
}

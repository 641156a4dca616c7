package org.danaya.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.danaya.app.TestPlatform;
import org.danaya.page.Browser;
import org.junit.jupiter.api.Test;

class HomePagesTest {

    @Test
    void theFirstPageIsReadInFrenchAndInEnglish() {
        try (Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/").accessible().quiet().screenshots("portal-home-fr");
            assertThat(browser.heading()).isEqualTo("La confiance se vérifie");
            browser.press("English").accessible().screenshots("portal-home-en");
            assertThat(browser.heading()).isEqualTo("Trust is checked, not asked for");
            browser.go("/");
            assertThat(browser.heading()).isEqualTo("Trust is checked, not asked for");
        }
    }
}

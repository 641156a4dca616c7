package org.danaya.consultation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Drafting;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TextKind;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Upload;
import org.danaya.page.Browser;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the Council's agenda to the page that everybody reads. */
class PublicTextTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final Texts TEXTS = TestPlatform.bean(Texts.class);

    private final UUID structure = TestPersons.structure(SQL, "textes-publics", Optional.empty());
    private final UUID account = TestAccounts.with(TestPlatform::bean);

    private Dossier dossier() {
        return TEXTS.drafting()
                .open(
                        account,
                        new Drafting.Opening(
                                "strategie-publique-exemple",
                                TextKind.STRATEGY,
                                "Stratégie publique (exemple)",
                                Optional.empty(),
                                "fra",
                                new Dossier.Lead(
                                        structure, "Ministère (exemple)", "textes-publics")))
                .orElseThrow();
    }

    private TextVersion frozen(Dossier dossier, String words) {
        String text = "# Stratégie publique (exemple)\n\n## Article 1 : Objet\n\n" + words + "\n";
        UUID file =
                TEXTS.drafting()
                        .understand(
                                account,
                                dossier,
                                new Upload("v.md", text.getBytes(StandardCharsets.UTF_8)))
                        .id();
        TextVersion draft = TEXTS.drafting().take(account, file);
        assertThat(TEXTS.way().freeze(account, draft.id(), 1)).isInstanceOf(Freezing.Frozen.class);
        return TEXTS.register().version(draft.id());
    }

    @Test
    void whatIsAdoptedIsToldWithItsWayAndNothingBefore() throws IOException {
        TestAccounts.give(TestPlatform::bean, account, Role.COORDINATOR, Optional.of(structure));
        Dossier dossier = dossier();
        frozen(dossier, "Elle vise la confiance.");
        TextVersion version = frozen(dossier, "Elle vise la confiance et la résilience.");
        for (Stage stage : List.of(Stage.VALIDATED, Stage.SENT, Stage.ON_AGENDA)) {
            TEXTS.way().move(account, version.id(), stage, Optional.empty());
        }
        try (TestSessions coordinator =
                        TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
                Browser browser = Browser.open(TestPlatform.address())) {
            String page = "/console/texts/versions/" + version.id();
            String open = "/texts/" + dossier.slug();
            assertThat(coordinator.get(open).statusCode()).isEqualTo(404);
            assertThat(coordinator.get("/texts").body()).doesNotContain(dossier.title());
            browser.go("/");
            coordinator.into(browser).go(page).press("Noter l’acte d’adoption");
            browser.sees("L’acte entre au journal public").accessible();
            browser.screenshots("text-adopt-fr").choose("kind", "law").date("day", "2025-12-03");
            browser.type("reference", "Communiqué du Conseil (exemple)").press("Noter l’acte");
            browser.sees("Donnez le numéro de cet acte").accessible();
            browser.choose("kind", "communication").press("Noter l’acte");
            browser.sees("L’acte d’adoption est noté").sees("Pris acte par le Conseil");
            assertThat(coordinator.get(open).statusCode()).isEqualTo(404);
            browser.press("Publier").sees("Cela ne se défait pas").accessible();
            browser.find("main form[method=post] button").click();
            browser.sees("Le texte est publié").driver().manage().deleteAllCookies();

            browser.go("/texts").press("Stratégie publique (exemple)").accessible();
            browser.sees("Communication écrite dont le Conseil a pris acte, le 3 décembre 2025");
            browser.sees("Inscrit au Conseil des ministres").screenshots("text-public-fr");
            assertThat(browser.text()).doesNotContain("Essai");
            browser.go(open + "?lang=en").sees("Taken note of by the Council").accessible();
            browser.screenshots("text-public-en").go(open + "?lang=fr");
            browser.press("Ce qui a changé depuis la version précédente");
            browser.sees("De la version 1 à la version 2").accessible();
            assertThat(coordinator.get(open + "/text.akn").body()).contains("résilience");
            assertThat(coordinator.get(open + "/text.pdf").statusCode()).isEqualTo(200);
            assertThat(coordinator.get(open + "/changes/1").statusCode()).isEqualTo(404);
            assertThat(coordinator.post(page + "/publish", Map.of()).statusCode()).isEqualTo(409);
        }
    }
}

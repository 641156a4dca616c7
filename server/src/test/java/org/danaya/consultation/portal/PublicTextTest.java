package org.danaya.consultation.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
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
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Causes;
import org.danaya.consultation.paper.PublishedPapers;
import org.danaya.form.Upload;
import org.danaya.mandates.console.Hands;
import org.danaya.mandates.letter.ExampleLetters;
import org.danaya.page.Browser;
import org.danaya.people.TestPersons;
import org.danaya.signin.TestSessions;
import org.danaya.trust.authority.PlatformAuthorities;
import org.danaya.trust.authority.PlatformSeals;
import org.danaya.trust.profile.AuthorityKind;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the Council's agenda to the page that everybody reads. */
class PublicTextTest {

    private static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);
    private static final Texts TEXTS = TestPlatform.bean(Texts.class);

    private final UUID structure = TestPersons.structure(SQL, "textes-publics", Optional.empty());

    private static Dossier dossier(UUID account, UUID structure) {
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

    private static TextVersion frozen(UUID account, Dossier dossier, String words) {
        String text = "# Stratégie publique (exemple)\n\n## Article 1 : Objet\n\n" + words + "\n";
        UUID file =
                TEXTS.drafting()
                        .understand(
                                account,
                                dossier,
                                new Upload("v.md", text.getBytes(StandardCharsets.UTF_8)))
                        .id();
        TextVersion draft = TEXTS.drafting().take(account, file);
        Causes causes = TestPlatform.bean(Answers.class).causes();
        if (causes.former(draft).isPresent()) {
            List<String> changes =
                    causes.explanation(draft).changes().stream()
                            .map(each -> each.hunk().id())
                            .toList();
            causes.give(account, draft, changes, new Cause.Editorial("Précision (exemple)"));
        }
        assertThat(TEXTS.way().freeze(account, draft.id(), 1)).isInstanceOf(Freezing.Frozen.class);
        return TEXTS.register().version(draft.id());
    }

    /** The coordinator's passkey is in the browser. */
    private UUID coordinator(Browser browser) {
        browser.go("/").authenticator();
        try (TestSessions administrator = TestSessions.signedInAs(Role.ADMINISTRATOR)) {
            UUID account = Hands.enrolled(browser, administrator, "Coordinatrice");
            TestAccounts.give(
                    TestPlatform::bean, account, Role.COORDINATOR, Optional.of(structure));
            return account;
        }
    }

    @Test
    void whatIsAdoptedIsToldWithItsWayAndNothingBefore() throws Exception {
        PlatformAuthorities.on(TestPlatform::bean, AuthorityKind.STRUCTURES);
        PlatformSeals.certify(TestPlatform::bean, structure, "textes-publics", "Textes (exemple)");
        try (Browser browser = Browser.open(TestPlatform.address())) {
            told(browser, coordinator(browser));
        }
    }

    private void told(Browser browser, UUID account) throws Exception {
        Dossier dossier = dossier(account, structure);
        frozen(account, dossier, "Elle vise la confiance.");
        TextVersion version = frozen(account, dossier, "Elle vise la confiance et la résilience.");
        for (Stage stage : List.of(Stage.VALIDATED, Stage.SENT, Stage.ON_AGENDA)) {
            TEXTS.way().move(account, version.id(), stage, Optional.empty());
        }
        try (TestSessions coordinator =
                TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account)) {
            String page = "/console/texts/versions/" + version.id();
            String open = "/texts/" + dossier.slug();
            assertThat(coordinator.get(open).statusCode()).isEqualTo(404);
            assertThat(coordinator.get("/texts").body()).doesNotContain(dossier.title());
            browser.go("/");
            coordinator.into(browser).go(page).press("Noter l’acte d’adoption");
            browser.sees("L’acte entre au journal public").accessible();
            browser.screenshots("text-adopt-fr").choose("kind", "law").date("day", "2025-12-03");
            browser.type("reference", "Communiqué du Conseil (exempel)").press("Noter l’acte");
            browser.sees("Donnez le numéro de cet acte").accessible();
            browser.choose("kind", "communication").press("Noter l’acte");
            browser.sees("Cette date précède le jour où le texte a été figé").accessible();
            browser.find("[name=earlier]").click();
            browser.press("Noter l’acte")
                    .sees("L’acte d’adoption est noté")
                    .sees("Pris acte par le Conseil");
            assertThat(coordinator.get(open).statusCode()).isEqualTo(404);
            browser.press("Publier").sees("(exempel)");
            corrected(browser);
            browser.press("Publier").sees("Cela ne se défait pas").sees("3 décembre 2025");
            browser.sees("Communiqué du Conseil (exemple)").accessible();
            browser.screenshots("text-publish-fr");
            browser.press("Publier avec ma clé d’accès")
                    .sees("Le texte est publié")
                    .driver()
                    .manage()
                    .deleteAllCookies();

            browser.go("/texts").press("Stratégie publique (exemple)").accessible();
            browser.sees("Communication écrite dont le Conseil a pris acte, le 3 décembre 2025");
            browser.sees("Inscrit au Conseil des ministres")
                    .sees("Acte corrigé avant la publication");
            browser.sees("Coquille (exemple)").screenshots("text-public-fr");
            assertThat(browser.text()).doesNotContain("Essai");
            browser.go(open + "?lang=en").sees("Taken note of by the Council").accessible();
            browser.screenshots("text-public-en").go(open + "?lang=fr");
            browser.press("Ce qui a changé depuis la version précédente");
            browser.sees("De la version 1 à la version 2").accessible();
            assertThat(coordinator.get(open + "/text.akn").body()).contains("résilience");
            assertThat(coordinator.get(open + "/text.pdf").statusCode()).isEqualTo(200);
            assertThat(coordinator.get(open + "/changes/1").statusCode()).isEqualTo(404);
            assertThat(coordinator.post(page + "/publish?seen=00", Map.of()).statusCode())
                    .isEqualTo(409);
            signed(browser, open);
        }
    }

    private static void corrected(Browser browser) {
        browser.press("Corriger l’acte d’adoption").sees("reste au journal public").accessible();
        browser.type("reason", "Coquille (exemple)").press("Corriger l’acte");
        browser.sees("Cette date précède le jour").find("[name=earlier]").click();
        browser.press("Corriger l’acte");
        browser.sees("Rien n’est corrigé").accessible();
        browser.screenshots("text-correct-fr");
        browser.type("reference", "Communiqué du Conseil (exemple)");
        browser.press("Corriger l’acte").sees("L’acte d’adoption est corrigé").accessible();
        browser.find("main summary").click();
        browser.sees("Noté d’abord, puis corrigé");
        browser.sees("(exempel)").accessible().screenshots("text-corrected-fr");
    }

    /** The file that the lead's seal is on, before judges that we did not write. */
    private static void signed(Browser browser, String open) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        PublishedPapers papers = TestPlatform.bean(PublishedPapers.class);
        UUID version =
                TEXTS.register()
                        .versions(TEXTS.register().bySlug(open.substring(7)).orElseThrow().id())
                        .getLast()
                        .id();
        while (!papers.has(version)) {
            assertThat(Instant.now()).as("its file is made by now").isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        browser.go(open).sees("Le texte officiel signé").accessible();
        browser.screenshots("text-signed-fr");
        try (HttpClient everybody = HttpClient.newHttpClient()) {
            byte[] file =
                    everybody
                            .send(
                                    HttpRequest.newBuilder(
                                                    TestPlatform.address()
                                                            .resolve(open + "/signed.pdf"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofByteArray())
                            .body();
            assertThat(ExampleLetters.broken(file)).isEmpty();
            Path kept = Files.write(Files.createTempFile("texte", ".pdf"), file);
            assertThat(run("pdfsig", "-nocert", kept.toString()))
                    .contains("Signature is Valid", "Textes (exemple)");
            assertThat(run("pdftotext", kept.toString(), "-"))
                    .contains(
                            "la confiance et la résilience",
                            "Communication écrite",
                            "EXEMPLE, sans valeur officielle");
            Files.delete(kept);
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

package org.danaya.consultation.answer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.danaya.access.Role;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Sha256;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.TestAnswers;
import org.danaya.page.Browser;
import org.danaya.signin.TestSessions;
import org.danaya.text.docx.DocxReader;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Observations are answered and changes explained, by mouse, by keyboard and without scripts. */
class AnswerStoryTest {

    private static final List<String> BEFORE =
            List.of(
                    "La stratégie protège le cyberespace national.",
                    "Un incident est signalé dans un délai de trente jours.",
                    "Les opérateurs déclarent leurs prestataires.");
    private static final List<String> AFTER =
            List.of(
                    "La stratégie protège le cyberespace de la Nation.",
                    "Un incident est signalé dans un délai de trois jours.",
                    "Les opérateurs essentiels déclarent leurs prestataires.");

    @Test
    void everyObservationIsAnsweredAndEveryChangeExplained() throws Exception {
        TestAnswers kit = new TestAnswers("reponses-histoire", BEFORE);
        TestAnswers.Asked one = kit.asked("reponses-ministere-a");
        TestAnswers.Asked two = kit.asked("reponses-ministere-b");
        UUID author = TestAccounts.with(TestPlatform::bean);
        kit.observed(one, author, "art_1", "Remplacer national par « de la Nation ».");
        kit.observed(two, author, "art_1", "Remplacer « national » par de la Nation !");
        kit.observed(one, author, "art_2", "Trente jours, c’est trop long.");
        UUID secret = kit.observed(two, author, "", "Notre réseau de Kati est exposé.", true);
        kit.observed(two, author, "art_3", "Supprimer cet article.");
        TextVersion draft = kit.draft(AFTER);
        String matrix = "/console/texts/versions/" + kit.first.id() + "/answers";
        String why = "/console/texts/versions/" + draft.id() + "/why";
        try (TestSessions coordinator = of(Role.COORDINATOR, kit.lead);
                TestSessions stranger = of(Role.COORDINATOR, one.structure());
                TestSessions correspondent = of(Role.CORRESPONDENT, one.structure());
                TestSessions neighbour = of(Role.CORRESPONDENT, two.structure());
                TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/");
            assertThat(stranger.get(matrix).statusCode()).isEqualTo(404);
            assertThat(stranger.get(why).statusCode()).isEqualTo(404);
            assertThat(correspondent.get(matrix).statusCode()).isEqualTo(403);
            assertThat(auditor.get(matrix).body())
                    .contains("Observation confidentielle")
                    .doesNotContain("Kati");
            assertThat(auditor.get(matrix + "?q=Kati").body()).doesNotContain("réseau");
            assertThat(auditor.post(matrix, Map.of()).statusCode()).isEqualTo(403);

            coordinator.into(browser).go(matrix).sees("Kati").accessible();
            browser.screenshots("matrix-fr");
            browser.find("body").sendKeys("jxjx");
            assertThat(browser.find("[data-count]").getText()).contains("2");
            browser.driver().switchTo().activeElement().sendKeys("r");
            browser.press("Répondre").sees("erreur à corriger").accessible();
            browser.go(matrix + "?part=art_1").press("Doublons probables");
            browser.sees("Semblables à l’observation 1").accessible().screenshots("likely-fr");
            browser.find("#row-2").click();
            browser.press("Les cochées sont des doublons").sees("la réponse est enregistrée");
            browser.go(matrix).press("Observation 1").sees("Ministère reponses-ministere-a");
            browser.accessible().screenshots("answer-one-fr");
            browser.find("[name=answer][value=accepted]").click();
            browser.press("Enregistrer la réponse").sees("la réponse est enregistrée");
            assertThat(
                            coordinator
                                    .post(browser.path(), fields("rejected", "Non.", "place", "0"))
                                    .body())
                    .as("another's answer is shown, nothing is lost")
                    .contains("a répondu entre-temps", "Non.");
            browser.go(matrix + "?disposition=open").sees("Observation 3");
            browser.find("#row-3").click();
            browser.find("[name=answer][value=partly-accepted]").click();
            browser.type("reason", "Trois jours suffisent.").press("Répondre");
            browser.sees("la réponse est enregistrée").accessible();
            assertThat(
                            coordinator
                                    .post(
                                            matrix + "?disposition=open",
                                            fields("rejected", "Hors du sujet.", "scope", "all"))
                                    .statusCode())
                    .isEqualTo(303);
            meanwhile(coordinator, matrix, secret);
            masked(auditor, matrix, secret);

            browser.go("/console/texts/versions/" + draft.id() + "/freeze");
            browser.sees("L’observation 1 est acceptée, mais aucune modification n’en vient");
            browser.sees("Cette modification n’a pas de cause").accessible();
            browser.screenshots("standing-fr").go(why).sees("Sans cause").accessible();
            browser.screenshots("why-fr");
            browser.find("body").sendKeys("jx");
            browser.driver().switchTo().activeElement().sendKeys("o");
            browser.driver().switchTo().activeElement().sendKeys("5");
            browser.press("Donner cette cause").sees("n’est pas acceptée");
            for (Map.Entry<String, String> each : Map.of("art_1", "1", "art_2", "3").entrySet()) {
                assertThat(
                                coordinator
                                        .post(
                                                why + "?part=" + each.getKey(),
                                                cause("observation", each.getValue()))
                                        .statusCode())
                        .isEqualTo(303);
            }
            browser.go(why + "?cause=gap").sees("essentiels").accessible();
            browser.find("[name=source][value=editorial]").click();
            browser.find("[name=scope][value=all]").click();
            browser.type("note", "Précision (exemple)").press("Donner cette cause");
            browser.sees("La cause est donnée").accessible();
            browser.go(why).sees("Rédactionnelle").sees("Observation 3 – Ministère");
            try (PDDocument paper = Loader.loadPDF(coordinator.file(why + ".pdf").body())) {
                assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
                        .contains("nationalde la Nation", "→ Observation 1 – Ministère")
                        .contains("→ Rédactionnelle");
            }
            assertThat(stranger.get(why + ".pdf").statusCode()).isEqualTo(404);
            browser.screenshots("why-explained-fr").go(why + "?lang=en");
            browser.sees("Why version 2 changed").accessible().screenshots("why-explained-en");
            browser.go(matrix).accessible().screenshots("matrix-en").go(matrix + "?lang=fr");

            assertThat(correspondent.get("/account/answers").body()).contains("reponses-histoire");
            browser.go("/console/texts/versions/" + draft.id() + "/freeze");
            browser.press("Figer le texte").sees("Le texte est figé");
            browser.go(matrix).sees("ces suites données ne changent plus").accessible();
            correspondent.into(browser).go("/account/answers").accessible();
            browser.press("Stratégie (exemple)").sees("Trois jours suffisent.");
            browser.width(Browser.PHONE).accessible().screenshots("own-answers-fr");
            assertThat(browser.text()).doesNotContain("Kati", "Ministère reponses-ministere-b");
            String proof =
                    browser.driver()
                            .findElement(By.cssSelector("a[href^='/account/answers/proof/']"))
                            .getDomAttribute("href");
            assertThat(neighbour.get(String.valueOf(proof)).statusCode()).isEqualTo(404);
            proved(correspondent, String.valueOf(proof), "Remplacer national");
            proved(neighbour, "/account/answers/proof/" + secret, "Kati");
            assertThat(correspondent.get("/account/answers/proof/" + secret).statusCode())
                    .isEqualTo(404);
        }
    }

    /** The file opens a leaf that says what became of the observation, and its text's hash. */
    private static void proved(TestSessions session, String path, String words) throws Exception {
        HttpResponse<byte[]> answer = session.file(path);
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (answer.statusCode() != 200) {
            assertThat(System.nanoTime()).as("its leaf is in the log by now").isLessThan(deadline);
            Thread.sleep(100);
            answer = session.file(path);
        }
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                files.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(files.get("observation.txt")).contains(words);
        String leaf =
                TestAnswers.SQL
                        .sql(
                                "select convert_from(content, 'UTF8') from log.leaf where reference = ?")
                        .param("consultation:answered:" + path.substring(path.lastIndexOf('/') + 1))
                        .query(String.class)
                        .single();
        assertThat(leaf)
                .contains(
                        "words "
                                + Sha256.hexOf(
                                        String.valueOf(files.get("observation.txt"))
                                                .getBytes(StandardCharsets.UTF_8)))
                .contains(
                        "reason "
                                + Sha256.hexOf(
                                        String.valueOf(files.get("reason.txt"))
                                                .getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(words);
        assertThat(files.get("answer.danaya-opening")).isNotEmpty();
    }

    /** Somebody who still saw it unanswered is shown the answer, with what they typed. */
    private static void meanwhile(TestSessions session, String matrix, UUID observation) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        sent.addAll(fields("accepted", "Raison de la seconde.", "scope", "chosen"));
        sent.add(Map.entry("chosen", observation + ":0"));
        HttpResponse<String> answer = session.post(matrix + "?disposition=open", sent);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("a répondu entre-temps", "Hors du sujet.", "Raison de la seconde.")
                .contains("value=\"" + observation + ":1\"");
    }

    /** Whoever may not read a confidential one counts it, and reads nothing of it anywhere. */
    private static void masked(TestSessions auditor, String matrix, UUID secret) throws Exception {
        String one = auditor.get(matrix + "/" + secret).body();
        assertThat(one)
                .contains("Observation confidentielle", "Rejetée")
                .doesNotContain("Kati", "Hors du sujet.");
        String csv = auditor.get(matrix + "?format=csv").body();
        assertThat(csv).contains("Observation confidentielle").doesNotContain("Kati");
        assertThat(csv.lines().filter(line -> line.contains("Hors du sujet."))).hasSize(1);
        byte[] docx = auditor.file(matrix + ".docx").body();
        byte[] pdf = auditor.file(matrix + ".pdf").body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (String said :
                    List.of(
                            DocxReader.read(docx).flow().words(),
                            new PDFTextStripper().getText(document))) {
                assertThat(said.replaceAll("\\s+", " "))
                        .contains("5 observations", "Supprimer cet article", "confidentielle")
                        .doesNotContain("Kati")
                        .containsOnlyOnce("Hors du sujet");
            }
        }
    }

    private static List<Map.Entry<String, String>> fields(
            String disposition, String reason, String more, String value) {
        return List.of(
                Map.entry("answer", disposition),
                Map.entry("reason", reason),
                Map.entry(more, value));
    }

    private static List<Map.Entry<String, String>> cause(String source, String observation) {
        return List.of(
                Map.entry("source", source),
                Map.entry("observation", observation),
                Map.entry("scope", "all"));
    }

    private static TestSessions of(Role role, UUID structure) {
        UUID account = TestAccounts.with(TestPlatform::bean);
        TestAccounts.give(TestPlatform::bean, account, role, Optional.of(structure));
        return TestSessions.signedIn(TestPlatform.address(), TestPlatform::bean, account);
    }
}

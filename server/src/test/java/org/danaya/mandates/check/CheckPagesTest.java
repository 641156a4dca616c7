package org.danaya.mandates.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.page.Browser;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.trust.signature.TestSigning;
import org.danaya.verify.TlogProof;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** « Vérifier » as the public does it, on a phone. About 50 seconds. */
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
        browser.focused().sendKeys(code(speaker).toLowerCase(Locale.ROOT).replace("-", " "));
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
    void theSealOfALetterIsReadAndAForgedOneIsNot(@TempDir Path folder) throws IOException {
        MandateSeals seals = TestPlatform.bean(MandateSeals.class);
        String text = seals.seal(kit.mandates.register().get(speaker.id())).text();
        upload(folder, "lettre.png", Pictures.jpeg(Pictures.turned(Pictures.qr(text), 5, 1)));
        assertThat(verdict()).isEqualTo("VALIDE");
        browser.sees("KƐITA").sees("Territoire : Mali");
        typed(text.substring(0, 80) + (text.charAt(80) == 'A' ? 'B' : 'A') + text.substring(81));
        assertThat(verdict()).isEqualTo("INCONNU_OU_FALSIFIE");
        assertThat(browser.text()).doesNotContain("KƐITA");
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
    void photographsAreRead(@TempDir Path folder) throws IOException {
        upload(folder, "rien.jpg", Pictures.jpeg(Pictures.blurred(Pictures.qr(code(speaker)), 30)));
        browser.sees("Aucun code lisible dans cette image");
        browser.accessible().screenshots("verify-unreadable");
        upload(
                folder,
                "deux.png",
                Pictures.png(
                        Pictures.turned(
                                Pictures.besides(
                                        Pictures.qr(
                                                TestPlatform.address()
                                                        .resolve("/m/" + code(speaker))
                                                        .toString()),
                                        Pictures.qr("DM1:6BF+70790T9W")),
                                12,
                                1)));
        browser.sees("Cette image contient 2 codes");
        assertThat(
                        browser.driver().findElements(By.cssSelector("[data-verdict]")).stream()
                                .map(each -> each.getAttribute("data-verdict")))
                .containsExactlyInAnyOrder("VALIDE", "INCONNU_OU_FALSIFIE");
        browser.accessible().screenshots("verify-several");
        upload(folder, "lettre.heic", "0000ftypheic0000".getBytes(StandardCharsets.US_ASCII));
        browser.sees("Ce format d’image");
        upload(folder, "notes.txt", "bonjour".getBytes(StandardCharsets.US_ASCII));
        browser.sees("Ce fichier n’est ni une image");
        upload(folder, "sante.txt", "HC1:6BF".getBytes(StandardCharsets.US_ASCII));
        browser.sees("Ce fichier n’est ni une image");
        upload(folder, "signe.pdf", TestSigning.pdf(1).bytes());
        browser.sees("Signature du document").sees("signature");
        browser.accessible().screenshots("verify-document");
    }

    private static void upload(Path folder, String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        browser.go("/verify").upload("file", file).press("Examiner ce fichier");
    }

    @Test
    void theCameraReadsACodeAndSendsIt() {
        browser.go("/verify");
        String picture =
                Base64.getEncoder().encodeToString(Pictures.png(Pictures.qr(code(speaker))));
        browser.driver()
                .executeAsyncScript(
                        """
                        const [png, done] = arguments;
                        const image = new Image();
                        image.onload = () => {
                            const canvas = document.createElement("canvas");
                            canvas.width = image.width;
                            canvas.height = image.height;
                            const pen = canvas.getContext("2d");
                            setInterval(() => pen.drawImage(image, 0, 0), 50);
                            navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
                            done();
                        };
                        image.src = "data:image/png;base64," + png;
                        """,
                        picture);
        browser.press("Scanner avec la caméra");
        assertThat(verdict()).isEqualTo("VALIDE");
    }

    @Test
    void aFirstVisitWeighsLittle() {
        for (String path : List.of("/", "/verify", "/verify/offline")) {
            try (Browser fresh = Browser.open(TestPlatform.address())) {
                fresh.go(path).find(path.equals("/") ? "h1" : "[name=code]");
                Number bytes =
                        (Number)
                                fresh.driver()
                                        .executeScript(
                                                "return performance.getEntriesByType('navigation')"
                                                        + ".concat(performance.getEntriesByType('resource'))"
                                                        + ".reduce((sum, e) => sum + e.transferSize, 0)");
                assertThat(bytes.longValue())
                        .as(path)
                        .isBetween(5_000L, (path.equals("/") ? 60L : 40L) * 1024);
            }
        }
    }

    @Test
    void aProgramAsksWithoutAnAccount() throws IOException, InterruptedException {
        JsonNode answer = get("/api/v1/mandates/" + code(speaker));
        assertThat(answer.get("verdict").asString()).isEqualTo("VALIDE");
        assertThat(answer.get("mandate").get("structure").asString()).isEqualTo("MVE");
        assertThat(answer.get("mandate").get("powers").toString())
                .isEqualTo("[\"S_EXPRIMER\",\"NEGOCIER\"]");
        TlogProof proof =
                TlogProof.parse(
                                answer.get("proof")
                                        .get("tlogProof")
                                        .asString()
                                        .getBytes(StandardCharsets.UTF_8))
                        .orThrow();
        assertThat(proof.inclusion().index()).isEqualTo(answer.get("proof").get("leaf").asLong());
        assertThat(get("/api/v1/mandates/" + code(draft)).get("verdict").asString())
                .isEqualTo("INCONNU_OU_FALSIFIE");
        JsonNode wrong = get("/api/v1/mandates/0000-0000-0001");
        assertThat(wrong.get("sentence").asString()).contains("douteux");
        assertThat(wrong.get("suggestion").asString()).isEqualTo("0000-0000-0000");
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JsonMapper.builder()
                    .build()
                    .readTree(
                            client.send(
                                            HttpRequest.newBuilder(
                                                            TestPlatform.address().resolve(path))
                                                    .header("Accept-Language", "fr")
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .body());
        }
    }

    @Test
    void theCommandSaysItWithItsExitCode(@TempDir Path folder) throws IOException {
        String server = TestPlatform.address().toString();
        assertThat(verify(code(speaker), "--server", server)).isZero();
        assertThat(verify(code(revoked), "--server", server, "--json")).isEqualTo(1);
        assertThat(verify(code(speaker))).isEqualTo(2);
        assertThat(verify(code(speaker), "--server", "http://localhost:1")).isEqualTo(3);
        assertThat(verify(code(speaker), "--server", server + "/nowhere/")).isZero();
        Path picture = folder.resolve("code.png");
        Files.write(picture, Pictures.png(Pictures.qr("HC1:6BF+70790T9W")));
        assertThat(verify(picture.toString(), "--server", server)).isEqualTo(1);
        Files.write(picture, Pictures.png(Pictures.qr(code(speaker))));
        assertThat(verify(picture.toString(), "--server", server)).isZero();
    }

    private static int verify(String... arguments) {
        Terminal terminal = new Terminal(Words.load(), Language.FRENCH);
        Invocation invocation =
                new Invocation(
                        terminal,
                        _ -> {
                            throw new AssertionError("no installation is needed");
                        });
        return new CommandLine(new VerifyCommand(invocation)).execute(arguments);
    }

    @Test
    void foreignAndBrokenCodesAreNamedOnThePageAndToPrograms() throws Exception {
        String seal =
                TestPlatform.bean(MandateSeals.class)
                        .seal(kit.mandates.register().get(speaker.id()))
                        .text();
        ExampleState stranger = new ExampleState();
        Map<String, String> codes =
                Map.of(
                        "HC1:6BFOXN",
                        "certificat de santé",
                        "https://example.org/a/page/of/ours",
                        "pas celui d’un mandat",
                        seal.substring(0, seal.length() - 2),
                        "coupé",
                        stranger.seal(1, ExampleState.By.A_STRANGER),
                        "aucun mandat de ce code");
        try (Portal portal =
                new Portal(TestPlatform.address(), Language.FRENCH, java.time.Clock.systemUTC())) {
            for (Map.Entry<String, String> code : codes.entrySet()) {
                CheckAnswer said = portal.code(code.getKey());
                assertThat(said.verdict()).isEqualTo("INCONNU_OU_FALSIFIE");
                assertThat(said.sentence()).as(code.getKey()).contains(code.getValue());
                typed(code.getKey());
                assertThat(verdict()).isEqualTo("INCONNU_OU_FALSIFIE");
                browser.sees(code.getValue());
            }
            assertThat(portal.code(seal).verdict()).isEqualTo("VALIDE");
        }
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

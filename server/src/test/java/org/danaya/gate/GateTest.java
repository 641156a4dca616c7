package org.danaya.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.danaya.page.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class GateTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> SECURE =
            List.of(
                    "Content-Security-Policy",
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "Cross-Origin-Opener-Policy",
                    "Cross-Origin-Resource-Policy");

    @TempDir Path folder;

    private static KitServer server;
    private static URI address;

    @BeforeAll
    static void start() {
        server =
                KitServer.start(
                        Map.of(
                                "limits.body", "64k",
                                "limits.form", "8k",
                                "limits.fields", "30",
                                "logging.format", "text"));
        address = server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/kit",
                "/nothing",
                "/assets/nothing.css",
                "/kit/defect",
                "/console",
                "/error"
            })
    void everyAnswerHasSecureHeadersAndAName(String path) throws Exception {
        HttpResponse<String> answer = get(path, "text/html", "fr");
        assertThat(answer.headers().map().keySet().stream().map(String::toLowerCase))
                .containsAll(SECURE.stream().map(String::toLowerCase).toList());
        assertThat(answer.headers().firstValue("X-Request-Id").orElse("")).hasSize(36);
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing,404,page.unknown",
        "/error,404,page.unknown",
        "/kit/defect,500,page.defect",
        "/kit/broken,500,page.defect",
        "/kit/fault,503,page.unavailable",
        "/kit?page=x,400,form.wrong-parameter",
        "/kit?sort=name;drop,400,form.wrong-parameter",
        "/console,401,page.sign-in-needed",
        "/api/kit,405,page.wrong-method",
        "/a//b,400,page.malformed"
    })
    void anErrorIsAPageForPeopleAndAProblemForPrograms(String path, int status, String code)
            throws Exception {
        if (!path.startsWith("/api/")) {
            HttpResponse<String> french = get(path, "text/html", "fr");
            assertThat(french.statusCode()).isEqualTo(status);
            assertThat(french.body()).contains("lang=\"fr\"").contains(code).contains("Code");
            HttpResponse<String> english = get(path, "text/html", "en");
            assertThat(english.body()).contains("lang=\"en\"").contains("Request number");
        }
        HttpResponse<String> problem = get(path, "application/json", "en");
        assertThat(problem.statusCode()).isEqualTo(status);
        assertThat(problem.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(problem.body())
                .contains("\"type\":\"urn:danaya:fault:" + code + "\"")
                .contains("\"status\":" + status)
                .contains("urn:uuid:" + problem.headers().firstValue("X-Request-Id").orElse("?"))
                .doesNotContain("secret")
                .doesNotContain("Exception");
    }

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        HttpResponse<String> answer = post("/kit", "application/x-www-form-urlencoded", "a=b");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("page.form-expired");
    }

    @Test
    void aFormWithTooManyFieldsIsRefused() throws Exception {
        HttpResponse<String> answer =
                post("/kit", "application/x-www-form-urlencoded", "a=b&".repeat(50));
        assertThat(answer.statusCode()).isIn(400, 413);
        assertThat(answer.body()).containsAnyOf("page.malformed", "page.too-large");
    }

    @Test
    void aFormThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer =
                post("/kit", "application/x-www-form-urlencoded", "a=" + "b".repeat(20_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("page.too-large");
    }

    @Test
    void aTableIsTakenAwayAsCsv() throws Exception {
        HttpResponse<String> answer = get("/kit?format=csv", "*/*", "fr");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("kit.csv");
        assertThat(answer.body())
                .startsWith("\ufeffNom,Depuis,Agents,État,Empreinte\r\n")
                .contains("\r\nStructure 2,2026-01-03,2468,");
    }

    @Test
    void aTableIsTakenAwayAsAWorkbookWhoseCellsHaveKinds() throws Exception {
        HttpResponse<byte[]> answer =
                CLIENT.send(
                        HttpRequest.newBuilder(address.resolve("/kit?format=xlsx")).build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("kit.xlsx");
        Path file = Files.write(folder.resolve("kit.xlsx"), answer.body());
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(),
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml");
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<t>Nom</t>")
                .contains("<t>Structure 2</t>")
                .contains("<v>2468</v>")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/styles.xml")).contains("dd/mm/yyyy");
        for (String part : parts.values()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aNameFromOutsideIsNotTaken() throws Exception {
        HttpResponse<String> answer =
                CLIENT.send(
                        HttpRequest.newBuilder(address).header("X-Request-Id", "mine").build(),
                        BodyHandlers.ofString());
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1).doesNotContain("mine");
    }

    @Test
    void tooManyRequestsAreToldWhenToComeBack() throws Exception {
        try (KitServer strict =
                KitServer.start(
                        Map.of("limits.requests-per-minute", "2", "logging.format", "text"))) {
            URI home = strict.address();
            HttpRequest request = HttpRequest.newBuilder(home).build();
            HttpResponse<String> last = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(last.statusCode()).isEqualTo(200);
            // As many as fill again on a slow machine, and one.
            for (int i = 0; i < 20 && last.statusCode() == 200; i++) {
                last = CLIENT.send(request, BodyHandlers.ofString());
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(last.body()).contains("page.too-many").contains("lang=\"fr\"");
        }
    }

    @Test
    void everyComponentIsAccessibleAndFitsAPhone() {
        try (Browser browser = Browser.open(address)) {
            browser.go("/kit").accessible().quiet().screenshots("kit");
            browser.submit().sees("erreurs").accessible().screenshots("kit-wrong");
            assertThat(browser.focused().getDomAttribute("id")).isEqualTo("problems");
            browser.find("#problems a").click();
            assertThat(browser.focused().getDomAttribute("id")).startsWith("field-");
        }
    }

    @Test
    void everyErrorPageSaysWhatToDoInBothLanguages() {
        try (Browser browser = Browser.open(address)) {
            for (int status : new int[] {400, 401, 403, 404, 405, 413, 429, 500, 503}) {
                browser.go("/kit/fault/" + status + "?lang=fr").accessible();
                browser.screenshots("error-" + status + "-fr");
                assertThat(browser.text()).contains("Aller à l’accueil").contains("page.");
            }
            browser.go("/kit/fault/404?lang=en").accessible().screenshots("error-404-en");
            browser.go("/kit/fault/429").accessible().screenshots("error-429-en");
        }
    }

    @Test
    void theConsoleShowsWhatWaitsAndOnlyToWhoIsSignedIn() {
        try (Browser browser = Browser.open(address)) {
            browser.go("/console").sees("page.sign-in-needed");
            browser.driver().manage().addCookie(new Cookie("kit-visitor", "awa"));
            browser.go("/console").accessible().screenshots("console-home-fr");
            assertThat(browser.text()).contains("Awa Exemple").contains("Kayes");
            browser.press("English").accessible().screenshots("console-home-en");
        }
    }

    @Test
    void onATelephoneTheSectionsOpenByTheirLink() {
        try (Browser browser = Browser.open(address)) {
            browser.go("/").driver().manage().addCookie(new Cookie("kit-visitor", "awa"));
            WebElement sections = browser.go("/console").find("#sections");
            assertThat(sections.isDisplayed()).isTrue();
            browser.width(360);
            assertThat(sections.isDisplayed()).isFalse();
            browser.press("Rubriques").accessible().screenshots("console-sections-fr");
            browser.width(360);
            assertThat(sections.isDisplayed()).isTrue();
            browser.press("Fermer");
            assertThat(sections.isDisplayed()).isFalse();
            assertThat(browser.driver().switchTo().activeElement().getAttribute("id"))
                    .isEqualTo("main");
        }
    }

    @Test
    void theLayoutIsWalkedByKeyboardInReadingOrder() {
        try (Browser browser = Browser.open(address)) {
            browser.go("/kit").key(Keys.TAB);
            WebElement first = browser.focused();
            assertThat(first.getText()).isEqualTo("Aller au contenu");
            browser.key(Keys.TAB);
            assertThat(browser.focused().getDomAttribute("class")).isEqualTo("brand");
            browser.key(Keys.TAB);
            assertThat(browser.focused().getText()).isEqualTo("English");
            browser.driver().findElement(By.cssSelector(".skip")).sendKeys(Keys.ENTER);
            assertThat(browser.driver().executeScript("return document.activeElement.id"))
                    .isEqualTo("main");
        }
    }

    private static HttpResponse<String> get(String path, String accept, String language)
            throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + path.substring(1)))
                        .header("Accept", accept)
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}

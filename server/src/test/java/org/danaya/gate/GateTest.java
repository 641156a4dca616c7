package org.danaya.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.danaya.page.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
                                "limits.silence", "3s",
                                "limits.body-grace", "1s",
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

    @ParameterizedTest
    @CsvSource({
        "/api/kit,application/json,'{\"a\":\"','\"}'",
        "/kit,application/x-www-form-urlencoded,a=,",
        "/api/kit,'multipart/form-data; boundary=b','--b\r\nContent-Disposition: form-data;"
                + " name=\"f\"; filename=\"f\"\r\n\r\n','\r\n--b--\r\n'"
    })
    void aBodyOfUntoldLengthIsRefusedOnceItPassesTheLimit(
            String path, String type, String begin, String end) throws Exception {
        String answer =
                raw(
                        head("POST " + path, type)
                                + chunk(begin)
                                + chunk("x".repeat(40_000))
                                + chunk("y".repeat(40_000))
                                + (end == null ? "" : chunk(end))
                                + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("page.too-large");
        String small = raw(head("POST " + path, type) + chunk("{}") + "0\r\n\r\n");
        assertThat(small).startsWith("HTTP/1.1 ").doesNotContain("HTTP/1.1 413");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItComes() throws Exception {
        String answer =
                raw(
                        head("POST /api/kit", "application/json")
                                .replace("Transfer-Encoding: chunked", "Content-Length: 70000"));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("page.too-large");
    }

    @Test
    void aBodyThatTricklesIsCut() throws Exception {
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(120_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    head("POST /api/kit", "application/json").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread trickle =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            while (true) {
                                                out.write(
                                                        "1\r\n \r\n"
                                                                .getBytes(
                                                                        StandardCharsets.US_ASCII));
                                                out.flush();
                                                Thread.sleep(100);
                                            }
                                        } catch (IOException | InterruptedException _) {
                                            // The server has hung up, or the test is over.
                                        }
                                    });
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
            trickle.interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /kit HT",
                "GET /kit HTTP/1.1\r\nHost: local",
                "POST /api/kit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 50\r\n\r\n{"
            })
    void aClientThatFallsSilentIsCut(String beginning) throws Exception {
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 5");
        }
    }

    @Test
    void tooManyHeadersAreRefusedPlainly() throws Exception {
        String answer =
                raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(200) + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /\\..\\x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "BLAH\r\n\r\n",
                "GET /nothing%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "POST /kit HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n"
            })
    void aMalformedRequestNeverShowsTheServerBehind(String request) throws Exception {
        assertThat(raw(request))
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("apache")
                .doesNotContain("Exception")
                .doesNotContain("at org.");
    }

    @Test
    void headersThatAreTooLongAreRefusedPlainly() throws Exception {
        String answer =
                raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(40_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("tomcat");
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
            HttpResponse<String> last = null;
            for (int i = 0; i < 4; i++) {
                last = CLIENT.send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofString());
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
            browser.go("/nothing").accessible().screenshots("error-404");
            browser.go("/kit/defect").accessible().screenshots("error-500");
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

    private static String head(String line, String type) {
        return line
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + type
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

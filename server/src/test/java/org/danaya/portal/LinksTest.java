package org.danaya.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.danaya.signin.TestSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every link that a page shows to somebody leads to a page that this person may see. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)[\"#]");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}|[0-9]+");

    /** How many pages of one kind are opened. */
    private static final int OF_A_KIND = 2;

    private interface Door {
        HttpResponse<String> open(String path) throws Exception;
    }

    @Test
    void noLinkOfThePortalLeadsNowhere() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> walked =
                    walk(
                            "/",
                            path ->
                                    client.send(
                                            HttpRequest.newBuilder(
                                                            TestPlatform.address().resolve(path))
                                                    .header("Accept", "text/html")
                                                    .build(),
                                            BodyHandlers.ofString()));
            assertThat(walked).contains("/", "/log", "/console");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "AUDITOR", "APPROVER", "REGISTRATION_OFFICER", "ANALYST"})
    void noLinkOfTheConsoleLeadsNowhere(Role role) throws Exception {
        try (TestSessions person = TestSessions.signedInAs(role)) {
            assertThat(walk("/console", person::get)).contains("/console", "/account");
        }
    }

    /** Opens a page and all that it leads to; the paths that were opened. */
    private static List<String> walk(String first, Door door) throws Exception {
        Deque<String> waiting = new ArrayDeque<>(List.of(first));
        Map<String, Integer> kinds = new HashMap<>();
        List<String> walked = new ArrayList<>();
        List<String> nowhere = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String link = waiting.remove();
            String path = link.replaceFirst("[?].*", "");
            int before = kinds.merge(ID.matcher(path).replaceAll("*"), 1, Integer::sum);
            if (before > OF_A_KIND || taken(link)) {
                continue;
            }
            walked.add(path);
            HttpResponse<String> page = door.open(link.replace("&amp;", "&"));
            if (page.statusCode() == 303 || page.statusCode() == 302) {
                page.headers().firstValue("Location").ifPresent(waiting::add);
            } else if (page.statusCode() != 200) {
                nowhere.add(page.statusCode() + " " + link);
            } else if (isPage(page)) {
                LINK.matcher(page.body()).results().forEach(found -> waiting.add(found.group(1)));
            }
        }
        assertThat(nowhere).isEmpty();
        return walked;
    }

    /** Texts in XML have links of their own, which lead out of the platform. */
    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    /** Files, which are no pages; those of the verifier wait for the first checkpoint. */
    private static boolean taken(String link) {
        return link.startsWith("/assets/")
                || link.equals("/verify/danaya-verify.html")
                || link.equals("/verify/snapshot")
                || link.contains("format=")
                || link.contains("/export")
                || link.endsWith("/file")
                || link.startsWith("/api/");
    }
}

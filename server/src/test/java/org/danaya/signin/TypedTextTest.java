package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.danaya.app.TestPlatform;
import org.junit.jupiter.api.Test;

/** A session that is over takes nothing with it of what was typed. */
class TypedTextTest {

    private static final String PATH = "/account/texts/" + UUID.randomUUID() + "/write";
    private static final String TEXT = "Le <tournesol> est long & vague, à mon avis.";

    private static HttpResponse<String> post(String path, String site, String field, String text)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(TestPlatform.address().resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .header("Accept-Language", "fr")
                            .header("Sec-Fetch-Site", site)
                            .POST(
                                    BodyPublishers.ofString(
                                            field
                                                    + "="
                                                    + URLEncoder.encode(
                                                            text, StandardCharsets.UTF_8)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void whatWasTypedIsShownToBeCopied() throws Exception {
        HttpResponse<String> answer = post(PATH, "same-origin", "comment", TEXT);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Le &lt;tournesol&gt; est long &amp; vague, à mon avis.</textarea>")
                .contains("Ce que vous aviez saisi")
                .contains("/sign-in?next=%2Faccount%2Ftexts%2F");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void nobodyElsePutsWordsOntoAPage() throws Exception {
        assertThat(post(PATH, "cross-site", "comment", TEXT).body()).doesNotContain("tournesol");
        assertThat(post(PATH, "none", "comment", TEXT).body()).doesNotContain("tournesol");
    }

    @Test
    void secretsAndCodesAreNotShown() throws Exception {
        assertThat(post("/recover", "same-origin", "recovery-code", TEXT).body())
                .doesNotContain("tournesol");
        assertThat(post(PATH, "same-origin", "comment", "x".repeat(100)).body())
                .doesNotContain("xxxx");
    }
}

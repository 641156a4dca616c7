package org.danaya.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.danaya.app.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In Mali a megabyte costs money: what the public loads is weighed as it goes over the wire. */
class PageWeightTest {

    private static final int FIRST = 60 * 1024;
    private static final int NEXT = 15 * 1024;
    private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    @Test
    void theFirstPageAndItsFilesAreLightAndTheNextPagesLighter() throws Exception {
        HttpResponse<byte[]> page = get("/");
        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        List<String> files = linked(page);
        assertThat(files).isNotEmpty();
        int weight = weight(page);
        for (String file : files) {
            HttpResponse<byte[]> answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("immutable");
            weight += weight(answer);
        }
        assertThat(weight).as("first page with its files, in bytes").isLessThanOrEqualTo(FIRST);
        assertThat(weight(page)).as("next page, in bytes").isLessThanOrEqualTo(NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/log",
                "/trust-list",
                "/sign-in",
                "/recover",
                "/nothing-here",
                "/?lang=en"
            })
    void everyOtherPublicPageIsLightWithWhatTheFirstDidNotBring(String path) throws Exception {
        List<String> brought = linked(get("/"));
        HttpResponse<byte[]> page = get(path);
        int weight = weight(page);
        for (String file : linked(page)) {
            weight += brought.contains(file) ? 0 : weight(get(file));
        }
        assertThat(weight).as("%s and its own files, in bytes", path).isLessThanOrEqualTo(NEXT);
    }

    /** The body as it was sent, and the headers as HTTP/1.1 writes them. */
    private static int weight(HttpResponse<byte[]> answer) {
        int headers =
                answer.headers().map().entrySet().stream()
                        .mapToInt(
                                each ->
                                        each.getValue().stream()
                                                .mapToInt(
                                                        value ->
                                                                each.getKey().length()
                                                                        + value.length()
                                                                        + 4)
                                                .sum())
                        .sum();
        return answer.body().length + headers;
    }

    private static List<String> linked(HttpResponse<byte[]> page) throws Exception {
        try (var in = new GZIPInputStream(new java.io.ByteArrayInputStream(page.body()))) {
            String html = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Stream<String> found = LINKED.matcher(html).results().map(each -> each.group(1));
            return found.distinct().toList();
        }
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        URI home = TestPlatform.address();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(home.resolve(path))
                            .header("Accept-Encoding", "gzip")
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}

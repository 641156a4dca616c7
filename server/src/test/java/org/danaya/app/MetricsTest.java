package org.danaya.app;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.danaya.log.LogWatch;
import org.junit.jupiter.api.Test;

/** The figures that the platform gives to whoever watches it. */
class MetricsTest {

    @Test
    void theFiguresTellHowFarTheLogIsBehind() throws Exception {
        // Of a platform that has just started, no checkpoint has an age yet.
        LogWatch log = TestPlatform.bean(LogWatch.class);
        await().atMost(2, MINUTES).until(() -> log.publishedAt().isPresent());
        HttpResponse<String> answer = get("Bearer " + TestPlatform.METRICS_TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsPattern("(?m)^danaya_log_waiting \\d")
                .containsPattern("(?m)^danaya_log_lag_seconds \\d")
                .containsPattern("(?m)^danaya_log_checkpoint_age_seconds \\d")
                .containsPattern("(?m)^danaya_log_halted 0")
                .containsPattern("(?m)^danaya_journal_unchained \\d");
    }

    @Test
    void theyAreNotForStrangers() throws Exception {
        HttpResponse<String> answer = get("Bearer another");
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("danaya_log");
    }

    private static HttpResponse<String> get(String authorization) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(TestPlatform.address().resolve("/metrics"))
                            .header("Authorization", authorization)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.danaya.access.Role;
import org.danaya.app.TestPlatform;
import org.junit.jupiter.api.Test;

/** Who reads the platform's figures. */
class FiguresDoorTest {

    @Test
    void theTokenOrARightOpensThemAndNothingElseDoes() throws Exception {
        assertThat(status("Authorization", "Bearer " + TestPlatform.METRICS_TOKEN)).isEqualTo(200);
        assertThat(status("Authorization", "Bearer autre")).isNotEqualTo(200);
        assertThat(status("Authorization", "Bearer ")).isNotEqualTo(200);
        assertThat(status("Authorization", TestPlatform.METRICS_TOKEN)).isNotEqualTo(200);
        assertThat(status("Accept", "text/plain")).isNotEqualTo(200);
        try (TestSessions auditor = TestSessions.signedInAs(Role.AUDITOR);
                TestSessions analyst = TestSessions.signedInAs(Role.ANALYST)) {
            assertThat(auditor.get("/metrics", "text/plain").statusCode()).isEqualTo(200);
            assertThat(analyst.get("/metrics", "text/plain").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theTokenOpensThemOnThisMachineAlone() throws Exception {
        assertThat(
                        status(
                                "Authorization",
                                "Bearer " + TestPlatform.METRICS_TOKEN,
                                "X-Forwarded-For",
                                "192.0.2.1"))
                .isEqualTo(401);
    }

    private static int status(String... headers) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(TestPlatform.address().resolve("/metrics"))
                                    .headers(headers)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}

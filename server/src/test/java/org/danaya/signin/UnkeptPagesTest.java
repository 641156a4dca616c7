package org.danaya.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.danaya.app.TestPlatform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnkeptPagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/enrol", "/recover"})
    void noBrowserKeepsAPageThatTakesASecret(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(
                            client.send(
                                            HttpRequest.newBuilder(
                                                            TestPlatform.address().resolve(path))
                                                    .build(),
                                            BodyHandlers.discarding())
                                    .headers()
                                    .firstValue("Cache-Control"))
                    .contains("no-store");
        }
    }
}

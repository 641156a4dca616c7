package org.danaya.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void aStartedPlatformSaysThatItIsHealthy() throws Exception {
        for (URI plane : List.of(TestPlatform.address(), TestPlatform.edgeAddress())) {
            HttpResponse<String> answer = get(plane.resolve("/health"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("UP");
        }
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

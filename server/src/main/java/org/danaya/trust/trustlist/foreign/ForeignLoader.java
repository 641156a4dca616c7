package org.danaya.trust.trustlist.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.danaya.trust.trustlist.ListReader;

/** Gets the bytes of a list: within a time, within a size, and from nowhere else. */
final class ForeignLoader {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /**
     * The bytes.
     *
     * @throws IOException where they don't come whole
     */
    byte[] load(ForeignSource source) throws IOException, InterruptedException {
        return source.remote() ? fetched(source) : file(Path.of(source.address()));
    }

    private byte[] fetched(ForeignSource source) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(source.address()))
                        .timeout(WHOLE)
                        .header("Accept", "application/vnd.etsi.tsl+xml, application/xml")
                        .build();
        HttpResponse<byte[]> answer =
                http.send(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), ListReader.MOST_BYTES));
        if (answer.statusCode() != 200) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        return answer.body();
    }

    private static byte[] file(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(ListReader.MOST_BYTES + 1);
            if (bytes.length > ListReader.MOST_BYTES) {
                throw new IOException("more than " + ListReader.MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }
}

package org.danaya.witness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.TileSource;

/**
 * A log's files over HTTP (C2SP tlog-tiles). No file is longer than an entry bundle can be, none
 * takes longer than the timeout, and what fails is tried three times.
 */
final class HttpTiles implements TileSource {

    private static final int TRIES = 3;

    private final HttpClient http;
    private final String prefix;
    private final Duration timeout;
    private long left;

    /**
     * @param mostBytes that may be fetched in all
     */
    HttpTiles(HttpClient http, URI prefix, Duration timeout, long mostBytes) {
        this.http = http;
        this.prefix = prefix.toString().replaceFirst("/$", "") + "/";
        this.timeout = timeout;
        this.left = mostBytes;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                return once(path);
            } catch (IOException e) {
                if (tried == TRIES || left <= 0) {
                    throw e;
                }
            }
            rest(Duration.ofMillis(250L << tried));
        }
    }

    private Optional<byte[]> once(String path) throws IOException {
        HttpRequest get =
                HttpRequest.newBuilder(URI.create(prefix + path))
                        .timeout(timeout)
                        .header("Accept-Encoding", "gzip, identity")
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            get,
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(),
                                    Math.min(left, EntryBundle.MAX_BYTES)));
            left -= answer.body().length;
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(plain(answer));
                case 404, 410 -> Optional.empty();
                default -> throw new IOException(path + ": status " + answer.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isEmpty()) {
            return answer.body();
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] bytes = unpacked.readNBytes(EntryBundle.MAX_BYTES + 1);
            if (bytes.length > EntryBundle.MAX_BYTES) {
                throw new IOException("more than " + EntryBundle.MAX_BYTES + " bytes unpacked");
            }
            return bytes;
        }
    }

    private static void rest(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

package org.danaya.mandates.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.danaya.page.Language;
import org.danaya.verify.ConsistencyProof;
import org.danaya.verify.Parsed;
import org.danaya.verify.Strict;
import org.danaya.verify.TreeHash;
import org.danaya.verify.mandate.ClockRemark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A portal that is asked over the network. What it says isn't believed for being said: no answer is
 * read beyond its limit or for longer than one waits, and what it says in words is cleaned first
 * ({@link Heard}).
 */
final class Portal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A file waits its turn and is looked at. */
    private static final Duration PATIENCE_FOR_FILES = Duration.ofSeconds(90);

    /** The longest snapshot that is read, in bytes. */
    static final int MOST_SNAPSHOT = 16 << 20;

    private static final int MOST_WORDS = 1 << 20;
    private static final int MOST_GROWTH = 8 << 10;
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int NOT_FOUND = 404;

    private final URI server;
    private final Language language;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private ClockRemark remark = ClockRemark.NONE;

    Portal(URI server, Language language, Clock clock) {
        this.server = server;
        this.language = language;
        this.clock = clock;
    }

    /** What answers isn't a portal. */
    static final class Unanswered extends IOException {

        private static final long serialVersionUID = 1;

        Unanswered(String message) {
            super(Heard.line(message));
        }
    }

    /**
     * What it says of a short code, which is sent as a form's field: addresses are written down.
     */
    CheckAnswer code(String code) throws IOException, InterruptedException {
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        CheckAnswer.Shown shown = read(sent("code", "", typed));
        if (shown.answers().size() != 1) {
            throw new Unanswered("no answer to a code");
        }
        return shown.answers().getFirst();
    }

    /** What it says of a file; nothing where it can't tell anything from it. */
    Optional<CheckAnswer.Shown> file(byte[] file) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                sent("file", "; filename=\"file\"\r\nContent-Type: application/octet-stream", file);
        return response.statusCode() == BAD ? Optional.empty() : Optional.of(read(response));
    }

    private HttpResponse<byte[]> sent(String field, String more, byte[] value)
            throws IOException, InterruptedException {
        String boundary = "danaya-" + UUID.randomUUID();
        String head = "\r\nContent-Disposition: form-data; name=\"" + field + "\"" + more;
        return sent(
                request("/api/v1/mandates/checks")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(
                                                "--" + boundary + head + "\r\n\r\n"),
                                        BodyPublishers.ofByteArray(value),
                                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build(),
                MOST_WORDS,
                PATIENCE_FOR_FILES);
    }

    /** Its snapshot, to be checked like any other. */
    byte[] snapshot() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get("/verify/snapshot", MOST_SNAPSHOT);
        if (response.statusCode() != OK) {
            throw new Unanswered("HTTP " + response.statusCode());
        }
        return response.body();
    }

    /** A proof that its log grew from one size to another; nothing where it has none. */
    Optional<ConsistencyProof> growth(long from, long to) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get("/verify/growth/" + from + "/" + to, MOST_GROWTH);
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new Unanswered("HTTP " + response.statusCode());
        }
        List<TreeHash> path = new ArrayList<>();
        List<String> lines =
                new String(response.body(), StandardCharsets.US_ASCII).lines().toList();
        for (String line : lines) {
            if (path.size() >= ConsistencyProof.MAX_HASHES
                    || !(Strict.readBase64(line) instanceof Parsed.Ok<byte[]>(byte[] hash))
                    || hash.length != TreeHash.BYTES) {
                return Optional.empty();
            }
            path.add(TreeHash.of(hash));
        }
        return Optional.of(new ConsistencyProof(from, to, path));
    }

    /** By how much this machine's clock differs from its. */
    ClockRemark clock() {
        return remark;
    }

    private HttpResponse<byte[]> get(String path, int most)
            throws IOException, InterruptedException {
        return sent(request(path).build(), most, PATIENCE);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Accept", "application/json, */*;q=0.5")
                .header("Accept-Language", language.locale().getLanguage());
    }

    /** The client's own timeout ends with the head of an answer, and a body may never end. */
    private HttpResponse<byte[]> sent(HttpRequest request, int most, Duration patience)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        HttpResponse<byte[]> response;
        try {
            response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new HttpTimeoutException(patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectException refused
                    ? refused
                    : new Unanswered(String.valueOf(e.getCause()));
        }
        response.headers().firstValue("Date").flatMap(Portal::time).ifPresent(this::compare);
        return response;
    }

    private void compare(Instant heard) {
        remark = ClockRemark.of(clock.instant(), heard);
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private CheckAnswer.Shown read(HttpResponse<byte[]> response) throws Unanswered {
        if (response.statusCode() != OK) {
            throw new Unanswered("HTTP " + response.statusCode());
        }
        try {
            return Heard.of(mapper.readValue(response.body(), CheckAnswer.Shown.class));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Unanswered(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        // Whoever still sends isn't waited for.
        client.shutdownNow();
    }
}

package org.danaya.trust.seal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.danaya.base.ClientAddress;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Sha256;
import org.danaya.form.IdempotencyKey;
import org.danaya.page.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a platform for seals, as {@code danaya sign} does. */
final class SealClient implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(3);
    private static final int TRIES = 4;
    private static final long LONGEST_WAIT_SECONDS = 90;
    private static final int FIRST_WAIT_SECONDS = 2;

    private final URI server;
    private final Secret key;
    private final Language language;
    private final LongConsumer waits;
    private final HttpClient http;

    /**
     * A client.
     *
     * @param trust who answers for the server's certificate; this Java's own list without it
     * @param waits is told for how many seconds it waits
     */
    SealClient(
            URI server,
            Secret key,
            Language language,
            Optional<PrivateTrust> trust,
            LongConsumer waits) {
        this.server = server;
        this.key = key;
        this.language = language;
        this.waits = waits;
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_LIMIT)
                        .followRedirects(HttpClient.Redirect.NEVER);
        trust.ifPresent(each -> client.sslContext(each.context()));
        this.http = client.build();
    }

    /** What came back. */
    sealed interface Answer {

        /** A sealed document, whole. */
        @SuppressWarnings("ArrayRecordComponent") // Never compared.
        record Sealed(byte[] bytes, String seal, String format, String level) implements Answer {}

        /**
         * The server's no, with its sentence.
         *
         * @param always whether it is about the key, and the same for every document
         */
        record Refused(String sentence, String code, boolean always) implements Answer {}
    }

    /** A key goes over TLS, or not off this machine. */
    static boolean isSafe(URI server) {
        String host = server.getHost();
        if (host == null
                || server.getRawQuery() != null
                || server.getRawFragment() != null
                || server.getRawUserInfo() != null
                || !List.of("", "/").contains(server.getRawPath())) {
            return false;
        }
        String bare = host.replaceAll("[\\[\\]]", "");
        boolean here =
                host.equals("localhost")
                        || ClientAddress.of(bare)
                                .filter(found -> found.address().isLoopbackAddress())
                                .isPresent();
        return "https".equals(server.getScheme()) || ("http".equals(server.getScheme()) && here);
    }

    /**
     * Seals one file. What is tried again is never sealed twice: each file has an idempotency key.
     *
     * @param options {@code structure}, {@code format}, {@code level}: those that were given
     * @throws Fault where the server can't be reached or is at fault
     */
    Answer seal(Path file, Map<String, String> options) {
        String boundary = "danaya-" + UUID.randomUUID();
        HttpRequest request = request(file, options, boundary);
        for (int tries = 1; ; tries++) {
            Optional<HttpResponse<byte[]>> answer = sent(request, tries == TRIES);
            long wait =
                    answer.map(SealClient::patience)
                            .orElse((long) FIRST_WAIT_SECONDS << (tries - 1));
            if (answer.isPresent() && (tries == TRIES || wait < 0)) {
                return told(answer.get(), file);
            }
            pause(Math.min(wait, LONGEST_WAIT_SECONDS));
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest request(Path file, Map<String, String> options, String boundary) {
        String query =
                options.entrySet().stream()
                        .map(
                                each ->
                                        each.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        String name = String.valueOf(file.getFileName()).replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        String head =
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        try {
            return HttpRequest.newBuilder(
                            server.resolve(SealsApi.PATH + (query.isEmpty() ? "" : "?" + query)))
                    .timeout(ANSWER_LIMIT)
                    .header("Authorization", "Bearer " + key.reveal())
                    .header("Accept", "application/octet-stream, application/problem+json")
                    .header("Accept-Language", language.code())
                    .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(
                            BodyPublishers.concat(
                                    BodyPublishers.ofString(head),
                                    BodyPublishers.ofFile(file),
                                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                    .build();
        } catch (IOException e) {
            throw new Fault(e, SealFault.FILE_UNUSABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /** Nothing where the way broke and may be tried again. */
    private Optional<HttpResponse<byte[]>> sent(HttpRequest request, boolean last) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (SSLException e) {
            throw new Fault(e, SealFault.UNTRUSTED, server, why(e));
        } catch (IOException e) {
            if (last || e instanceof ConnectException) {
                throw new Fault(e, SealFault.UNREACHABLE, server, why(e));
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, SealFault.UNREACHABLE, server, "interrupted");
        }
    }

    /** A refused connection has no message of its own. */
    private static String why(IOException e) {
        if (e.getMessage() != null) {
            // Without the names of classes that TLS puts before.
            return e.getMessage().replaceFirst(".*Exception: ", "");
        }
        return e instanceof ConnectException ? "connection refused" : "connection lost";
    }

    /** For how many seconds the server asks to wait; less than 0 where its answer is final. */
    private static long patience(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 429 && answer.statusCode() != 503) {
            return -1;
        }
        String after = answer.headers().firstValue("Retry-After").orElse("");
        long seconds = after.matches("[0-9]{1,6}") ? Long.parseLong(after) : FIRST_WAIT_SECONDS;
        return seconds > LONGEST_WAIT_SECONDS ? -1 : seconds;
    }

    private void pause(long seconds) {
        waits.accept(seconds);
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, SealFault.UNREACHABLE, server, "interrupted");
        }
    }

    private static Answer told(HttpResponse<byte[]> answer, Path file) {
        int status = answer.statusCode();
        if (status == 200) {
            String digest =
                    "sha-256=:"
                            + Base64.getEncoder().encodeToString(Sha256.of(answer.body()))
                            + ":";
            if (!answer.headers().allValues("Content-Digest").contains(digest)) {
                throw new Fault(SealFault.GARBLED, file);
            }
            return new Answer.Sealed(
                    answer.body(),
                    answer.headers().firstValue("Danaya-Seal").orElse(""),
                    answer.headers().firstValue("Danaya-Seal-Format").orElse(""),
                    answer.headers().firstValue("Danaya-Seal-Level").orElse(""));
        }
        Answer.Refused refused = refusal(answer.body(), status);
        if (status == 429 || status < 400 || status >= 500) {
            throw new Fault(SealFault.REFUSED, refused.sentence(), refused.code());
        }
        return refused;
    }

    private static Answer.Refused refusal(byte[] body, int status) {
        try {
            JsonNode problem = JsonMapper.builder().build().readTree(body);
            String detail = problem.path("detail").asString("");
            String code = problem.path("code").asString("");
            if (!detail.isEmpty() && !code.isEmpty()) {
                return new Answer.Refused(detail, code, isOfKey(status));
            }
        } catch (JacksonException _) {
            // Not our problem document: a proxy's page, maybe.
        }
        return new Answer.Refused("HTTP " + status, "http-" + status, isOfKey(status));
    }

    /** It isn't known here, or may not do this (RFC 9110 §15.5.2, 15.5.4). */
    private static boolean isOfKey(int status) {
        return status == 401 || status == 403;
    }
}

package org.danaya.trust.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.danaya.base.Fault;

/** Asks an RFC 3161 service for a timestamp over HTTP (§3.4), with a nonce. */
final class TimestampClient implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration WAITING = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1 << 16;
    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    private final URI service;
    private final SecureRandom random;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECTING)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    TimestampClient(URI service, SecureRandom random) {
        this.service = service;
        this.random = random;
    }

    /** What the service says. */
    sealed interface Answer {

        /**
         * A token that answers the request: its hash, its nonce, its certificate are there.
         *
         * @param response the TimeStampResp, DER
         * @param token its TimeStampToken, DER
         */
        @SuppressWarnings("ArrayRecordComponent") // Never compared.
        record Granted(byte[] response, byte[] token) implements Answer {}

        /** It gives none. */
        record Refused(String said) implements Answer {}
    }

    /**
     * Asks for a timestamp.
     *
     * @param sha256 of the file
     * @throws Fault {@link TimestampFault#NO_ANSWER}, {@link TimestampFault#WRONG_ANSWER}
     */
    Answer ask(byte[] sha256) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request =
                generator.generate(
                        NISTObjectIdentifiers.id_sha256,
                        sha256,
                        new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS - 1));
        try {
            byte[] answer = sent(request.getEncoded());
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            return response.getTimeStampToken() == null
                    ? new Answer.Refused(
                            Optional.ofNullable(response.getStatusString())
                                    .filter(text -> !text.isBlank())
                                    .orElse("status " + response.getStatus()))
                    : new Answer.Granted(answer, response.getTimeStampToken().getEncoded());
        } catch (TSPException e) {
            throw new Fault(
                    e, TimestampFault.WRONG_ANSWER, service, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Fault(e, TimestampFault.NO_ANSWER, service, e.getClass().getSimpleName());
        }
    }

    /** The token of a file that holds a whole answer or a token alone. */
    static Optional<byte[]> token(byte[] file) {
        try {
            TimeStampResponse response = new TimeStampResponse(file);
            return Optional.ofNullable(response.getTimeStampToken() == null ? null : file)
                    .map(_ -> encoded(response));
        } catch (TSPException | IOException | RuntimeException _) {
            return Optional.of(file);
        }
    }

    /**
     * The digest by which a token names its file; nothing where it isn't one that is accepted.
     *
     * @throws IllegalArgumentException where it is no token
     */
    static Optional<Imprint> imprint(byte[] token) {
        try {
            return Imprint.of(
                    new TimeStampToken(ContentInfo.getInstance(token))
                            .getTimeStampInfo()
                            .getMessageImprintAlgOID()
                            .getId());
        } catch (TSPException | IOException | RuntimeException e) {
            throw new IllegalArgumentException("no token", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static byte[] encoded(TimeStampResponse response) {
        try {
            return response.getTimeStampToken().getEncoded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] sent(byte[] query) throws IOException {
        HttpRequest post =
                HttpRequest.newBuilder(service)
                        .timeout(WAITING)
                        .header("Content-Type", "application/timestamp-query")
                        .header("Accept", "application/timestamp-reply")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                        .build();
        try {
            HttpResponse<InputStream> answer =
                    http.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (answer.statusCode() != OK || bytes.length > MOST_BYTES) {
                    throw new Fault(
                            TimestampFault.WRONG_ANSWER, service, "HTTP " + answer.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, TimestampFault.NO_ANSWER, service, "interrupted");
        }
    }
}

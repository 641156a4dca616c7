package org.danaya.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.danaya.verify.AddCheckpoint;
import org.danaya.verify.NoteSignature;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.Verdict;
import org.danaya.verify.VerifiedNote;
import org.danaya.verify.VerifiedSignature;
import org.danaya.verify.VerifierKey;

/** Asks one witness over HTTP (C2SP tlog-witness, "add-checkpoint"). */
final class WitnessClient {

    private static final int ANSWER_BYTES = 128 << 10;
    private static final int WHY_LENGTH = 200;

    private final HttpClient http;
    private final URI address;
    private final VerifierKey key;

    /**
     * @param submissionPrefix with or without a slash at its end
     */
    WitnessClient(HttpClient http, URI submissionPrefix, VerifierKey key) {
        this.http = http;
        this.address =
                URI.create(submissionPrefix.toString().replaceFirst("/$", "") + "/add-checkpoint");
        this.key = key;
    }

    /**
     * Asks once.
     *
     * @param timeout for the whole answer
     */
    AskOutcome ask(AddCheckpoint request, Duration timeout) throws InterruptedException {
        HttpRequest post =
                HttpRequest.newBuilder(address)
                        .timeout(timeout)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.toBytes()))
                        .build();
        try {
            return read(
                    request.note(),
                    http.send(
                            post,
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(), ANSWER_BYTES)));
        } catch (IOException e) {
            return new AskOutcome.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private AskOutcome read(SignedNote note, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        return switch (answer.statusCode()) {
            case 200 -> cosigned(note, body);
            case 409 -> otherSize(answer, body);
            case 400, 403, 404, 422 ->
                    new AskOutcome.Refused(answer.statusCode() + " " + excerpt(body));
            default -> new AskOutcome.Failed(answer.statusCode() + " " + excerpt(body));
        };
    }

    private AskOutcome cosigned(SignedNote note, String body) {
        if (!(SignedNote.parseSignatures(body)
                instanceof Parsed.Ok<List<NoteSignature>>(List<NoteSignature> lines))) {
            return new AskOutcome.Failed("the answer isn't signature lines");
        }
        List<NoteSignature> its = lines.stream().filter(key::made).toList();
        if (its.isEmpty()) {
            return new AskOutcome.Failed("the answer has no signature of " + key);
        }
        return switch (new SignedNote(note.text(), its).verify(List.of(key))) {
            case Verdict.Valid<VerifiedNote>(VerifiedNote verified) ->
                    new AskOutcome.Cosigned(
                            verified.signatures().stream()
                                    .map(VerifiedSignature::signature)
                                    .toList());
            case Verdict.Invalid<VerifiedNote>(var reason, String detail) ->
                    new AskOutcome.Failed(reason.code() + ": " + detail);
            case Verdict.Unverifiable<VerifiedNote>(var reason, String detail) ->
                    new AskOutcome.Failed(reason.code() + ": " + detail);
        };
    }

    private static AskOutcome otherSize(HttpResponse<byte[]> answer, String body) {
        boolean size =
                answer.headers()
                        .firstValue("Content-Type")
                        .filter(AddCheckpoint.SIZE_CONTENT_TYPE::equals)
                        .isPresent();
        if (!size || !body.matches("(0|[1-9][0-9]{0,17})\n")) {
            // tlog-witness, "add-checkpoint": it has another tree of the very size that it was
            // shown.
            return new AskOutcome.Refused("409 " + excerpt(body));
        }
        return new AskOutcome.OtherSize(Long.parseLong(body.strip()));
    }

    /** What a person may read of an answer that a stranger wrote. */
    private static String excerpt(String body) {
        String plain = body.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        return plain.length() <= WHY_LENGTH ? plain : plain.substring(0, WHY_LENGTH);
    }
}

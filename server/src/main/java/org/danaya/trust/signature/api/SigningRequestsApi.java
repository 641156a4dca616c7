package org.danaya.trust.signature.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Cursor;
import org.danaya.form.IdempotencyKey;
import org.danaya.form.Query;
import org.danaya.page.SignedIn;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.signature.Signer;
import org.danaya.trust.signature.SigningDocument;
import org.danaya.trust.signature.SigningRequest;
import org.danaya.trust.signature.SigningRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Requests to sign, for programs: to make one, to follow it, to fetch what was signed, to take it
 * back. A signature is a person's act: each signer confirms it in the browser with a passkey.
 */
@RestController
class SigningRequestsApi {

    private static final String PATH = "/api/v1/signing-requests";
    private static final String ONE = PATH + "/{id}";
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final SigningRequests requests;
    private final NewRequests fresh;

    SigningRequestsApi(SigningRequests requests, NewRequests fresh) {
        this.requests = requests;
        this.fresh = fresh;
    }

    /**
     * Some requests, the newest first.
     *
     * @param next the value of {@code before} for those that follow; null at the end
     */
    record Found(List<One> requests, @Nullable String next) {}

    /**
     * A request.
     *
     * @param state {@code draft}, {@code open}, {@code done}, {@code declined} or {@code withdrawn}
     * @param level {@code B}, {@code T}, {@code LT} or {@code LTA}: the best that this installation
     *     allowed when it was made
     * @param inOrder whether signers sign one after the other
     * @param page where people follow it and sign
     */
    record One(
            UUID id,
            String title,
            String state,
            Instant stateAt,
            Instant createdAt,
            String level,
            boolean inOrder,
            List<Document> documents,
            List<Person> signers,
            String page) {}

    /**
     * A document.
     *
     * @param form {@code pades}, {@code xades}, {@code cades}, {@code jades}, {@code asic-e-xades}
     *     or {@code asic-e-cades}
     * @param sha256 of the file as it stands now, with the signatures that it has, in hexadecimal
     */
    record Document(UUID id, String name, String form, String sha256, int size) {}

    /**
     * A signer.
     *
     * @param state {@code invited}, {@code joined}, {@code signing}, {@code signed} or {@code
     *     declined}
     * @param basis what lets them sign in a structure's name, as they confirmed: {@code office:ID}
     *     or {@code mandate:ID}; null for their own name, or not yet
     * @param role the function that their signature claims; null where there is no basis
     * @param code what lets this person join, for two weeks; given once, when the request is made,
     *     and null ever after
     */
    record Person(
            UUID id,
            String label,
            String state,
            Instant stateAt,
            @Nullable String basis,
            @Nullable String role,
            @Nullable String code) {}

    /**
     * What is to be signed, and by whom.
     *
     * @param title what people read first; null for the name of the first document
     * @param ownSignature whether whoever asks signs too, before the others
     * @param signers what to call the others, each of whom gets a code
     * @param inOrder whether signers sign one after the other
     */
    record Wish(
            @Nullable String title,
            List<File> documents,
            boolean ownSignature,
            List<String> signers,
            boolean inOrder) {}

    /**
     * A file.
     *
     * @param content Base64 (RFC 4648 §4)
     */
    record File(String name, String content) {}

    /**
     * A signed file.
     *
     * @param sha256 in hexadecimal
     * @param content Base64 (RFC 4648 §4)
     */
    record Signed(String name, String sha256, String content) {}

    @SignedIn
    @ApiOperation(
            id = "listSigningRequests",
            about = "Requests that one made or signs, the newest first.")
    @ApiParameter(name = "before", about = "The value of next of the answer before.")
    @ApiParameter(
            name = "limit",
            about = "How many at most.",
            least = 1,
            most = MOST,
            usual = USUAL)
    @GetMapping(PATH)
    Found list(Query query) {
        Cursor cursor = Cursor.of(query, "before", MOST, USUAL);
        List<SigningRequest> rows =
                requests.of(Actor.self(), cursor.at().map(SigningRequestsApi::id), cursor.wanted());
        return new Found(
                cursor.shown(rows).stream().map(each -> one(each, new String[0])).toList(),
                cursor.next(rows, row -> row.id().toString()));
    }

    @SignedIn
    @ApiOperation(
            id = "createSigningRequest",
            about =
                    "Makes a request and sends it to its signers; each confirms in the browser with"
                            + " a passkey.")
    @ApiParameter(
            name = IdempotencyKey.HEADER,
            header = true,
            about =
                    "1 to 100 visible ASCII characters: the same request under the same key makes"
                            + " no second one; its signers' codes aren't given again.")
    @PostMapping(PATH)
    One create(HttpServletRequest request, @RequestBody Wish wish) {
        Optional<String> name =
                IdempotencyKey.read(
                        request.getHeader(IdempotencyKey.HEADER),
                        () -> new Fault(SignatureFault.WRONG_WISH, IdempotencyKey.HEADER));
        NewRequests.Made made = fresh.make(Actor.self(), wish, name);
        return one(requests.get(made.id(), Actor.self()), made.codes().toArray(String[]::new));
    }

    @SignedIn
    @ApiOperation(id = "getSigningRequest", about = "One request, as it stands.")
    @GetMapping(ONE)
    One get(@PathVariable String id) {
        return one(requests.get(id(id), Actor.self()), new String[0]);
    }

    @SignedIn
    @ApiOperation(
            id = "getSignedDocument",
            about = "A document of a request, with the signatures that it has so far.")
    @GetMapping(ONE + "/documents/{document}")
    Signed document(@PathVariable String id, @PathVariable String document) {
        SigningDocument found =
                requests.get(id(id), Actor.self()).documents().stream()
                        .filter(each -> each.id().equals(id(document)))
                        .findFirst()
                        .orElseThrow(() -> new Fault(SignatureFault.UNKNOWN));
        return new Signed(
                found.signedName(),
                found.hex(),
                Base64.getEncoder().encodeToString(requests.content(found).bytes()));
    }

    @SignedIn
    @ApiOperation(
            id = "withdrawSigningRequest",
            about = "Takes a request back: nobody signs any more, and its files are forgotten.")
    @PostMapping(ONE + "/withdraw")
    One withdraw(@PathVariable String id) {
        requests.withdraw(id(id), Actor.self());
        return get(id);
    }

    private static One one(SigningRequest request, String[] codes) {
        List<Person> people = new ArrayList<>();
        int next = 0;
        for (Signer each : request.signers()) {
            boolean invited = each.state() instanceof Signer.State.Invited;
            people.add(
                    new Person(
                            each.id(),
                            each.label(),
                            each.state().code(),
                            each.state().at(),
                            each.name().map(name -> name.basis().subject()).orElse(null),
                            each.name().map(SignedFor::role).orElse(null),
                            invited && next < codes.length ? codes[next++] : null));
        }
        return new One(
                request.id(),
                request.title(),
                request.state().code(),
                request.state().at(),
                request.createdAt(),
                request.level().name(),
                request.inOrder(),
                request.documents().stream()
                        .map(
                                each ->
                                        new Document(
                                                each.id(),
                                                each.name(),
                                                each.form().code(),
                                                each.hex(),
                                                each.size()))
                        .toList(),
                people,
                "/console/signatures/" + request.id());
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(() -> new Fault(SignatureFault.UNKNOWN));
    }
}

package org.danaya.trust.signature;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.signin.AssertionOutcome;
import org.danaya.trust.validation.SignedFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests to sign: made, placed, sent, joined, confirmed, declined, withdrawn. */
public class SigningRequests {

    /** The most documents of a request. */
    public static final int MOST_DOCUMENTS = 500;

    /** The most signers of a request. */
    public static final int MOST_SIGNERS = 20;

    private static final Duration INVITED_FOR = Duration.ofDays(14);

    private final RequestTable requests;
    private final DocumentTable documents;
    private final SignerTable signers;
    private final SigningWork work;
    private final SigningMeans means;
    private final Assertions assertions;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final SecureRandom random;
    private final Ids ids;
    private final Clock clock;

    SigningRequests(
            RequestTable requests,
            DocumentTable documents,
            SignerTable signers,
            SigningWork work,
            SigningMeans means,
            Assertions assertions,
            Accounts accounts,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            SecureRandom random,
            Ids ids,
            Clock clock) {
        this.requests = requests;
        this.documents = documents;
        this.signers = signers;
        this.work = work;
        this.means = means;
        this.assertions = assertions;
        this.accounts = accounts;
        this.transaction = transaction;
        this.news = news;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a request, with its owner as the first signer.
     *
     * @throws Fault {@link SignatureFault#TOO_MANY}
     */
    public SigningRequest create(
            UUID owner, String title, List<SignedFile> files, SignatureLevel level) {
        if (files.isEmpty() || files.size() > MOST_DOCUMENTS) {
            throw new Fault(SignatureFault.TOO_MANY, MOST_DOCUMENTS);
        }
        UUID id = ids.next();
        return written(
                () -> {
                    Instant now = now();
                    requests.insert(
                            new SigningRequest(
                                    id,
                                    owner,
                                    title,
                                    level,
                                    false,
                                    new SigningRequest.State.Draft(now),
                                    now,
                                    List.of(),
                                    List.of()));
                    int place = 0;
                    for (SignedFile file : files) {
                        documents.insert(
                                id, Documents.listed(ids.next(), ++place, file), file.bytes());
                    }
                    signers.insertKnown(ids.next(), id, 1, name(owner), owner, now);
                    tell(SignatureAct.CREATED, id, Map.of("documents", "" + files.size()));
                    return requests.find(id).orElseThrow();
                });
    }

    /** A request, whoever asks. */
    public Optional<SigningRequest> find(UUID id) {
        return requests.find(id);
    }

    /**
     * A request that concerns an account.
     *
     * @throws Fault {@link SignatureFault#UNKNOWN}
     */
    public SigningRequest get(UUID id, UUID account) {
        return requests.find(id)
                .filter(request -> request.concerns(account))
                .orElseThrow(() -> new Fault(SignatureFault.UNKNOWN));
    }

    /** The latest that concern an account, or those before one, the newest first. */
    public List<SigningRequest> of(UUID account, Optional<UUID> before, int most) {
        return requests.of(account, before, most);
    }

    /** Chooses the form of a draft's document. */
    void form(UUID id, UUID owner, UUID document, SignatureForm form) {
        drafted(
                id,
                owner,
                request -> {
                    if (!request.document(document).forms().contains(form)) {
                        throw new Fault(SignatureFault.WRONG_STATE);
                    }
                    documents.form(document, form);
                });
    }

    /** A file as it stands now. */
    public SignedFile content(SigningDocument document) {
        return documents
                .content(document.id())
                .filter(file -> file.size() > 0)
                .orElseThrow(() -> new Fault(SignatureFault.UNKNOWN));
    }

    /** How many documents a signer has signed. */
    int signed(Signer signer) {
        return documents.made(signer.id());
    }

    /** Where a signer's signature shows; empty for nowhere. */
    void place(UUID id, UUID account, UUID signer, Optional<Signer.Spot> spot) {
        changed(
                id,
                account,
                request -> {
                    Signer found = signer(request, signer);
                    boolean own = found.account().filter(account::equals).isPresent();
                    boolean owners =
                            request.owner().equals(account)
                                    && request.state() instanceof SigningRequest.State.Draft;
                    if (!(owners || (own && found.state() instanceof Signer.State.Joined))) {
                        throw new Fault(SignatureFault.WRONG_STATE);
                    }
                    signers.spot(signer, spot.orElse(null));
                });
    }

    /** Makes room for another signer. */
    public Invitation invite(UUID id, UUID owner, String label) {
        InvitationCode code = InvitationCode.made(random);
        UUID signer = ids.next();
        drafted(
                id,
                owner,
                request -> {
                    if (request.signers().size() >= MOST_SIGNERS) {
                        throw new Fault(SignatureFault.TOO_MANY, MOST_SIGNERS);
                    }
                    int last = request.signers().stream().mapToInt(Signer::place).max().orElse(0);
                    signers.insertInvited(
                            signer,
                            id,
                            last + 1,
                            label,
                            code.sha256(),
                            now().plus(INVITED_FOR),
                            now());
                });
        return new Invitation(signer, code.shown());
    }

    /** Takes a signer out of a draft. */
    public void remove(UUID id, UUID owner, UUID signer) {
        drafted(id, owner, request -> signers.remove(signer(request, signer).id()));
    }

    /** Whether signers sign one after the other. */
    public void order(UUID id, UUID owner, boolean inOrder) {
        drafted(id, owner, _ -> requests.order(id, inOrder));
    }

    /** Lets the signers sign. */
    public void open(UUID id, UUID owner) {
        drafted(
                id,
                owner,
                request -> {
                    if (request.signers().isEmpty()) {
                        throw new Fault(SignatureFault.WRONG_STATE);
                    }
                    requests.state(id, new SigningRequest.State.Open(now()));
                    tell(SignatureAct.OPENED, id, Map.of("signers", "" + request.signers().size()));
                });
    }

    /**
     * Joins by a code.
     *
     * @return the request; nothing where the code is wrong, used or too old
     */
    Optional<UUID> join(String code, UUID account) {
        byte[] hash = InvitationCode.read(code).sha256();
        return written(
                () ->
                        signers.invitation(hash, now())
                                .filter(
                                        found ->
                                                requests.lock(found.request())
                                                        .filter(r -> r.signer(account).isEmpty())
                                                        .isPresent())
                                .map(
                                        found -> {
                                            signers.join(found.signer(), account, now());
                                            tell(
                                                    SignatureAct.JOINED,
                                                    found.request(),
                                                    Map.of("signer", found.signer().toString()));
                                            return found.request();
                                        }));
    }

    /**
     * Takes a signer's confirmation and has the documents signed.
     *
     * @param basis as it was for the statement
     * @throws Fault {@link SignatureFault#NOT_CONFIRMED}, {@link SignatureFault#WRONG_STATE},
     *     {@link SignatureFault#NO_CERTIFICATE}, {@link SignatureFault#NOT_IN_NAME}
     */
    public void confirm(
            UUID id, UUID account, Optional<UUID> basis, String challenge, String credential) {
        UUID signer =
                written(
                        () -> {
                            SigningRequest request = locked(id, account);
                            byte[] statement = means.statement(request, account, basis);
                            if (request.signers().stream()
                                    .anyMatch(s -> s.state() instanceof Signer.State.Signing)) {
                                throw new Fault(SignatureFault.WRONG_STATE);
                            }
                            AssertionOutcome outcome =
                                    assertions.answer(
                                            account,
                                            "signing:" + id,
                                            statement,
                                            challenge,
                                            credential);
                            if (!(outcome instanceof AssertionOutcome.Confirmed(var evidence))) {
                                throw new Fault(SignatureFault.NOT_CONFIRMED);
                            }
                            UUID own = request.signer(account).orElseThrow().id();
                            signers.signing(
                                    own,
                                    evidence.id(),
                                    Hashes.of(means.needed(account).certificate()),
                                    means.name(account, basis),
                                    now());
                            work.ask(id, own);
                            return own;
                        });
        work.soon(id, signer);
    }

    /** Says that an account doesn't sign. */
    void decline(UUID id, UUID account, String reason) {
        changed(
                id,
                account,
                request -> {
                    Signer signer =
                            request.signer(account)
                                    .filter(s -> s.state() instanceof Signer.State.Joined)
                                    .orElseThrow(() -> new Fault(SignatureFault.WRONG_STATE));
                    if (!(request.state() instanceof SigningRequest.State.Open)) {
                        throw new Fault(SignatureFault.WRONG_STATE);
                    }
                    signers.declined(signer.id(), reason, now());
                    requests.state(id, new SigningRequest.State.Declined(now()));
                    tell(SignatureAct.DECLINED, id, Map.of("signer", signer.id().toString()));
                });
    }

    /** Takes a request back, and forgets its files. */
    public void withdraw(UUID id, UUID owner) {
        changed(
                id,
                owner,
                request -> {
                    boolean live =
                            request.state() instanceof SigningRequest.State.Draft
                                    || request.state() instanceof SigningRequest.State.Open;
                    if (!live || !request.owner().equals(owner)) {
                        throw new Fault(SignatureFault.WRONG_STATE);
                    }
                    requests.state(id, new SigningRequest.State.Withdrawn(now()));
                    documents.empty(id);
                    tell(SignatureAct.WITHDRAWN, id, Map.of());
                });
    }

    private void drafted(UUID id, UUID owner, Change change) {
        changed(
                id,
                owner,
                request -> {
                    if (!request.owner().equals(owner)
                            || !(request.state() instanceof SigningRequest.State.Draft)) {
                        throw new Fault(SignatureFault.WRONG_STATE);
                    }
                    change.of(request);
                });
    }

    private void changed(UUID id, UUID account, Change change) {
        transaction.executeWithoutResult(_ -> change.of(locked(id, account)));
    }

    private SigningRequest locked(UUID id, UUID account) {
        return requests.lock(id)
                .filter(request -> request.concerns(account))
                .orElseThrow(() -> new Fault(SignatureFault.UNKNOWN));
    }

    private <T> T written(java.util.function.Supplier<T> write) {
        return Objects.requireNonNull(transaction.execute(_ -> write.get()));
    }

    private static Signer signer(SigningRequest request, UUID signer) {
        return request.signers().stream()
                .filter(each -> each.id().equals(signer))
                .findFirst()
                .orElseThrow(() -> new Fault(SignatureFault.UNKNOWN));
    }

    private String name(UUID account) {
        return accounts.find(account).map(found -> found.owner().name()).orElse("?");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void tell(SignatureAct act, UUID id, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "signing-request:" + id, facts));
        news.publishEvent(new SigningChanged(id));
    }

    private interface Change {
        void of(SigningRequest request);
    }
}

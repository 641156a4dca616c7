package org.danaya.trust.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.ActingFor;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Hex;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.jobs.JobType;
import org.danaya.jobs.Jobs;
import org.danaya.jobs.Retry;
import org.danaya.jobs.Urgency;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.trust.validation.SignedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the signatures that a signer confirmed, one document at a time, each in a transaction of
 * its own: after a crash it goes on where it was.
 */
final class SigningWork {

    /** One signer's signatures. */
    record Piece(UUID request, UUID signer) {}

    static final JobType<Piece> TYPE =
            new JobType<>(
                    "signature.sign-documents",
                    Piece.class,
                    Retry.USUAL,
                    Duration.ofMinutes(30),
                    Urgency.NORMAL);

    private static final Logger LOG = LoggerFactory.getLogger(SigningWork.class);

    /** So many are signed at once while the signer waits for the answer. */
    private static final int SOON = 3;

    private final RequestTable requests;
    private final DocumentTable documents;
    private final SignerTable signers;
    private final AdesEngine engine;
    private final SigningKeys keys;
    private final SigningMeans means;
    private final Appearances appearances;
    private final Archives archives;
    private final Leaves leaves;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    SigningWork(
            RequestTable requests,
            DocumentTable documents,
            SignerTable signers,
            AdesEngine engine,
            SigningKeys keys,
            SigningMeans means,
            Appearances appearances,
            Archives archives,
            Leaves leaves,
            Jobs jobs,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.requests = requests;
        this.documents = documents;
        this.signers = signers;
        this.engine = engine;
        this.keys = keys;
        this.means = means;
        this.appearances = appearances;
        this.archives = archives;
        this.leaves = leaves;
        this.jobs = jobs;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for the work, in the transaction of the confirmation. */
    void ask(UUID request, UUID signer) {
        jobs.schedule(TYPE, signer.toString(), new Piece(request, signer), clock.instant());
    }

    /** Whether the work failed so often that it waits for somebody. */
    boolean stopped(UUID signer) {
        return jobs.givenUp(TYPE, signer.toString()).isPresent();
    }

    /** Lets work that stopped go on. */
    void again(UUID signer) {
        transaction.executeWithoutResult(_ -> jobs.again(TYPE, signer.toString()));
    }

    /** Does a little work at once; what fails is left to the job. */
    void soon(UUID request, UUID signer) {
        boolean little =
                requests.find(request).filter(r -> r.documents().size() <= SOON).isPresent();
        if (!little) {
            return;
        }
        try {
            run(new Piece(request, signer));
        } catch (RuntimeException e) {
            LOG.warn("A signature is left to the background job", e);
        }
    }

    void run(Piece piece) {
        SigningRequest request = requests.find(piece.request()).orElseThrow();
        Optional<Signer> found =
                request.signers().stream().filter(s -> s.id().equals(piece.signer())).findFirst();
        if (found.isEmpty()
                || !(found.get().state() instanceof Signer.State.Signing(_, UUID evidence))) {
            return;
        }
        Signer signer = found.get();
        UUID account = signer.account().orElseThrow();
        SigningKeys.Holder holder = confirmed(account, signer);
        means.needStanding(account, signer);
        try (var key = keys.open(holder).key()) {
            SigningKey opened = new SigningKey(key, holder.chain());
            ScopedValue.where(Actor.CURRENT, new Actor.Person(account, "self", "-"))
                    .run(
                            () -> {
                                for (SigningDocument document : request.documents()) {
                                    transaction.executeWithoutResult(
                                            _ -> sign(request, document, signer, evidence, opened));
                                }
                                transaction.executeWithoutResult(_ -> finish(piece));
                            });
        }
    }

    /** The certificate that the signer confirmed, and no newer one. */
    private SigningKeys.Holder confirmed(UUID account, Signer signer) {
        byte[] sha256 = signers.certificate(signer.id()).orElseThrow();
        return keys.of(account).stream()
                .filter(each -> MessageDigest.isEqual(Hashes.of(each.certificate()), sha256))
                .findFirst()
                .orElseThrow(() -> new Fault(SignatureFault.NO_CERTIFICATE));
    }

    private void sign(
            SigningRequest request,
            SigningDocument document,
            Signer signer,
            UUID evidence,
            SigningKey key) {
        SignedFile before = documents.lock(document.id()).orElseThrow();
        if (documents.isMade(document.id(), signer.id())) {
            return;
        }
        byte[] beforeHash = Sha256.of(before.bytes());
        if (!MessageDigest.isEqual(beforeHash, document.sha256())) {
            throw new Fault(SignatureFault.NOT_CONFIRMED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SignedFile after =
                engine.sign(
                        key,
                        new SigningOrder(
                                document.form(),
                                request.level(),
                                Documents.covered(before, document.form()),
                                now,
                                SignedFor.role(signer.name()),
                                document.form() == SignatureForm.PADES
                                        ? signer.spot()
                                                .map(
                                                        spot ->
                                                                appearances.of(
                                                                        before, spot, key, signer,
                                                                        now))
                                        : Optional.empty()));
        byte[] afterHash = Sha256.of(after.bytes());
        byte[] certificate = Hashes.of(key.chain().getFirst());
        UUID made = ids.next();
        documents.signed(document.id(), after.bytes(), afterHash);
        documents.made(
                new DocumentTable.Made(
                        made,
                        document.id(),
                        signer.id(),
                        evidence,
                        certificate,
                        beforeHash,
                        afterHash,
                        request.level(),
                        now,
                        signer.name()));
        leaves.append(
                new NewLeaf(
                        "signature.made",
                        """
                        danaya signature v1
                        before %s
                        after %s
                        certificate %s
                        evidence %s
                        %s"""
                                .formatted(
                                        Hex.of(beforeHash),
                                        Hex.of(afterHash),
                                        Hex.of(certificate),
                                        evidence,
                                        SignedFor.lines(signer.name()))
                                .getBytes(StandardCharsets.UTF_8),
                        "signature:made:" + made));
        news.publishEvent(
                Act.done(
                        SignatureAct.SIGNED,
                        "signing-request:" + request.id(),
                        Map.of(
                                "document", document.id().toString(),
                                "before", Hex.of(beforeHash),
                                "after", Hex.of(afterHash),
                                "certificate", Hex.of(certificate),
                                "evidence", evidence.toString(),
                                "basis", ActingFor.fact(signer.name().map(SignedFor::basis)))));
    }

    private void finish(Piece piece) {
        SigningRequest request = requests.lock(piece.request()).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        signers.signed(piece.signer(), now);
        boolean all =
                request.signers().stream()
                        .filter(each -> !each.id().equals(piece.signer()))
                        .allMatch(each -> each.state() instanceof Signer.State.Signed);
        news.publishEvent(new SigningChanged(request.id()));
        if (all && request.state() instanceof SigningRequest.State.Open) {
            requests.state(request.id(), new SigningRequest.State.Done(now));
            if (request.level() == SignatureLevel.LTA) {
                request.documents()
                        .forEach(
                                each ->
                                        archives.keep(
                                                each, documents.content(each.id()).orElseThrow()));
            }
        }
    }
}

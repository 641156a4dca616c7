package org.danaya.trust.signature;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Hex;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.trust.validation.NoNetwork;
import org.danaya.trust.validation.SignedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renews the archive timestamps of finished documents before the certificate behind the newest one
 * ends (EN 319 102-1 §5.6.3): what they prove stays provable.
 */
public class Archives {

    /** How long before its end a timestamp is renewed. */
    static final Duration BEFORE = Duration.ofDays(180);

    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
    private static final Duration AGAIN = Duration.ofHours(6);
    private static final int AT_ONCE = 200;

    private final DocumentTable documents;
    private final ArchiveTable table;
    private final AdesEngine engine;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Archives(
            DocumentTable documents,
            ArchiveTable table,
            AdesEngine engine,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.documents = documents;
        this.table = table;
        this.engine = engine;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How the archives are.
     *
     * @param kept documents that are looked after
     * @param renewals how many renewals there were
     * @param failing documents whose last renewal failed
     * @param next when the next one is due
     * @param last when the last one was
     * @param problem the code of one failure
     */
    public record Figures(
            long kept,
            long renewals,
            long failing,
            Optional<Instant> next,
            Optional<Instant> last,
            Optional<String> problem) {}

    /** How they are. */
    public Figures figures() {
        return table.figures();
    }

    /** Looks after a finished document, if it has an archive timestamp. In a transaction. */
    void keep(SigningDocument document, SignedFile content) {
        ends(content).ifPresent(end -> table.keep(document.id(), end.minus(BEFORE)));
    }

    /** Renews what is due; one that fails stops no other. */
    void renew() {
        for (UUID document : table.due(clock.instant(), AT_ONCE)) {
            try {
                transaction.executeWithoutResult(_ -> renew(document));
            } catch (RuntimeException e) {
                LOG.warn("The archive timestamp of document {} was not renewed", document, e);
                String problem = e instanceof Fault fault ? fault.code().code() : "defect";
                table.failed(document, problem, clock.instant().plus(AGAIN));
            }
        }
    }

    private void renew(UUID document) {
        SignedFile before = documents.lock(document).orElseThrow();
        SignatureForm form = documents.form(document);
        SignedFile after = engine.extend(before, form, SignatureLevel.LTA);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end =
                ends(after).orElseThrow(() -> new Fault(SignatureFault.NO_TIMESTAMP, "archive"));
        byte[] sha256 = Sha256.of(after.bytes());
        documents.signed(document, after.bytes(), sha256);
        table.renewed(document, end.minus(BEFORE), now);
        leaves.append(
                new NewLeaf(
                        "signature.renewed",
                        """
                        danaya archive renewal v1
                        before %s
                        after %s
                        """
                                .formatted(Sha256.hexOf(before.bytes()), Hex.of(sha256))
                                .getBytes(StandardCharsets.US_ASCII),
                        "signature:renewed:" + ids.next()));
        news.publishEvent(
                Act.done(
                        SignatureAct.RENEWED,
                        "signed-document:" + document,
                        Map.of("after", Hex.of(sha256))));
    }

    /** When the certificate behind the newest archive timestamp ends. */
    static Optional<Instant> ends(SignedFile file) {
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(
                        new InMemoryDocument(file.bytes(), file.name()));
        validator.setCertificateVerifier(NoNetwork.verifier());
        return Stream.concat(
                        validator.getSignatures().stream()
                                .flatMap(
                                        each ->
                                                Stream.concat(
                                                        each.getArchiveTimestamps().stream(),
                                                        each.getDocumentTimestamps().stream())),
                        validator.getDetachedTimestamps().stream())
                .max(Comparator.comparing(TimestampToken::getGenerationTime))
                .flatMap(
                        newest ->
                                newest.getCertificates().stream()
                                        .filter(each -> !each.isCA())
                                        .map(CertificateToken::getNotAfter)
                                        .map(end -> end.toInstant())
                                        .min(Comparator.naturalOrder()));
    }
}

package org.danaya.trust.validation;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import eu.europa.esig.dss.diagnostic.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.QCTypeEnum;
import eu.europa.esig.dss.enumerations.RevocationReason;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.danaya.trust.validation.SignatureVerdict.Moment;
import org.danaya.trust.validation.SignatureVerdict.Signer;
import org.jspecify.annotations.Nullable;

/** Reads the reports of EN 319 102-1 and says what they come to. */
final class Verdicts {

    private static final int MOST_MESSAGES = 20;
    private static final int MOST_ROLES = 10;

    private final Reports reports;
    private final SimpleReport simple;
    private final SignedFile file;
    private final FileKind kind;
    private final Set<String> rehearsals;
    private final List<RecordedNames.Name> names;
    private final Map<String, KnownStatus> current;

    /**
     * @param rehearsals the anchors that are there for rehearsals, as the reports name them
     * @param names in whose name the file's signatures were made, as far as it is known here
     * @param current what our own status service says now, by the id of the signature
     */
    Verdicts(
            Reports reports,
            SignedFile file,
            FileKind kind,
            Set<String> rehearsals,
            List<RecordedNames.Name> names,
            Map<String, KnownStatus> current) {
        this.reports = reports;
        this.simple = reports.getSimpleReport();
        this.file = file;
        this.kind = kind;
        this.rehearsals = rehearsals;
        this.names = names;
        this.current = current;
    }

    List<SignatureVerdict> all() {
        return reports.getDiagnosticData().getSignatures().stream()
                .filter(signature -> !signature.isCounterSignature())
                .map(this::verdict)
                .toList();
    }

    private SignatureVerdict verdict(SignatureWrapper signature) {
        String id = signature.getId();
        CertificateWrapper certificate = signature.getSigningCertificate();
        Optional<PDFRevisionWrapper> revision = Optional.ofNullable(signature.getPDFRevision());
        List<Remark> remarks = new ArrayList<>();
        revision.ifPresent(each -> remarkChanges(each, remarks));
        // A PDF is signed up to the signature: what came after it is told by remarks.
        List<String> covers = kind == FileKind.PDF ? List.of() : covers(signature);
        List<String> missed = notCovered();
        missed.forEach(name -> remarks.add(Remark.of(Remark.Kind.FILE_NOT_COVERED, name)));
        boolean part = kind == FileKind.XML && !coversWhole(signature);
        if (part) {
            remarks.add(Remark.of(Remark.Kind.PARTLY_COVERED, String.join(", ", covers)));
        }
        Moment moment = moment(signature);
        if (!(moment instanceof Moment.Proven)) {
            remarks.add(Remark.of(Remark.Kind.NO_TIMESTAMP));
        }
        if (certificate != null
                && certificate.getCertificateChain().stream()
                        .anyMatch(each -> rehearsals.contains(each.getId()))) {
            remarks.add(Remark.of(Remark.Kind.REHEARSAL));
        }
        boolean whole =
                !part
                        && missed.isEmpty()
                        && remarks.stream().noneMatch(r -> r.kind() == Remark.Kind.PDF_ADDED);
        Standing standing = standing(signature, certificate, whole);
        return new SignatureVerdict(
                id,
                standing,
                signer(certificate),
                moment,
                signature.getSignatureFormat() == null
                        ? ""
                        : signature.getSignatureFormat().toString(),
                indication(id),
                latest(id, certificate).map(KnownStatus::at),
                revokedSince(standing, latest(id, certificate)),
                covers,
                List.copyOf(remarks),
                roles(signature, certificate),
                messages(id));
    }

    private List<SignatureVerdict.Role> roles(
            SignatureWrapper signature, @Nullable CertificateWrapper certificate) {
        byte[] by =
                certificate == null || certificate.getDigestAlgoAndValue() == null
                        ? new byte[0]
                        : certificate.getDigestAlgoAndValue().getDigestValue();
        return nonNull(signature.getSignerRoleDetails(signature.getClaimedRoles())).stream()
                .limit(MOST_ROLES)
                .flatMap(
                        role ->
                                text(role).stream()
                                        .map(
                                                text ->
                                                        new SignatureVerdict.Role(
                                                                text, isRecorded(by, role))))
                .toList();
    }

    private boolean isRecorded(byte[] certificate, String role) {
        return names.stream()
                .anyMatch(
                        each ->
                                each.role().equals(role)
                                        && MessageDigest.isEqual(each.certificate(), certificate));
    }

    private Standing standing(
            SignatureWrapper signature, @Nullable CertificateWrapper certificate, boolean whole) {
        Indication indication = simple.getIndication(signature.getId());
        if (indication == Indication.TOTAL_PASSED || indication == Indication.PASSED) {
            return whole ? Standing.HOLDS : Standing.HOLDS_FOR_PART;
        }
        boolean changed =
                Optional.ofNullable(signature.getPDFRevision())
                        .filter(Verdicts::isForbidden)
                        .isPresent();
        SubIndication why = simple.getSubIndication(signature.getId());
        if (why == null) {
            return Standing.UNDECIDED;
        }
        return switch (why) {
            case HASH_FAILURE, SIG_CRYPTO_FAILURE -> Standing.ALTERED;
            case FORMAT_FAILURE, SIG_CONSTRAINTS_FAILURE, TIMESTAMP_ORDER_FAILURE ->
                    changed ? Standing.ALTERED : Standing.MALFORMED;
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE ->
                    onHold(certificate) ? Standing.SUSPENDED : Standing.REVOKED;
            case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED, NO_POE ->
                    Standing.EXPIRED;
            case NOT_YET_VALID -> Standing.NOT_YET;
            case NO_SIGNING_CERTIFICATE_FOUND,
                    NO_CERTIFICATE_CHAIN_FOUND,
                    NO_CERTIFICATE_CHAIN_FOUND_NO_POE,
                    CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                    Standing.UNKNOWN_SIGNER;
            case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE ->
                    onHold(certificate) ? Standing.SUSPENDED : Standing.STATUS_UNKNOWN;
            case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE -> Standing.WEAK;
            case SIGNED_DATA_NOT_FOUND -> Standing.CONTENT_MISSING;
            case CHAIN_CONSTRAINTS_FAILURE,
                    POLICY_PROCESSING_ERROR,
                    SIGNATURE_POLICY_NOT_AVAILABLE ->
                    Standing.UNDECIDED;
        };
    }

    private static boolean isForbidden(PDFRevisionWrapper revision) {
        return !revision.getPdfUndefinedChanges().isEmpty()
                || !revision.getPdfPageDifferenceConcernedPages().isEmpty()
                || !revision.getPdfVisualDifferenceConcernedPages().isEmpty();
    }

    private void remarkChanges(PDFRevisionWrapper revision, List<Remark> remarks) {
        TreeSet<BigInteger> pages = new TreeSet<>(revision.getPdfPageDifferenceConcernedPages());
        pages.addAll(revision.getPdfVisualDifferenceConcernedPages());
        if (!pages.isEmpty()) {
            List<String> numbers = pages.stream().map(BigInteger::toString).toList();
            remarks.add(Remark.of(Remark.Kind.PDF_PAGES_DIFFER, String.join(", ", numbers)));
        }
        if (!revision.getPdfUndefinedChanges().isEmpty()) {
            remarks.add(Remark.of(Remark.Kind.PDF_CHANGED));
        } else if (!revision.getPdfAnnotationChanges().isEmpty()
                || !revision.getPdfAnnotationsOverlapConcernedPages().isEmpty()
                || revision.getPdfSignatureOrFormFillChanges().stream()
                        .anyMatch(each -> !isSignature(each, revision))) {
            remarks.add(Remark.of(Remark.Kind.PDF_ADDED));
        }
    }

    /**
     * Whether a change is one that a later signature makes. The first annotation of a page has no
     * field's name: it is looked at itself.
     */
    private boolean isSignature(XmlObjectModification change, PDFRevisionWrapper revision) {
        return change.getFieldName() == null
                ? PdfScreen.addsOnlySignatures(file, revision.getSignatureByteRange())
                : signatureFields().contains(change.getFieldName());
    }

    /** The fields that hold a signature or a timestamp: one that is empty may hide a text. */
    private Set<String> signatureFields() {
        return Stream.concat(
                        reports.getDiagnosticData().getSignatures().stream()
                                .map(SignatureWrapper::getPDFRevision),
                        reports.getDiagnosticData().getTimestampList().stream()
                                .map(TimestampWrapper::getPDFRevision))
                .filter(Objects::nonNull)
                .flatMap(each -> each.getSignatureFieldNames().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> covers(SignatureWrapper signature) {
        return scopes(signature).map(XmlSignatureScope::getName).distinct().limit(100).toList();
    }

    /** The whole XML, or all that the signature is wrapped around. */
    private boolean coversWhole(SignatureWrapper signature) {
        return scopes(signature).anyMatch(scope -> scope.getScope() != SignatureScopeType.PARTIAL)
                || XmlScreen.isAround(file.bytes(), Set.copyOf(covers(signature)));
    }

    private static Stream<XmlSignatureScope> scopes(SignatureWrapper signature) {
        return nonNull(signature.getSignatureScopes()).stream();
    }

    /** The files of a container that no signature is about. */
    private List<String> notCovered() {
        if (!reports.getDiagnosticData().isContainerInfoPresent()) {
            return List.of();
        }
        List<String> covered =
                reports.getDiagnosticData().getSignatures().stream()
                        .flatMap(Verdicts::scopes)
                        .map(XmlSignatureScope::getName)
                        .toList();
        return nonNull(reports.getDiagnosticData().getContainerInfo().getContentFiles()).stream()
                .filter(name -> !covered.contains(name))
                .limit(20)
                .toList();
    }

    private Moment moment(SignatureWrapper signature) {
        Optional<Instant> proven =
                nonNull(simple.getSignatureTimestamps(signature.getId())).stream()
                        .filter(stamp -> stamp.getIndication() == Indication.PASSED)
                        .map(stamp -> stamp.getProductionTime().toInstant())
                        .min(Comparator.naturalOrder());
        if (proven.isPresent()) {
            return new Moment.Proven(proven.get());
        }
        return signature.getClaimedSigningTime() == null
                ? new Moment.Untold()
                : new Moment.Claimed(signature.getClaimedSigningTime().toInstant());
    }

    private static Signer signer(@Nullable CertificateWrapper certificate) {
        if (certificate == null) {
            return new Signer(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
        String given = certificate.getGivenName();
        String family = certificate.getSurname();
        boolean seal =
                certificate.getQcTypes().contains(QCTypeEnum.QCT_ESEAL)
                        || (given == null
                                && family == null
                                && certificate.getPseudo() == null
                                && certificate.getOrganizationIdentifier() != null);
        Optional<String> structure = text(certificate.getOrganizationName());
        String name =
                Stream.of(
                                text(certificate.getCommonName()),
                                given == null || family == null
                                        ? Optional.<String>empty()
                                        : text(given + " " + family),
                                text(certificate.getPseudo()),
                                structure)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse("");
        return new Signer(
                name,
                structure.filter(each -> !each.equals(name)),
                text(certificate.getTitle()),
                Optional.ofNullable(certificate.getSigningCertificate())
                        .flatMap(issuer -> text(issuer.getCommonName())),
                text(certificate.getOrganizationIdentifier()),
                seal);
    }

    private static Optional<Instant> revokedSince(Standing standing, Optional<KnownStatus> latest) {
        return standing != Standing.HOLDS && standing != Standing.HOLDS_FOR_PART
                ? Optional.empty()
                : latest.flatMap(KnownStatus::revoked);
    }

    /** The latest that is known, from the file and from our own status service. */
    private Optional<KnownStatus> latest(String id, @Nullable CertificateWrapper certificate) {
        return Stream.concat(
                        latest(certificate).map(KnownStatus::of).stream(),
                        Optional.ofNullable(current.get(id)).stream())
                .max(Comparator.comparing(KnownStatus::at));
    }

    private static boolean onHold(@Nullable CertificateWrapper certificate) {
        return latest(certificate)
                .filter(each -> each.getReason() == RevocationReason.CERTIFICATE_HOLD)
                .isPresent();
    }

    private static Optional<CertificateRevocationWrapper> latest(
            @Nullable CertificateWrapper certificate) {
        return certificate == null
                ? Optional.empty()
                : certificate.getCertificateRevocationData().stream()
                        .filter(each -> each.getProductionDate() != null)
                        .max(Comparator.comparing(CertificateRevocationWrapper::getProductionDate));
    }

    private String indication(String id) {
        SubIndication sub = simple.getSubIndication(id);
        return simple.getIndication(id) + (sub == null ? "" : " / " + sub);
    }

    private List<String> messages(String id) {
        return Stream.of(
                        simple.getAdESValidationErrors(id),
                        simple.getAdESValidationWarnings(id),
                        simple.getAdESValidationInfo(id))
                .flatMap(list -> nonNull(list).stream())
                .map(message -> message.getKey() + ": " + message.getValue())
                .distinct()
                .limit(MOST_MESSAGES)
                .toList();
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(each -> each.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(each -> !each.isEmpty())
                .map(each -> each.length() > 200 ? each.substring(0, 200) + "…" : each);
    }

    private static <T> Collection<T> nonNull(@Nullable Collection<T> all) {
        return all == null ? List.of() : all;
    }
}

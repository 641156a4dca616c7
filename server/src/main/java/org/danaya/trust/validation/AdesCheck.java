package org.danaya.trust.validation;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import eu.europa.esig.dss.validation.reports.Reports;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.trust.validation.ValidationOutcome.ReportKind;

/**
 * Hands a screened file to DSS: EN 319 102-1 with its default policy, where a change of a signed
 * PDF that no signature allows, or that shows on its pages, is a failure and not a warning.
 */
final class AdesCheck {

    private static final ValidationPolicy POLICY = policy();

    private final StatusSources status;
    private final int mostSignatures;

    AdesCheck(StatusSources status, int mostSignatures) {
        this.status = status;
        this.mostSignatures = mostSignatures;
    }

    ValidationOutcome of(
            SignedFile file,
            List<SignedFile> detached,
            Screening.Passed passed,
            List<TrustAnchors.Anchors> anchors,
            List<RecordedNames.Name> names,
            Instant now,
            Locale locale) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(document(file));
        if (validator instanceof PDFDocumentValidator pdf) {
            pdf.setPdfObjFactory(readers(passed.comparable()));
        }
        validator.setCertificateVerifier(verifier(anchors));
        validator.setSignaturePolicyProvider(NoNetwork.policies());
        validator.setDetachedContents(detached.stream().map(AdesCheck::document).toList());
        validator.setValidationTime(
                DSSUtils.parseRFCDate(now.truncatedTo(ChronoUnit.SECONDS).toString()));
        validator.setLocale(locale);
        validator.setEnableEtsiValidationReport(true);
        List<AdvancedSignature> found = validator.getSignatures();
        int signatures = found.size();
        if (signatures > mostSignatures) {
            return new ValidationOutcome.Refused(
                    Refusal.TOO_MANY_SIGNATURES, List.of(Integer.toString(mostSignatures)));
        }
        if (signatures == 0) {
            return new ValidationOutcome.Unsigned(passed.kind(), passed.remarks());
        }
        Reports reports = validator.validateDocument(POLICY);
        return new ValidationOutcome.Checked(
                passed.kind(),
                new Verdicts(
                                reports,
                                file,
                                passed.kind(),
                                rehearsals(anchors),
                                names,
                                new CurrentStatus(status).of(found))
                        .all(),
                remarks(passed, anchors),
                anchors.stream().map(TrustAnchors.Anchors::state).toList(),
                now,
                texts(reports));
    }

    private CommonCertificateVerifier verifier(List<TrustAnchors.Anchors> anchors) {
        CommonCertificateVerifier verifier = NoNetwork.verifier();
        verifier.setTrustedCertSources(
                anchors.stream()
                        .filter(each -> each.state().usable())
                        .map(TrustAnchors.Anchors::certificates)
                        .toArray(CertificateSource[]::new));
        status.ocsp().ifPresent(verifier::setOcspSource);
        status.crl().ifPresent(verifier::setCrlSource);
        CommonCertificateSource issuers = new CommonCertificateSource();
        status.issuers().get().forEach(each -> issuers.addCertificate(new CertificateToken(each)));
        verifier.setAdjunctCertSources(issuers);
        verifier.setCheckRevocationForUntrustedChains(false);
        return verifier;
    }

    /** The anchors that are there for rehearsals, as the reports name them. */
    private static Set<String> rehearsals(List<TrustAnchors.Anchors> anchors) {
        return anchors.stream()
                .filter(each -> each.state().rehearsal())
                .flatMap(each -> each.certificates().getCertificates().stream())
                .map(CertificateToken::getDSSIdAsString)
                .collect(Collectors.toSet());
    }

    private static List<Remark> remarks(
            Screening.Passed passed, List<TrustAnchors.Anchors> anchors) {
        List<Remark> remarks = new ArrayList<>(passed.remarks());
        if (anchors.isEmpty()) {
            remarks.add(Remark.of(Remark.Kind.NO_ANCHORS));
        }
        anchors.stream()
                .filter(each -> !each.state().usable())
                .forEach(
                        each ->
                                remarks.add(
                                        Remark.of(
                                                Remark.Kind.ANCHORS_UNUSABLE,
                                                each.state().name())));
        return List.copyOf(remarks);
    }

    private static PdfBoxDefaultObjectFactory readers(int comparable) {
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(comparable);
        PdfBoxDefaultObjectFactory readers = new PdfBoxDefaultObjectFactory();
        readers.setPdfDifferencesFinder(differences);
        return readers;
    }

    private static DSSDocument document(SignedFile file) {
        return new InMemoryDocument(file.bytes(), file.name());
    }

    private static ValidationOutcome.Reports texts(Reports reports) {
        Map<ReportKind, String> texts = new EnumMap<>(ReportKind.class);
        texts.put(ReportKind.ETSI, reports.getXmlValidationReport());
        texts.put(ReportKind.SIMPLE, reports.getXmlSimpleReport());
        texts.put(ReportKind.DETAILED, reports.getXmlDetailedReport());
        texts.put(ReportKind.DIAGNOSTIC, reports.getXmlDiagnosticData());
        return new ValidationOutcome.Reports(texts);
    }

    private static ValidationPolicy policy() {
        try (var xml = ValidationPolicyFacade.class.getResourceAsStream("/policy/constraint.xml")) {
            EtsiValidationPolicy policy =
                    (EtsiValidationPolicy)
                            ValidationPolicyFacade.newFacade().getValidationPolicy(xml);
            BasicSignatureConstraints basic =
                    policy.getSignatureConstraints().getBasicSignatureConstraints();
            basic.setUndefinedChanges(failing());
            basic.setPdfVisualDifference(failing());
            basic.setByteRangeCollision(failing());
            basic.setDocMDP(failing());
            basic.setFieldMDP(failing());
            basic.setSigFieldLock(failing());
            return ValidationPolicyLoader.fromValidationPolicy(policy).create();
        } catch (Exception e) {
            throw new IllegalStateException("DSS has its default policy", e);
        }
    }

    private static LevelConstraint failing() {
        LevelConstraint constraint = new LevelConstraint();
        constraint.setLevel(Level.FAIL);
        return constraint;
    }
}

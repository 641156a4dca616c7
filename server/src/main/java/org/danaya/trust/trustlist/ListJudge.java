package org.danaya.trust.trustlist;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.tsl.validation.TLValidatorTask;
import eu.europa.esig.dss.tsl.validation.ValidationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.trust.trustlist.ListVerdict.Reason;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.TrustedList;
import org.w3c.dom.Document;

/**
 * Judges a list: its form, what its signature covers, who signed, whether it is of today. Where
 * anything is in doubt, the answer is no.
 */
public final class ListJudge {

    /** How far another scheme's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private ListJudge() {}

    /**
     * Judges a document.
     *
     * @param signers the certificates that may sign it, DER; one is enough
     */
    public static ListVerdict judge(byte[] bytes, List<byte[]> signers, Instant now) {
        ListVerdict verdict = signed(bytes, signers);
        return verdict instanceof ListVerdict.Valid(TrustedList list, _, _)
                ? aged(list, now).orElse(verdict)
                : verdict;
    }

    /** Judges all but its age: for a list of the past. */
    public static ListVerdict signed(byte[] bytes, List<byte[]> signers) {
        try {
            Document document = ListDocument.parse(bytes);
            Optional<ListVerdict.Refused> wrapped = Coverage.problem(document);
            if (wrapped.isPresent()) {
                return wrapped.get();
            }
            TrustedList list = ListReader.read(document.getDocumentElement());
            return signature(bytes, signers, list);
        } catch (Fault e) {
            return new ListVerdict.Refused(Reason.UNREADABLE, e.code().code() + " " + e.facts());
        }
    }

    /** Whether a list is too old or too young at a time. */
    public static Optional<ListVerdict> aged(TrustedList list, Instant now) {
        Instant next = list.scheme().nextUpdate();
        if (list.scheme().issued().isAfter(now.plus(AHEAD))) {
            return refused(Reason.NOT_YET, list.scheme().issued().toString());
        }
        if (next == null) {
            return refused(Reason.CLOSED, list.scheme().issued().toString());
        }
        return next.isBefore(now) ? refused(Reason.EXPIRED, next.toString()) : Optional.empty();
    }

    private static ListVerdict signature(byte[] bytes, List<byte[]> signers, TrustedList list) {
        try {
            CommonTrustedCertificateSource expected = new CommonTrustedCertificateSource();
            signers.forEach(der -> expected.addCertificate(DSSUtils.loadCertificate(der)));
            ValidationResult result =
                    new TLValidatorTask(new InMemoryDocument(bytes), expected).get();
            CertificateToken signer = result.getSigningCertificate();
            if (result.getIndication() == Indication.TOTAL_PASSED && signer != null) {
                return new ListVerdict.Valid(
                        list,
                        ServiceCertificate.read(signer.getEncoded()).orElseThrow(),
                        result.getSigningTime().toInstant());
            }
            return new ListVerdict.Refused(
                    unknown(result.getSubIndication()) ? Reason.OTHER_SIGNER : Reason.BROKEN,
                    result.getIndication() + " " + result.getSubIndication());
        } catch (RuntimeException e) {
            // What a stranger wrote makes DSS fail in more ways than it declares.
            return new ListVerdict.Refused(Reason.BROKEN, ListDocument.told(e.getMessage()));
        }
    }

    private static boolean unknown(SubIndication why) {
        return why == SubIndication.NO_CERTIFICATE_CHAIN_FOUND
                || why == SubIndication.NO_SIGNING_CERTIFICATE_FOUND
                || why == SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE;
    }

    private static Optional<ListVerdict> refused(Reason reason, String detail) {
        return Optional.of(new ListVerdict.Refused(reason, detail));
    }
}

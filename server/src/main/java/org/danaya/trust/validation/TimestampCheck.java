package org.danaya.trust.validation;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.validation.timestamp.DetachedTimestampValidator;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a timestamp token that stands by itself holds (EN 319 102-1 §5.4), offline. */
public final class TimestampCheck {

    /** Nothing of the network tells whether the unit's certificate was revoked. */
    private static final Set<SubIndication> STATUS_UNKNOWN =
            Set.of(
                    SubIndication.TRY_LATER,
                    SubIndication.REVOCATION_OUT_OF_BOUNDS_NO_POE,
                    SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE);

    private final List<TrustAnchors.Anchors> anchors;
    private final Instant now;

    /**
     * Against the certificates of a folder.
     *
     * @param now the time of the check
     */
    public TimestampCheck(Path anchors, Instant now) {
        this.anchors = new FolderAnchors(anchors).now(now);
        this.now = now;
    }

    /** What was found. */
    public sealed interface Outcome {

        /**
         * The token is about this file, intact, and by whom we trust.
         *
         * @param unit the common name of the timestamp unit
         * @param statusKnown whether it is known that the unit wasn't revoked
         */
        record Holds(Instant time, String unit, boolean statusKnown) implements Outcome {}

        /**
         * It proves nothing.
         *
         * @param indication that of EN 319 102-1, where it is the cause; or empty
         */
        record Fails(Why why, String indication) implements Outcome {

            /** For a cause that needs no more words. */
            public Fails(Why why) {
                this(why, "");
            }
        }
    }

    /** Why a token proves nothing. */
    public enum Why {
        /** It can't be read as a token. */
        UNREADABLE,
        /** It names its file by a digest that proves nothing any more, or that nobody knows. */
        OLD_DIGEST,
        /** It is about another file. */
        OTHER_FILE,
        /** Its signature is wrong. */
        BROKEN,
        /** Nobody trusted answers for the unit. */
        UNKNOWN_UNIT,
        /** Anything else that the rules of EN 319 102-1 refuse. */
        REFUSED;

        /** The code for words and for programs: {@code other-file}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Checks a token against the hash of a file.
     *
     * @param token the DER of a TimeStampToken (RFC 3161 §2.4.2)
     * @param algorithm the digest of the hash as Java names it, such as {@code SHA-256}
     */
    public Outcome of(byte[] token, String algorithm, byte[] hash) {
        try {
            DetachedTimestampValidator validator =
                    new DetachedTimestampValidator(new InMemoryDocument(token));
            validator.setTimestampedData(
                    new DigestDocument(
                            DigestAlgorithm.forJavaName(algorithm),
                            Base64.getEncoder().encodeToString(hash)));
            validator.setCertificateVerifier(verifier());
            validator.setValidationTime(
                    DSSUtils.parseRFCDate(now.truncatedTo(ChronoUnit.SECONDS).toString()));
            return read(validator.validateDocument());
        } catch (DSSException | IllegalArgumentException _) {
            return new Outcome.Fails(Why.UNREADABLE);
        }
    }

    private static Outcome read(Reports reports) {
        Optional<TimestampWrapper> found =
                reports.getDiagnosticData().getTimestampList().stream().findFirst();
        if (found.isEmpty()) {
            return new Outcome.Fails(Why.UNREADABLE);
        }
        TimestampWrapper token = found.get();
        if (!token.isMessageImprintDataFound() || !token.isMessageImprintDataIntact()) {
            return new Outcome.Fails(Why.OTHER_FILE);
        }
        if (!token.isSignatureIntact()) {
            return new Outcome.Fails(Why.BROKEN);
        }
        CertificateWrapper unit = token.getSigningCertificate();
        if (unit == null || !unit.isTrustedChain()) {
            return new Outcome.Fails(Why.UNKNOWN_UNIT);
        }
        Indication indication = reports.getSimpleReport().getIndication(token.getId());
        boolean passed = indication == Indication.PASSED || indication == Indication.TOTAL_PASSED;
        SubIndication why = reports.getSimpleReport().getSubIndication(token.getId());
        if (!passed && (why == null || !STATUS_UNKNOWN.contains(why))) {
            return new Outcome.Fails(Why.REFUSED, indication + " / " + why);
        }
        return new Outcome.Holds(
                token.getProductionTime().toInstant(), unit.getCommonName(), passed);
    }

    private CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = NoNetwork.verifier();
        verifier.setTrustedCertSources(
                anchors.stream()
                        .filter(each -> each.state().usable())
                        .map(TrustAnchors.Anchors::certificates)
                        .toArray(CertificateSource[]::new));
        verifier.setCheckRevocationForUntrustedChains(false);
        return verifier;
    }
}

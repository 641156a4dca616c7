package org.danaya.trust.trustlist;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.BLevelParameters;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xades.tsl.TrustedListV6SignatureParametersBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TokenKey;

/** Signs a list: XAdES B-B, enveloped (TS 119 612 annex B). */
final class ListSigner {

    private ListSigner() {}

    /**
     * The signed list, which our own check accepts.
     *
     * @param certificate of the key, DER
     * @throws Fault {@link TrustlistFault#SELF_CHECK} where it doesn't; the faults of the token
     */
    static byte[] sign(byte[] unsigned, TokenKey key, byte[] certificate, Instant at) {
        DSSDocument document = new InMemoryDocument(unsigned, "danaya-tl.xml");
        SignatureAlgorithm algorithm = algorithm(key.algorithm());
        BLevelParameters level = new BLevelParameters();
        level.setSigningDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)).getTime());
        XAdESSignatureParameters parameters =
                new TrustedListV6SignatureParametersBuilder(
                                DSSUtils.loadCertificate(certificate), document)
                        .setReferenceDigestAlgorithm(algorithm.getDigestAlgorithm())
                        .setDigestAlgorithm(algorithm.getDigestAlgorithm())
                        .setEncryptionAlgorithm(algorithm.getEncryptionAlgorithm())
                        .setBLevelParams(level)
                        .build();
        XAdESService service = new XAdESService(new CommonCertificateVerifier());
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        SignatureValue value = new SignatureValue(algorithm, key.sign(toBeSigned.getBytes()));
        byte[] signed = bytes(service.signDocument(document, parameters, value));
        if (ListJudge.signed(signed, List.of(certificate))
                instanceof ListVerdict.Refused(ListVerdict.Reason reason, String detail)) {
            throw new Fault(TrustlistFault.SELF_CHECK, reason.code() + " " + detail);
        }
        return signed;
    }

    private static SignatureAlgorithm algorithm(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 ->
                    SignatureAlgorithm.getAlgorithm(
                            EncryptionAlgorithm.ECDSA, DigestAlgorithm.SHA256);
            case EC_P384 ->
                    SignatureAlgorithm.getAlgorithm(
                            EncryptionAlgorithm.ECDSA, DigestAlgorithm.SHA384);
            case RSA_3072, RSA_4096 ->
                    SignatureAlgorithm.getAlgorithm(
                            EncryptionAlgorithm.RSA, DigestAlgorithm.SHA256);
            case ED25519, ML_DSA_44, ML_DSA_65 ->
                    throw new IllegalArgumentException("XML signatures have no " + algorithm);
        };
    }

    private static byte[] bytes(DSSDocument document) {
        try (InputStream in = document.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("A document in memory", e);
        }
    }
}

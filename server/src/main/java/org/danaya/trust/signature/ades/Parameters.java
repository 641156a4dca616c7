package org.danaya.trust.signature.ades;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SigningKey;
import org.danaya.trust.signature.SigningOrder;
import org.danaya.trust.validation.SignedFile;

/** What each form of signature asks of DSS. */
public final class Parameters {

    /** Room in a PDF for a CMS with its chain and a timestamp, in bytes. */
    private static final int PDF_ROOM = 32_768;

    private Parameters() {}

    public static PAdESSignatureParameters pades(SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(named(SignatureForm.PADES, level));
        parameters.setContentSize(PDF_ROOM);
        return parameters;
    }

    public static XAdESSignatureParameters xades(SignatureLevel level) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(named(SignatureForm.XADES, level));
        return parameters;
    }

    /** Inside an XML file, around any other. */
    public static XAdESSignatureParameters xades(SignatureLevel level, SignedFile file) {
        XAdESSignatureParameters parameters = xades(level);
        boolean xml = file.size() > 0 && file.bytes()[0] == '<';
        parameters.setSignaturePackaging(
                xml ? SignaturePackaging.ENVELOPED : SignaturePackaging.ENVELOPING);
        return parameters;
    }

    public static CAdESSignatureParameters cades(SignatureLevel level) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(named(SignatureForm.CADES, level));
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        return parameters;
    }

    public static JAdESSignatureParameters jades(SignatureLevel level) {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        parameters.setSignatureLevel(named(SignatureForm.JADES, level));
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setJwsSerializationType(JWSSerializationType.JSON_SERIALIZATION);
        return parameters;
    }

    public static ASiCWithXAdESSignatureParameters asicXades(SignatureLevel level) {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(named(SignatureForm.ASIC_E_XADES, level));
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        return parameters;
    }

    public static ASiCWithCAdESSignatureParameters asicCades(SignatureLevel level) {
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        parameters.setSignatureLevel(named(SignatureForm.ASIC_E_CADES, level));
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        return parameters;
    }

    /** With who signs, when and as what. */
    public static <P extends AbstractSignatureParameters<?>> P of(
            P parameters, SigningKey key, SigningOrder order) {
        List<CertificateToken> chain = key.chain().stream().map(CertificateToken::new).toList();
        KeyAlgorithm algorithm = key.key().algorithm();
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.setEncryptionAlgorithm(encryption(algorithm));
        parameters.setDigestAlgorithm(digest(algorithm));
        parameters
                .bLevel()
                .setSigningDate(
                        DSSUtils.parseRFCDate(
                                order.at().truncatedTo(ChronoUnit.SECONDS).toString()));
        if (!order.role().isEmpty()) {
            parameters.bLevel().setClaimedSignerRoles(List.of(order.role()));
        }
        return parameters;
    }

    private static eu.europa.esig.dss.enumerations.SignatureLevel named(
            SignatureForm form, SignatureLevel level) {
        return eu.europa.esig.dss.enumerations.SignatureLevel.valueByName(
                form.family() + "-BASELINE-" + level.name());
    }

    private static EncryptionAlgorithm encryption(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256, EC_P384 -> EncryptionAlgorithm.ECDSA;
            case RSA_3072, RSA_4096 -> EncryptionAlgorithm.RSA;
            case ED25519, ML_DSA_44, ML_DSA_65 ->
                    throw new Fault(SignatureFault.ALGORITHM_UNUSABLE, algorithm);
        };
    }

    private static DigestAlgorithm digest(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P384 -> DigestAlgorithm.SHA384;
            case EC_P256, RSA_3072, RSA_4096 -> DigestAlgorithm.SHA256;
            case ED25519, ML_DSA_44, ML_DSA_65 ->
                    throw new Fault(SignatureFault.ALGORITHM_UNUSABLE, algorithm);
        };
    }
}

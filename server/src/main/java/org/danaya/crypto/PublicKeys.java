package org.danaya.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Public keys from their bytes. */
public final class PublicKeys {

    private PublicKeys() {}

    /**
     * The key of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
     *
     * @throws GeneralSecurityException where it isn't one, or one that the JDK doesn't know
     */
    public static PublicKey read(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm(subjectPublicKeyInfo))
                .generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
    }

    private static String algorithm(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        ASN1ObjectIdentifier type = type(subjectPublicKeyInfo);
        if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        if (type.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        // The JDK knows the others by their identifiers.
        return type.getId();
    }

    private static ASN1ObjectIdentifier type(byte[] subjectPublicKeyInfo)
            throws GeneralSecurityException {
        try {
            return SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo)
                    .getAlgorithm()
                    .getAlgorithm();
        } catch (RuntimeException e) {
            throw new GeneralSecurityException("no SubjectPublicKeyInfo", e);
        }
    }
}

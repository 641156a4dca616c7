package org.danaya.trust.signature;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.danaya.base.Sha256;

/** Hashes of certificates. */
final class Hashes {

    private Hashes() {}

    static byte[] of(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

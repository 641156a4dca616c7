package org.danaya.trust.validation;

import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where this installation asks for the status of certificates: in process, its own alone. Without a
 * bean of this type only what a document carries is used.
 *
 * @param ocsp asked first
 * @param issuers certificates of authorities that a document may have left out
 */
public record StatusSources(
        Optional<RevocationSource<OCSP>> ocsp,
        Optional<RevocationSource<CRL>> crl,
        Supplier<List<X509Certificate>> issuers) {

    /** None. */
    public static StatusSources none() {
        return new StatusSources(Optional.empty(), Optional.empty(), List::of);
    }
}

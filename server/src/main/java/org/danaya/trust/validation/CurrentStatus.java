package org.danaya.trust.validation;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our own status service says of the signers' certificates now. DSS asks it for nothing where
 * the file brings a status that is a second newer than the signature: whether it is told that a
 * certificate was revoked since must not hang on such a second.
 */
final class CurrentStatus {

    private final StatusSources sources;

    CurrentStatus(StatusSources sources) {
        this.sources = sources;
    }

    /** By the id of the signature; only of certificates that the service knows. */
    Map<String, KnownStatus> of(Collection<AdvancedSignature> signatures) {
        List<CertificateToken> issuers =
                sources.issuers().get().stream().map(CertificateToken::new).toList();
        Map<String, KnownStatus> said = new HashMap<>();
        for (AdvancedSignature signature : signatures) {
            CertificateToken certificate = signature.getSigningCertificateToken();
            if (certificate != null) {
                Stream.concat(issuers.stream(), signature.getCertificates().stream())
                        .filter(
                                issuer ->
                                        issuer.getSubject()
                                                .getPrincipal()
                                                .equals(certificate.getIssuer().getPrincipal()))
                        .filter(certificate::isSignedBy)
                        .findFirst()
                        .flatMap(issuer -> asked(certificate, issuer))
                        .filter(token -> token.getProductionDate() != null)
                        .ifPresent(token -> said.put(signature.getId(), KnownStatus.of(token)));
            }
        }
        return said;
    }

    private Optional<RevocationToken<?>> asked(CertificateToken certificate, CertificateToken by) {
        RevocationSource<OCSP> ocsp = sources.ocsp().orElse(null);
        RevocationSource<CRL> crl = sources.crl().orElse(null);
        @Nullable RevocationToken<?> told =
                ocsp == null ? null : ocsp.getRevocationToken(certificate, by);
        if (told == null && crl != null) {
            told = crl.getRevocationToken(certificate, by);
        }
        return Optional.ofNullable(told);
    }
}

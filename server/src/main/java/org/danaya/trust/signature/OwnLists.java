package org.danaya.trust.signature;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.CertificateExtensionsUtils;
import eu.europa.esig.dss.spi.DSSUtils;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.danaya.trust.authority.Authority;

/**
 * The revocation lists that our own authorities publish. The authorities below an offline root have
 * no OCSP responder: only the root's list tells their status, and LT needs it.
 *
 * @param authorities those registered here
 * @param published what our edge answers at a path such as {@code /crl/root/authorities.crl}
 */
record OwnLists(Supplier<List<Authority>> authorities, Function<String, Optional<byte[]>> published)
        implements Function<byte[], Optional<byte[]>> {

    /**
     * The current list for a certificate, where one of ours issued it. Of the address in the
     * certificate only the path counts, below the issuer's own code.
     */
    @Override
    public Optional<byte[]> apply(byte[] certificate) {
        CertificateToken token = DSSUtils.loadCertificate(certificate);
        Optional<String> code = issuer(token);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return CertificateExtensionsUtils.getCRLAccessUrls(token).stream()
                .flatMap(address -> path(address).stream())
                .filter(path -> path.startsWith("/crl/" + code.get() + "/"))
                .flatMap(path -> published.apply(path).stream())
                .findFirst();
    }

    private Optional<String> issuer(CertificateToken token) {
        X500Principal issuer = token.getIssuerX500Principal();
        return authorities.get().stream()
                .filter(each -> issuer.equals(subject(each.certificate())))
                .filter(each -> !Arrays.equals(each.certificate(), token.getEncoded()))
                .map(Authority::code)
                .findFirst();
    }

    private static X500Principal subject(byte[] certificate) {
        return DSSUtils.loadCertificate(certificate).getSubject().getPrincipal();
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getPath());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

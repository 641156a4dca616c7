package org.danaya.trust.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Authorities of an administration's own, who answer for its servers. They stand in the place of
 * those that Java brings: nobody else can answer for a server then.
 */
record PrivateTrust(SSLContext context) {

    private static final int MOST_BYTES = 1 << 20;

    /** From a file of certificates, PEM or DER; nothing where it isn't one. */
    static Optional<PrivateTrust> in(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new java.io.ByteArrayInputStream(in.readNBytes(MOST_BYTES)));
            return all.isEmpty() ? Optional.empty() : Optional.of(new PrivateTrust(context(all)));
        } catch (IOException | CertificateException _) {
            return Optional.empty();
        }
    }

    private static SSLContext context(Collection<? extends Certificate> all) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate each : all) {
                store.setCertificateEntry("ca-" + number++, each);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }
}

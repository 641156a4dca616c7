package org.danaya.trust.signature;

import java.security.cert.X509Certificate;
import java.util.List;
import org.danaya.crypto.TokenKey;

/**
 * A key and the certificate that says whose it is.
 *
 * @param key of the certificate; whoever gives it closes it
 * @param chain the certificate first, then its issuers
 */
public record SigningKey(TokenKey key, List<X509Certificate> chain) {

    /** Copies the chain. */
    public SigningKey {
        chain = List.copyOf(chain);
    }
}

package org.danaya.trust.signature;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;

/**
 * The keys with which people sign. The module that certifies people gives a bean of this type; a
 * key is opened only for a signature that its holder confirmed.
 */
public interface SigningKeys {

    /** The certificates with which an account can sign now, the usual one first. */
    List<Holder> of(UUID account);

    /**
     * Opens a key; whoever opens it closes it.
     *
     * @param holder one of {@link #of}
     */
    SigningKey open(Holder holder);

    /**
     * A certificate and where its key is.
     *
     * @param id names it where it came from
     * @param chain the certificate first, then its issuers
     */
    record Holder(String id, List<X509Certificate> chain) {

        /** Copies the chain. */
        public Holder {
            chain = List.copyOf(chain);
        }

        /** The certificate. */
        public X509Certificate certificate() {
            return chain.getFirst();
        }
    }
}

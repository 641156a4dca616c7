package org.danaya.crypto;

import java.security.PublicKey;
import org.danaya.base.Fault;

/** A private key that signs in its token. For any number of threads, until it is closed. */
public interface TokenKey extends AutoCloseable {

    /** Its label in the token. */
    String label();

    KeyAlgorithm algorithm();

    PublicKey publicKey();

    /**
     * The signature over these bytes, hashed as the algorithm says, in the form that X.509 and CMS
     * carry (ECDSA: RFC 3279 §2.2.3).
     *
     * @throws Fault {@link CryptoFault#TOKEN_AWAY}, {@link CryptoFault#TOKEN_BUSY}, {@link
     *     CryptoFault#SIGNATURE_FAILED}
     */
    byte[] sign(byte[] data);

    /**
     * Whether it signs in this program's memory: within microseconds to milliseconds, and without a
     * wait for a device or for another's signature.
     */
    default boolean inMemory() {
        return false;
    }

    /** Forgets what was kept in memory for signing; the key stays in its token. */
    @Override
    void close();
}

package org.danaya.crypto;

import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;

/**
 * Where private keys live and sign. A key is known by its label, which is unique in its token.
 *
 * <p>For any number of threads. Where the token is away, every method throws a {@link Fault} of
 * {@link CryptoFault#TOKEN_AWAY}; the next call tries again, so that a token that comes back needs
 * no restart.
 */
public sealed interface Token extends AutoCloseable permits SoftwareToken, Pkcs11Token {

    /** The most characters of a label. */
    int LABEL_LIMIT = 100;

    /** The name that the operator knows it by. */
    String name();

    /**
     * Makes a key, durably.
     *
     * @param label 1 to {@value #LABEL_LIMIT} of a–z, 0–9, dot and hyphen, beginning with a letter
     *     or a digit
     * @throws Fault {@link CryptoFault#KEY_EXISTS}; {@link CryptoFault#ALGORITHM_REFUSED} where the
     *     token can't make such keys
     */
    TokenKey make(String label, KeyAlgorithm algorithm);

    /** The key of a label, ready to sign; nothing where there is none. */
    Optional<TokenKey> find(String label);

    /** The labels of all keys, in order. */
    List<String> labels();

    /**
     * Destroys a key for good.
     *
     * @return false where there was none
     */
    boolean destroy(String label);

    @Override
    void close();

    /** The label itself. */
    static String checked(String label) {
        if (label.length() > LABEL_LIMIT || !label.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("label " + label);
        }
        return label;
    }
}

package org.danaya.trust.profile;

import java.util.Set;
import org.danaya.crypto.KeyAlgorithm;

/**
 * Which keys a profile certifies.
 *
 * @param algorithms those allowed, the one that we make first
 * @param origins where keys may come from
 */
public record KeyRules(Set<KeyAlgorithm> algorithms, Set<Origin> origins) {

    /** Where a key may come from. */
    public enum Origin {
        /** Made in a token of this installation. */
        HERE,
        /** Made by the holder, who gives a PKCS #10 request. */
        REQUEST
    }

    /** The algorithm of the keys that we make for the profile. */
    public KeyAlgorithm preferred() {
        return algorithms.iterator().next();
    }
}

package org.danaya.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/**
 * Which implementation signs and verifies: Amazon Corretto Crypto Provider where its native library
 * loads, because it is many times faster with the elliptic curves and RSA; the JDK otherwise.
 */
public final class Providers {

    private static final Optional<Provider> FAST = fast();

    private Providers() {}

    /** What signs, for the log of a start: a name and a version. */
    public static String told() {
        return FAST.map(provider -> provider.getName() + " " + provider.getVersionStr())
                .orElse("JDK " + Runtime.version());
    }

    /** A signature object of the fastest implementation that has the algorithm. */
    static Signature signature(KeyAlgorithm algorithm) throws GeneralSecurityException {
        if (FAST.isPresent() && isClassical(algorithm)) {
            return Signature.getInstance(algorithm.signatureName(), FAST.get());
        }
        return Signature.getInstance(algorithm.signatureName());
    }

    /**
     * A signature object that is ready to verify with a key, of the fastest implementation that has
     * the algorithm and takes the key.
     *
     * @param name as Java names it, such as {@code SHA256withECDSA}
     */
    static Signature verifier(String name, PublicKey key) throws GeneralSecurityException {
        if (FAST.isPresent() && FAST.get().getService("Signature", name) != null) {
            try {
                Signature fast = Signature.getInstance(name, FAST.get());
                fast.initVerify(key);
                return fast;
            } catch (InvalidKeyException _) {
                // A curve or a size that only the JDK knows.
            }
        }
        Signature usual = Signature.getInstance(name);
        usual.initVerify(key);
        return usual;
    }

    private static boolean isClassical(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256, EC_P384, RSA_3072, RSA_4096 -> true;
            case ED25519, ML_DSA_44, ML_DSA_65 -> false;
        };
    }

    private static Optional<Provider> fast() {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            provider.assertHealthy();
            Signature.getInstance(KeyAlgorithm.EC_P256.signatureName(), provider);
            return Optional.of(provider);
        } catch (RuntimeException | LinkageError | NoSuchAlgorithmException _) {
            return Optional.empty();
        }
    }
}

package org.danaya.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;

/** Verifies signatures over X.509 structures that others or we made. */
public final class SignatureCheck {

    /** By the identifier of the algorithm: the key's kind and the signature's name. */
    private static final Map<String, Known> KNOWN =
            Map.ofEntries(
                    Map.entry("1.2.840.10045.4.3.2", new Known("EC", "SHA256withECDSA")),
                    Map.entry("1.2.840.10045.4.3.3", new Known("EC", "SHA384withECDSA")),
                    Map.entry("1.2.840.10045.4.3.4", new Known("EC", "SHA512withECDSA")),
                    Map.entry("1.2.840.113549.1.1.11", new Known("RSA", "SHA256withRSA")),
                    Map.entry("1.2.840.113549.1.1.12", new Known("RSA", "SHA384withRSA")),
                    Map.entry("1.2.840.113549.1.1.13", new Known("RSA", "SHA512withRSA")),
                    Map.entry("1.3.101.112", new Known("EdDSA", "Ed25519")),
                    Map.entry("2.16.840.1.101.3.4.3.17", new Known("ML-DSA", "ML-DSA-44")),
                    Map.entry("2.16.840.1.101.3.4.3.18", new Known("ML-DSA", "ML-DSA-65")));

    private SignatureCheck() {}

    private record Known(String key, String signature) {}

    /** How a check ended. */
    public sealed interface Outcome {

        /** The key made it over these bytes. */
        record Valid() implements Outcome {}

        /** It doesn't hold. */
        record Invalid(Reason reason) implements Outcome {}
    }

    /** Why a signature doesn't hold. */
    public enum Reason {
        /** Of an algorithm that we don't know or that is too weak, such as all over SHA-1. */
        ALGORITHM,
        /** The algorithm isn't one of this key's. */
        OTHER_KEY,
        /** Other bytes, another key, or broken. */
        DIFFERENT
    }

    /**
     * Checks a signature.
     *
     * @param algorithm the object identifier in the AlgorithmIdentifier
     */
    public static Outcome check(PublicKey key, String algorithm, byte[] data, byte[] signature) {
        Known known = KNOWN.get(algorithm);
        if (known == null) {
            return new Outcome.Invalid(Reason.ALGORITHM);
        }
        if (!key.getAlgorithm().equals(known.key())) {
            return new Outcome.Invalid(Reason.OTHER_KEY);
        }
        try {
            Signature check = Providers.verifier(known.signature(), key);
            check.update(data);
            return check.verify(signature)
                    ? new Outcome.Valid()
                    : new Outcome.Invalid(Reason.DIFFERENT);
        } catch (GeneralSecurityException _) {
            return new Outcome.Invalid(Reason.DIFFERENT);
        }
    }
}

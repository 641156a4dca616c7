package org.danaya.trust.profile;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TokenKey;

/** A key in memory, signed with by the JDK: a token's files cost a second each. */
public record TestKey(String label, KeyAlgorithm algorithm, KeyPair keys) implements TokenKey {

    /** Made once for a run of tests: an RSA key takes a second. */
    private static final Map<String, TestKey> MADE = new ConcurrentHashMap<>();

    /** The key of a label; the same as long as the tests run. */
    public static TestKey make(String label, KeyAlgorithm algorithm) {
        return MADE.computeIfAbsent(label + algorithm, _ -> fresh(label, algorithm));
    }

    private static TestKey fresh(String label, KeyAlgorithm algorithm) {
        try {
            return new TestKey(label, algorithm, generator(algorithm).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPairGenerator generator(KeyAlgorithm algorithm)
            throws GeneralSecurityException {
        KeyPairGenerator generator =
                KeyPairGenerator.getInstance(
                        switch (algorithm) {
                            case EC_P256, EC_P384 -> "EC";
                            case RSA_3072, RSA_4096 -> "RSA";
                            default -> algorithm.signatureName();
                        });
        switch (algorithm) {
            case EC_P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            case EC_P384 -> generator.initialize(new ECGenParameterSpec("secp384r1"));
            case RSA_3072 -> generator.initialize(3072);
            case RSA_4096 -> generator.initialize(4096);
            default -> {}
        }
        return generator;
    }

    @Override
    public PublicKey publicKey() {
        return keys.getPublic();
    }

    @Override
    public byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(algorithm.signatureName());
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}

package org.danaya.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The algorithms that keys are made for, each with the one signature that we make with it. */
public enum KeyAlgorithm {
    /** RFC 8032. */
    ED25519("Ed25519", "", 0, "Ed25519"),
    /** FIPS 204, parameter set ML-DSA-44. */
    ML_DSA_44("ML-DSA-44", "", 0, "ML-DSA-44"),
    /** FIPS 204, parameter set ML-DSA-65; in certificates as RFC 9881 has it. */
    ML_DSA_65("ML-DSA-65", "", 0, "ML-DSA-65"),
    /** NIST P-256, with ECDSA over SHA-256 (RFC 5758 §3.2). */
    EC_P256("EC", "secp256r1", 256, "SHA256withECDSA"),
    /** NIST P-384, with ECDSA over SHA-384 (RFC 5758 §3.2). */
    EC_P384("EC", "secp384r1", 384, "SHA384withECDSA"),
    /** RSA of 3,072 bits, PKCS #1 v1.5 over SHA-256 (RFC 8017 §8.2). */
    RSA_3072("RSA", "", 3072, "SHA256withRSA"),
    /** RSA of 4,096 bits, PKCS #1 v1.5 over SHA-256 (RFC 8017 §8.2). */
    RSA_4096("RSA", "", 4096, "SHA256withRSA");

    private final String jdkName;
    private final String curve;

    /** Of the curve's order or of the modulus; 0 where the name says all. */
    private final int bits;

    private final String signature;

    KeyAlgorithm(String jdkName, String curve, int bits, String signature) {
        this.jdkName = jdkName;
        this.curve = curve;
        this.bits = bits;
        this.signature = signature;
    }

    /** The algorithm of a public key; nothing where we make no keys of its kind or size. */
    public static Optional<KeyAlgorithm> of(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> find("EC", ec.getParams().getOrder().bitLength());
            case RSAPublicKey rsa -> find("RSA", rsa.getModulus().bitLength());
            default -> find(parameterSet(key), 0);
        };
    }

    /** What people call it, such as {@code ECDSA P-256}. */
    public String title() {
        return switch (this) {
            case ED25519, ML_DSA_44, ML_DSA_65 -> jdkName;
            case EC_P256, EC_P384 -> "ECDSA P-" + bits;
            case RSA_3072, RSA_4096 -> "RSA " + bits;
        };
    }

    /** The name of the signature as Java's providers know it, such as {@code SHA256withECDSA}. */
    public String signatureName() {
        return signature;
    }

    String jdkName() {
        return jdkName;
    }

    KeyPairGenerator generator() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(jdkName);
            if (!curve.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(curve));
            } else if (bits > 0) {
                generator.initialize(bits);
            }
            return generator;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has " + this, e);
        }
    }

    private static Optional<KeyAlgorithm> find(String jdkName, int bits) {
        return Arrays.stream(values())
                .filter(known -> known.jdkName.equals(jdkName) && known.bits == bits)
                .findFirst();
    }

    private static String parameterSet(PublicKey key) {
        return key.getParams() instanceof NamedParameterSpec named
                ? named.getName()
                : key.getAlgorithm();
    }
}

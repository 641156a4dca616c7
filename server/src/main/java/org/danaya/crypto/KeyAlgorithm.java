package org.danaya.crypto;

/** The algorithms that keys are made for. */
public enum KeyAlgorithm {
    /** RFC 8032. */
    ED25519("Ed25519"),
    /** FIPS 204, parameter set ML-DSA-44. */
    ML_DSA_44("ML-DSA-44");

    private final String jdkName;

    KeyAlgorithm(String jdkName) {
        this.jdkName = jdkName;
    }

    String jdkName() {
        return jdkName;
    }
}

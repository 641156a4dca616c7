package org.danaya.verify;

import org.jspecify.annotations.Nullable;

/**
 * The signature types that are checked here, each with its identifier byte (signed-note, "Signature
 * types").
 */
public enum SignatureType {
    /** Ed25519 over the note's text (signed-note, "Ed25519 signatures"). */
    ED25519(0x01),
    /** Timestamped Ed25519 checkpoint cosignature (tlog-cosignature, "Ed25519 signed message"). */
    COSIGNATURE_ED25519(0x04),
    /**
     * RFC 6962 tree head signature with ECDSA P-256 (static-ct-api, "Checkpoints"). Its key's
     * identifier is made from the log's id, and it has no verifier key text.
     */
    RFC6962(0x05),
    /** Timestamped ML-DSA-44 cosignature (tlog-cosignature, "ML-DSA-44 signed message"). */
    COSIGNATURE_ML_DSA_44(0x06);

    private final int identifier;

    SignatureType(int identifier) {
        this.identifier = identifier;
    }

    /** The identifier byte, 1 to 255. */
    public int identifier() {
        return identifier;
    }

    static @Nullable SignatureType of(int identifier) {
        for (SignatureType type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        return null;
    }
}

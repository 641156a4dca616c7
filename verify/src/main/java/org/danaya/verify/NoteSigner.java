package org.danaya.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;

/**
 * Signs for a log or a witness with a private key that the caller holds, in memory or in a token.
 *
 * <p>Every method that signs throws {@link IllegalStateException} where the key cannot.
 */
public sealed interface NoteSigner {

    /** The key that checks what this signs. */
    VerifierKey key();

    /**
     * Signs a checkpoint.
     *
     * @param time cut to whole seconds; a type without time leaves it out
     */
    NoteSignature sign(Checkpoint checkpoint, Instant time);

    /** Signs any text with Ed25519, type 0x01. */
    static Text ed25519(String name, KeyPair keys) {
        return new Text(
                VerifierKey.of(name, SignatureType.ED25519, keys.getPublic()), keys.getPrivate());
    }

    /** Cosigns checkpoints with Ed25519, type 0x04. */
    static Cosigner cosignatureEd25519(String name, KeyPair keys) {
        return new Cosigner(
                VerifierKey.of(name, SignatureType.COSIGNATURE_ED25519, keys.getPublic()),
                keys.getPrivate());
    }

    /** Cosigns checkpoints with ML-DSA-44, type 0x06. Needs Java 24 or a provider that has it. */
    static Cosigner cosignatureMlDsa44(String name, KeyPair keys) {
        if (!CosignedMessage.fits(name)) {
            throw new IllegalArgumentException("The name has more than 255 bytes");
        }
        return new Cosigner(
                VerifierKey.of(name, SignatureType.COSIGNATURE_ML_DSA_44, keys.getPublic()),
                keys.getPrivate());
    }

    /** Signs texts (signed-note, "Ed25519 signatures"). */
    final class Text implements NoteSigner {

        private final VerifierKey key;
        private final PrivateKey privateKey;

        private Text(VerifierKey key, PrivateKey privateKey) {
            this.key = key;
            this.privateKey = privateKey;
        }

        @Override
        public VerifierKey key() {
            return key;
        }

        /**
         * Cosigns a checkpoint.
         *
         * @throws IllegalArgumentException where the text could not stand in a note
         */
        public NoteSignature sign(String text) {
            SignedNote.checkText(text);
            byte[] message = text.getBytes(StandardCharsets.UTF_8);
            return new NoteSignature(
                    key.name(), key.id(), signature("Ed25519", privateKey, message));
        }

        @Override
        public NoteSignature sign(Checkpoint checkpoint, Instant time) {
            return sign(checkpoint.toText());
        }
    }

    /** Makes timestamped cosignatures (tlog-cosignature, "Format"). */
    final class Cosigner implements NoteSigner {

        private final VerifierKey key;
        private final PrivateKey privateKey;

        private Cosigner(VerifierKey key, PrivateKey privateKey) {
            this.key = key;
            this.privateKey = privateKey;
        }

        @Override
        public VerifierKey key() {
            return key;
        }

        /**
         * Cosigns a checkpoint.
         *
         * @throws IllegalArgumentException where the time is before 1970, or the origin too long
         *     for ML-DSA-44
         */
        @Override
        public NoteSignature sign(Checkpoint checkpoint, Instant time) {
            long seconds = time.getEpochSecond();
            boolean mlDsa = key.type() == SignatureType.COSIGNATURE_ML_DSA_44;
            byte[] signature =
                    mlDsa
                            ? signature(
                                    "ML-DSA-44",
                                    privateKey,
                                    CosignedMessage.checkpoint(key.name(), seconds, checkpoint))
                            : signature(
                                    "Ed25519",
                                    privateKey,
                                    CosignedMessage.ed25519(seconds, checkpoint.toText()));
            byte[] timestamped =
                    ByteBuffer.allocate(Long.BYTES + signature.length)
                            .putLong(seconds)
                            .put(signature)
                            .array();
            return new NoteSignature(key.name(), key.id(), timestamped);
        }
    }

    private static byte[] signature(String algorithm, PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key could not sign with " + algorithm, e);
        }
    }
}

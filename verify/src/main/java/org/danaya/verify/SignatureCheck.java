package org.danaya.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.OptionalLong;

/** One signature against one key, type by type. */
final class SignatureCheck {

    private static final int TIME_BYTES = Long.BYTES;

    /** {@code hash(4) = sha256, signature(3) = ecdsa} (RFC 5246 §7.4.1.4.1). */
    private static final int SHA256_ECDSA = 0x0403;

    private SignatureCheck() {}

    static Verdict<VerifiedSignature> check(VerifierKey key, String text, NoteSignature signature) {
        byte[] bytes = signature.bytes();
        return switch (key.type()) {
            case ED25519 ->
                    crypto(key, text.getBytes(StandardCharsets.UTF_8), bytes)
                            .then(fits -> verified(key, signature, OptionalLong.empty()));
            case COSIGNATURE_ED25519 ->
                    checkpoint(text)
                            .then(
                                    checkpoint ->
                                            timestamped(
                                                    key,
                                                    signature,
                                                    time -> CosignedMessage.ed25519(time, text)));
            case COSIGNATURE_ML_DSA_44 ->
                    checkpoint(text).then(checkpoint -> mlDsa(key, checkpoint, signature));
            case RFC6962 ->
                    checkpoint(text).then(checkpoint -> rfc6962(key, checkpoint, signature));
        };
    }

    private interface Message {
        byte[] at(long posixSeconds);
    }

    private static Verdict<VerifiedSignature> mlDsa(
            VerifierKey key, Checkpoint checkpoint, NoteSignature signature) {
        if (!CosignedMessage.fits(key.name()) || !CosignedMessage.fits(checkpoint.origin())) {
            return Verdict.invalid(
                    Reason.SIGNATURE_FORM, "a name or origin of more than 255 bytes");
        }
        return timestamped(
                key, signature, time -> CosignedMessage.checkpoint(key.name(), time, checkpoint));
    }

    private static Verdict<VerifiedSignature> timestamped(
            VerifierKey key, NoteSignature signature, Message message) {
        byte[] bytes = signature.bytes();
        if (bytes.length <= TIME_BYTES) {
            return Verdict.invalid(Reason.SIGNATURE_FORM, "a cosignature without its time");
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        if (time < 0) {
            return Verdict.invalid(Reason.SIGNATURE_FORM, "a time beyond 2^63 - 1");
        }
        return crypto(key, message.at(time), Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length))
                .then(fits -> verified(key, signature, OptionalLong.of(time)));
    }

    /** An RFC6962NoteSignature (static-ct-api, "Checkpoints") over RFC 6962 §3.5. */
    private static Verdict<VerifiedSignature> rfc6962(
            VerifierKey key, Checkpoint checkpoint, NoteSignature signature) {
        ByteBuffer in = ByteBuffer.wrap(signature.bytes());
        if (in.remaining() < TIME_BYTES + 2 * Short.BYTES) {
            return Verdict.invalid(
                    Reason.SIGNATURE_FORM, "a tree head signature that is too short");
        }
        if (!checkpoint.origin().equals(key.name())) {
            return Verdict.invalid(Reason.SIGNATURE_WRONG, "a key of another log");
        }
        if (!checkpoint.extensions().isEmpty()) {
            return Verdict.invalid(
                    Reason.SIGNATURE_FORM, "extension lines that the signature does not cover");
        }
        long millis = in.getLong();
        int algorithm = Short.toUnsignedInt(in.getShort());
        int length = Short.toUnsignedInt(in.getShort());
        if (millis < 0 || algorithm != SHA256_ECDSA || length != in.remaining()) {
            return Verdict.invalid(
                    Reason.SIGNATURE_FORM, "not a tree head signature by ECDSA with SHA-256");
        }
        byte[] ecdsa = new byte[length];
        in.get(ecdsa);
        byte[] treeHead =
                ByteBuffer.allocate(2 + 16 + TreeHash.BYTES)
                        .put((byte) 0) // v1
                        .put((byte) 1) // tree_hash
                        .putLong(millis)
                        .putLong(checkpoint.size())
                        .put(checkpoint.root().toBytes())
                        .array();
        return crypto(key, treeHead, ecdsa)
                .then(fits -> verified(key, signature, OptionalLong.of(millis / 1000)));
    }

    private static Verdict<Checkpoint> checkpoint(String text) {
        return switch (Checkpoint.parse(text)) {
            case Parsed.Ok<Checkpoint>(Checkpoint checkpoint) -> Verdict.valid(checkpoint);
            case Parsed.Malformed<Checkpoint>(var reason, var line, var column, var detail) ->
                    Verdict.invalid(Reason.SIGNATURE_NOT_ON_CHECKPOINT, detail);
        };
    }

    private static Verdict<VerifiedSignature> verified(
            VerifierKey key, NoteSignature signature, OptionalLong posixSeconds) {
        return Verdict.valid(new VerifiedSignature(key, signature, posixSeconds));
    }

    private static Verdict<VerifierKey> crypto(VerifierKey key, byte[] message, byte[] signature) {
        byte[] material = key.publicKey();
        return switch (key.type()) {
            case ED25519, COSIGNATURE_ED25519 ->
                    crypto(
                            key,
                            "Ed25519",
                            "Ed25519",
                            RawKeys.ED25519.toX509(material),
                            message,
                            signature);
            case COSIGNATURE_ML_DSA_44 ->
                    crypto(
                            key,
                            "ML-DSA-44",
                            "ML-DSA-44",
                            RawKeys.ML_DSA_44.toX509(material),
                            message,
                            signature);
            case RFC6962 -> crypto(key, "EC", "SHA256withECDSA", material, message, signature);
        };
    }

    static Verdict<VerifierKey> crypto(
            VerifierKey key,
            String keyAlgorithm,
            String algorithm,
            byte[] x509,
            byte[] message,
            byte[] signature) {
        try {
            PublicKey publicKey =
                    KeyFactory.getInstance(keyAlgorithm)
                            .generatePublic(new X509EncodedKeySpec(x509));
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(publicKey);
            check.update(message);
            if (check.verify(signature)) {
                return Verdict.valid(key);
            }
        } catch (NoSuchAlgorithmException e) {
            return Verdict.unverifiable(
                    Reason.ALGORITHM_UNAVAILABLE, "this Java has no " + algorithm);
        } catch (GeneralSecurityException e) {
            // The JDK throws where a signature has the wrong length or numbers out of range.
            return wrong();
        }
        return wrong();
    }

    private static Verdict<VerifierKey> wrong() {
        return Verdict.invalid(Reason.SIGNATURE_WRONG, "the signature does not fit the text");
    }
}

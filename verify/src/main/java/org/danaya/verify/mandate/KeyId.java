package org.danaya.verify.mandate;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Names a key: the first eight bytes of the SHA-256 of its SubjectPublicKeyInfo.
 *
 * @param value the eight bytes, big-endian
 */
public record KeyId(long value) {

    /** How many bytes a name has. */
    public static final int BYTES = 8;

    /** The name of the key with this SubjectPublicKeyInfo (RFC 5280 §4.1), in DER. */
    public static KeyId of(byte[] subjectPublicKeyInfo) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subjectPublicKeyInfo);
            return new KeyId(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Empty where it is not eight bytes. */
    public static Optional<KeyId> ofBytes(byte[] bytes) {
        return bytes.length == BYTES
                ? Optional.of(new KeyId(ByteBuffer.wrap(bytes).getLong()))
                : Optional.empty();
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(value).array();
    }

    /** As in anchor files: base64url without padding. */
    public String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(toBytes());
    }

    /** Sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}

package org.danaya.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A name and a public key that signatures are checked with (signed-note, "Verifier keys"): {@code
 * <key name>+hex(32-bit key ID)+base64(signature type || public key)}.
 */
public final class VerifierKey {

    private static final int ID_DIGITS = 8;

    private final String name;
    private final SignatureType type;
    private final byte[] publicKey;
    private final int id;

    private VerifierKey(String name, SignatureType type, byte[] publicKey) {
        this.name = name;
        this.type = type;
        this.publicKey = publicKey;
        this.id = id(name, type, publicKey);
    }

    /**
     * A key for signatures of the given type.
     *
     * @throws IllegalArgumentException where the name is not one, or the key has another algorithm
     *     (Ed25519, ML-DSA-44, or an elliptic curve's for RFC 6962)
     */
    public static VerifierKey of(String name, SignatureType type, PublicKey key) {
        if (!NoteSignature.isKeyName(name)) {
            throw new IllegalArgumentException("Not a key name: " + name);
        }
        return new VerifierKey(name, type, material(type, key));
    }

    private static byte[] material(SignatureType type, PublicKey key) {
        return switch (type) {
            case ED25519, COSIGNATURE_ED25519 -> RawKeys.ED25519.toRaw(key);
            case COSIGNATURE_ML_DSA_44 -> RawKeys.ML_DSA_44.toRaw(key);
            case RFC6962 -> {
                if (!(key instanceof ECPublicKey)) {
                    throw new IllegalArgumentException("Not a public key of an elliptic curve");
                }
                yield key.getEncoded();
            }
        };
    }

    /** Reads a verifier key's text: types 0x01, 0x04 and 0x06. */
    public static Parsed<VerifierKey> parse(String vkey) {
        // The name has no plus, the base64 may have some.
        int first = vkey.indexOf('+');
        int second = first < 0 ? -1 : vkey.indexOf('+', first + 1);
        if (second < 0) {
            return Parsed.malformed(Reason.KEY_FORM, "not three parts with a plus between");
        }
        String name = vkey.substring(0, first);
        if (!NoteSignature.isKeyName(name)) {
            return Parsed.malformed(Reason.KEY_NAME, "a key name that is not one");
        }
        String id = vkey.substring(first + 1, second);
        if (id.length() != ID_DIGITS || !id.chars().allMatch(VerifierKey::isLowerHex)) {
            return Parsed.malformed(
                    Reason.KEY_FORM, "a key ID that is not 8 lower-case hex digits");
        }
        byte[] material = Strict.base64(vkey.substring(second + 1));
        if (material == null || material.length == 0) {
            return Parsed.malformed(Reason.BASE64, "a public key that is not base64");
        }
        int identifier = Byte.toUnsignedInt(material[0]);
        SignatureType type = SignatureType.of(identifier);
        if (type == null || type == SignatureType.RFC6962) {
            return Parsed.malformed(
                    Reason.KEY_TYPE, "signature type " + identifier + " is not checked here");
        }
        byte[] raw = Arrays.copyOfRange(material, 1, material.length);
        if (!usable(type, raw)) {
            return Parsed.malformed(Reason.KEY_BYTES, "not a public key of its type");
        }
        VerifierKey key = new VerifierKey(name, type, raw);
        return key.idHex().equals(id)
                ? Parsed.ok(key)
                : Parsed.malformed(Reason.KEY_ID, "the key ID should be " + key.idHex());
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static boolean usable(SignatureType type, byte[] raw) {
        RawKeys form =
                type == SignatureType.COSIGNATURE_ML_DSA_44 ? RawKeys.ML_DSA_44 : RawKeys.ED25519;
        if (raw.length != form.bytes()) {
            return false;
        }
        try {
            // The JDK looks whether the point is on the curve when a check begins, not before.
            Signature.getInstance(form.algorithm()).initVerify(form.toKey(raw));
            return true;
        } catch (NoSuchAlgorithmException e) {
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * The first four bytes of {@code SHA-256(name || 0x0A || type || public key)} (signed-note,
     * "Signatures"; tlog-cosignature, "Format"). For RFC 6962 the log's id, which is the hash of
     * the key, stands in the key's place (static-ct-api, "Checkpoints").
     */
    private static int id(String name, SignatureType type, byte[] publicKey) {
        MessageDigest digest = TreeHasher.sha256();
        byte[] hashed =
                type == SignatureType.RFC6962 ? TreeHasher.sha256().digest(publicKey) : publicKey;
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update((byte) type.identifier());
        return ByteBuffer.wrap(digest.digest(hashed)).getInt();
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /** The key ID of this key's signature lines. */
    public int id() {
        return id;
    }

    private String idHex() {
        return HexFormat.of().toHexDigits(id);
    }

    /** The bare public key: 32 or 1,312 bytes; for RFC 6962 its X.509 form. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Whether name and key ID of the line are this key's, which says nothing about its bytes. */
    public boolean made(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether two keys wrap the same public key, perhaps under other names and types. */
    public boolean samePublicKey(VerifierKey other) {
        return Arrays.equals(publicKey, other.publicKey);
    }

    /**
     * The verifier key's text.
     *
     * @throws UnsupportedOperationException for RFC 6962, which has none
     */
    public String vkey() {
        if (type == SignatureType.RFC6962) {
            throw new UnsupportedOperationException("RFC 6962 keys have no verifier key text");
        }
        byte[] material = new byte[1 + publicKey.length];
        material[0] = (byte) type.identifier();
        System.arraycopy(publicKey, 0, material, 1, publicKey.length);
        return name + "+" + idHex() + "+" + Strict.base64(material);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && type == that.type
                && name.equals(that.name)
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + id;
    }

    @Override
    public String toString() {
        return name + "+" + idHex();
    }
}

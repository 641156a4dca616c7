package org.danaya.trust.authority;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.danaya.signin.AssertionOutcome.Evidence;

/** A passkey that confirms what it is asked, as a browser's would (WebAuthn §6.3.3). */
public final class TestPasskey {

    private final KeyPair keys;

    public TestPasskey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The evidence of a confirmation. */
    public Evidence confirm(UUID id, UUID account, byte[] content) {
        try {
            byte[] nonce = sha256(id.toString().getBytes(StandardCharsets.UTF_8));
            byte[] challenge =
                    sha256(
                            join(
                                    "org.danaya/assertion/v1\n".getBytes(StandardCharsets.UTF_8),
                                    join(nonce, sha256(content))));
            byte[] client =
                    "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"https://example.test\"}"
                            .formatted(
                                    Base64.getUrlEncoder()
                                            .withoutPadding()
                                            .encodeToString(challenge))
                            .getBytes(StandardCharsets.UTF_8);
            byte[] data = new byte[37];
            data[32] = 0x05;
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(join(data, sha256(client)));
            return new Evidence(
                    id,
                    account,
                    nonce,
                    cose(),
                    sha256(content),
                    nonce,
                    data,
                    client,
                    signature.sign(),
                    Instant.now());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What a browser sends back when the platform asks.
     *
     * @param challenge in base64url, as it was asked
     * @param party the relying party's id: a host
     */
    public String answer(String challenge, String party, String origin, byte[] credential) {
        try {
            byte[] client =
                    "{\"type\":\"webauthn.get\",\"challenge\":\"%s\",\"origin\":\"%s\"}"
                            .formatted(challenge, origin)
                            .getBytes(StandardCharsets.UTF_8);
            byte[] data =
                    join(
                            sha256(party.getBytes(StandardCharsets.UTF_8)),
                            new byte[] {0x05, 0, 0, 0, 0});
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(join(data, sha256(client)));
            Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
            String id = text.encodeToString(credential);
            return """
                    {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                    "response":{"clientDataJSON":"%s","authenticatorData":"%s","signature":"%s"}}
                    """
                    .formatted(
                            id,
                            id,
                            text.encodeToString(client),
                            text.encodeToString(data),
                            text.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What an authenticator tells when it makes this passkey, attesting nothing (§8.7). */
    public byte[] attestation(String party, byte[] credential) {
        try {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(sha256(party.getBytes(StandardCharsets.UTF_8)));
            data.writeBytes(new byte[] {0x45, 0, 0, 0, 0});
            data.writeBytes(new byte[16]);
            data.writeBytes(new byte[] {0, (byte) credential.length});
            data.writeBytes(credential);
            data.writeBytes(cose());
            ByteArrayOutputStream cbor = new ByteArrayOutputStream();
            cbor.write(0xa3);
            cbor.writeBytes(text("fmt"));
            cbor.writeBytes(text("none"));
            cbor.writeBytes(text("attStmt"));
            cbor.write(0xa0);
            cbor.writeBytes(text("authData"));
            cbor.writeBytes(new byte[] {0x58, (byte) data.size()});
            cbor.writeBytes(data.toByteArray());
            return cbor.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] text(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
        return join(new byte[] {(byte) (0x60 + bytes.length)}, bytes);
    }

    /** Its public key (RFC 9053 §7.1.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    public byte[] cose() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        cbor.writeBytes(new byte[] {0x58, 0x20});
        cbor.writeBytes(coordinate(key.getW().getAffineX()));
        cbor.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cbor.writeBytes(coordinate(key.getW().getAffineY()));
        return cbor.toByteArray();
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}

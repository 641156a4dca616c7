package org.danaya.demo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.danaya.base.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authenticator in memory, with one passkey (ES256), which says yes to whatever its page asks:
 * what a person's finger does for a real one (WebAuthn level 2, §6). Only for demonstrations.
 */
final class SoftwareAuthenticator {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_BASE64URL = Base64.getUrlDecoder();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int COORDINATE = 32;

    /** The person was there, and was verified (§6.1). */
    private static final int PRESENT_AND_VERIFIED = 0x05;

    /** The same, and the data of a new credential follows. */
    private static final int WITH_CREDENTIAL = 0x45;

    private final KeyPair keys;
    private final byte[] credential = new byte[16];
    private byte[] user = {};

    SoftwareAuthenticator(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            keys = generator.generateKeyPair();
            random.nextBytes(credential);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What {@code navigator.credentials.create} answers, attesting nothing (§8.7).
     *
     * @param options PublicKeyCredentialCreationOptionsJSON
     * @return RegistrationResponseJSON
     */
    String create(JsonNode options, String origin) {
        user = FROM_BASE64URL.decode(options.get("user").get("id").asString());
        byte[] data =
                joined(
                        header(options.get("rp").get("id").asString(), WITH_CREDENTIAL),
                        new byte[16],
                        new byte[] {0, (byte) credential.length},
                        credential,
                        coseKey());
        byte[] attestation =
                joined(
                        new byte[] {(byte) 0xa3},
                        text("fmt"),
                        text("none"),
                        text("attStmt"),
                        new byte[] {(byte) 0xa0},
                        text("authData"),
                        new byte[] {0x58, (byte) data.length},
                        data);
        ObjectNode response = JSON.createObjectNode();
        response.put("clientDataJSON", encoded(clientData("webauthn.create", options, origin)));
        response.put("attestationObject", encoded(attestation));
        response.putArray("transports").add("internal");
        return answer(response);
    }

    /**
     * What {@code navigator.credentials.get} answers.
     *
     * @param options PublicKeyCredentialRequestOptionsJSON
     * @return AuthenticationResponseJSON
     */
    String get(JsonNode options, String origin) {
        byte[] client = clientData("webauthn.get", options, origin);
        byte[] data = header(options.get("rpId").asString(), PRESENT_AND_VERIFIED);
        ObjectNode response = JSON.createObjectNode();
        response.put("clientDataJSON", encoded(client));
        response.put("authenticatorData", encoded(data));
        response.put("signature", encoded(signed(joined(data, Sha256.of(client)))));
        response.put("userHandle", encoded(user));
        return answer(response);
    }

    private String answer(ObjectNode response) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", encoded(credential));
        answer.put("rawId", encoded(credential));
        answer.put("type", "public-key");
        answer.put("authenticatorAttachment", "platform");
        answer.putObject("clientExtensionResults");
        answer.set("response", response);
        return JSON.writeValueAsString(answer);
    }

    private static byte[] clientData(String type, JsonNode options, String origin) {
        ObjectNode client = JSON.createObjectNode();
        client.put("type", type);
        client.put("challenge", options.get("challenge").asString());
        client.put("origin", origin);
        client.put("crossOrigin", false);
        return JSON.writeValueAsBytes(client);
    }

    /** The relying party's hash, the flags, and a count that never moves (§6.1). */
    private static byte[] header(String party, int flags) {
        return joined(
                Sha256.of(party.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags, 0, 0, 0, 0});
    }

    private byte[] signed(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053 §7.1.1). */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return joined(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                coordinate(key.getW().getAffineX()),
                new byte[] {0x22, 0x58, 0x20},
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(COORDINATE, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    /** A short text string (RFC 8949 §3.1). */
    private static byte[] text(String word) {
        return joined(
                new byte[] {(byte) (0x60 + word.length())},
                word.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

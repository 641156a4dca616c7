package org.danaya.trust.issuance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Sha256;
import org.danaya.crypto.CoseKey;
import org.danaya.crypto.SignatureCheck;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey's assertion over a statement, checked as a stranger would. */
final class PasskeyAssertion {

    private static final byte[] DOMAIN =
            "org.danaya/assertion/v1\n".getBytes(StandardCharsets.US_ASCII);

    /** Bits of the authenticator data's flags: the person was there and was verified. */
    private static final int PRESENT_AND_VERIFIED = 0x05;

    private static final int FLAGS = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private PasskeyAssertion() {}

    /**
     * The passkey that confirmed exactly this statement, by its public key in hexadecimal; nothing
     * where none did (WebAuthn §7.2).
     */
    static Optional<String> signer(String statement, Map<String, String> assertion) {
        try {
            byte[] publicKey = bytes(assertion, "public-key");
            byte[] data = bytes(assertion, "authenticator-data");
            byte[] client = bytes(assertion, "client-data");
            byte[] nonce = bytes(assertion, "nonce");
            if (data.length <= FLAGS
                    || (data[FLAGS] & PRESENT_AND_VERIFIED) != PRESENT_AND_VERIFIED
                    || !isAbout(client, nonce, statement)) {
                return Optional.empty();
            }
            CoseKey key = CoseKey.read(publicKey);
            byte[] signed = join(data, Sha256.of(client));
            return SignatureCheck.check(
                                    key.key(),
                                    key.algorithm(),
                                    signed,
                                    bytes(assertion, "signature"))
                            instanceof SignatureCheck.Outcome.Valid
                    ? Optional.of(HexFormat.of().formatHex(publicKey))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static boolean isAbout(byte[] client, byte[] nonce, String statement) {
        JsonNode told = JSON.readTree(client);
        byte[] challenge =
                Sha256.of(
                        join(
                                DOMAIN,
                                join(
                                        nonce,
                                        Sha256.of(statement.getBytes(StandardCharsets.UTF_8)))));
        return told.path("type").asString("").equals("webauthn.get")
                && told.path("challenge")
                        .asString("")
                        .equals(Base64.getUrlEncoder().withoutPadding().encodeToString(challenge));
    }

    private static byte[] bytes(Map<String, String> assertion, String name) {
        return HexFormat.of().parseHex(assertion.getOrDefault(name, "?"));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

package org.danaya.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * A passkey's public key (RFC 9052 §7, RFC 9053 §7), of the algorithms that passkeys have: ES256,
 * EdDSA with Ed25519, RS256.
 *
 * @param algorithm the object identifier of the signature, as {@link SignatureCheck} takes it
 */
public record CoseKey(PublicKey key, String algorithm) {

    private static final int MOST_BYTES = 1_024;
    private static final CBORMapper CBOR = new CBORMapper();

    /** What stands before the 32 bytes of an Ed25519 key (RFC 8410 §4). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * Reads one.
     *
     * @throws GeneralSecurityException where it isn't one of these
     */
    public static CoseKey read(byte[] cbor) throws GeneralSecurityException {
        if (cbor.length > MOST_BYTES) {
            throw new GeneralSecurityException("a key of " + cbor.length + " bytes");
        }
        try {
            JsonNode map = CBOR.readTree(cbor);
            return switch (map.path("3").asInt(0)) {
                case -7 -> new CoseKey(p256(map), "1.2.840.10045.4.3.2");
                case -8 -> new CoseKey(ed25519(map), "1.3.101.112");
                case -257 -> new CoseKey(rsa(map), "1.2.840.113549.1.1.11");
                default -> throw new GeneralSecurityException("another algorithm");
            };
        } catch (JacksonException | IOException e) {
            throw new GeneralSecurityException("not CBOR", e);
        }
    }

    private static PublicKey p256(JsonNode map) throws GeneralSecurityException, IOException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point =
                new ECPoint(
                        new BigInteger(1, bytes(map, "-2")), new BigInteger(1, bytes(map, "-3")));
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(
                                point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static PublicKey ed25519(JsonNode map) throws GeneralSecurityException, IOException {
        byte[] point = bytes(map, "-2");
        byte[] encoded = new byte[ED25519.length + point.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(point, 0, encoded, ED25519.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PublicKey rsa(JsonNode map) throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(
                        new RSAPublicKeySpec(
                                new BigInteger(1, bytes(map, "-1")),
                                new BigInteger(1, bytes(map, "-2"))));
    }

    private static byte[] bytes(JsonNode map, String label) throws IOException {
        JsonNode value = map.path(label);
        if (!value.isBinary()) {
            throw new IOException("no byte string " + label);
        }
        return value.binaryValue();
    }
}

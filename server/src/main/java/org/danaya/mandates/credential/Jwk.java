package org.danaya.mandates.credential;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.util.Map;
import org.danaya.mandates.status.SigningKey;
import org.danaya.verify.mandate.P256Key;

/** Keys as wallets read them (RFC 7517, RFC 7518 §6.2). */
final class Jwk {

    private Jwk() {}

    static Map<String, Object> of(SigningKey key) {
        ECPoint point = ((ECPublicKey) key.key().publicKey()).getW();
        return Credentials.ordered(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                SdJwt.base64(coordinate(point.getAffineX())),
                "y",
                SdJwt.base64(coordinate(point.getAffineY())),
                "kid",
                key.key().id().base64Url(),
                "use",
                "sig",
                "alg",
                "ES256");
    }

    /** 32 bytes, zeros before a short number. */
    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[P256Key.COORDINATE];
        int length = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - length, whole, whole.length - length, length);
        return whole;
    }
}

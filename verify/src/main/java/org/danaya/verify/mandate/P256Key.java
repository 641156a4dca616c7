package org.danaya.verify.mandate;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;

/** A public key on the curve P-256, with which ES256 is checked. */
public final class P256Key {

    /** The length of each coordinate, in bytes. */
    public static final int COORDINATE = 32;

    /** SubjectPublicKeyInfo up to the coordinates of an uncompressed point (RFC 5480 §2). */
    private static final byte[] PREFIX =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private static final ECParameterSpec CURVE = curve();

    private final byte[] spki;
    private final PublicKey key;
    private final KeyId id;

    private P256Key(byte[] spki, PublicKey key) {
        this.spki = spki;
        this.key = key;
        this.id = KeyId.of(spki);
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** A key of its coordinates, 32 bytes each. */
    public static Parsed<P256Key> of(byte[] x, byte[] y) {
        if (x.length != COORDINATE || y.length != COORDINATE || !onCurve(x, y)) {
            return Parsed.malformed(Reason.KEY_BYTES, "not a point of P-256");
        }
        byte[] spki = Arrays.copyOf(PREFIX, PREFIX.length + 2 * COORDINATE);
        System.arraycopy(x, 0, spki, PREFIX.length, COORDINATE);
        System.arraycopy(y, 0, spki, PREFIX.length + COORDINATE, COORDINATE);
        try {
            return Parsed.ok(
                    new P256Key(
                            spki,
                            KeyFactory.getInstance("EC")
                                    .generatePublic(new X509EncodedKeySpec(spki))));
        } catch (GeneralSecurityException e) {
            return Parsed.malformed(Reason.KEY_BYTES, "not a public key of P-256");
        }
    }

    /** Reads a SubjectPublicKeyInfo with an uncompressed point. */
    public static Parsed<P256Key> ofSpki(byte[] spki) {
        int length = PREFIX.length + 2 * COORDINATE;
        if (spki.length != length
                || !Arrays.equals(spki, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            return Parsed.malformed(Reason.KEY_BYTES, "not a public key of P-256");
        }
        return of(
                Arrays.copyOfRange(spki, PREFIX.length, PREFIX.length + COORDINATE),
                Arrays.copyOfRange(spki, PREFIX.length + COORDINATE, length));
    }

    /**
     * The key that the caller holds.
     *
     * @throws IllegalArgumentException where it is on another curve
     */
    public static P256Key of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return ofSpki(encoded == null ? new byte[0] : encoded).orThrow();
    }

    private static boolean onCurve(byte[] xBytes, byte[] yBytes) {
        BigInteger p = ((java.security.spec.ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger x = new BigInteger(1, xBytes);
        BigInteger y = new BigInteger(1, yBytes);
        BigInteger right =
                x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.pow(2).subtract(right).mod(p).signum() == 0;
    }

    public KeyId id() {
        return id;
    }

    public PublicKey publicKey() {
        return key;
    }

    /** The SubjectPublicKeyInfo in DER. */
    public byte[] spki() {
        return spki.clone();
    }

    byte[] x() {
        return Arrays.copyOfRange(spki, PREFIX.length, PREFIX.length + COORDINATE);
    }

    byte[] y() {
        return Arrays.copyOfRange(spki, PREFIX.length + COORDINATE, spki.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof P256Key that && Arrays.equals(spki, that.spki);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "P-256 " + id;
    }
}

package org.danaya.verify.mandate;

import java.math.BigInteger;
import java.util.Arrays;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;

/** The two spellings of an ECDSA signature on P-256: X9.62's DER, and COSE's raw 64 bytes. */
public final class EcdsaSignature {

    /** The length of the raw spelling: r and s, 32 bytes each (RFC 9053 §2.1). */
    public static final int RAW = 64;

    private static final int HALF = RAW / 2;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private EcdsaSignature() {}

    /** The raw spelling of a signature in DER, as most key stores and HSMs give it. */
    public static Parsed<byte[]> rawOfDer(byte[] der) {
        byte[] raw = new byte[RAW];
        if (der.length < 8 || der[0] != SEQUENCE || der[1] != der.length - 2) {
            return Parsed.malformed(Reason.SIGNATURE_FORM, "not a DER sequence");
        }
        int at = 2;
        for (int half = 0; half < 2; half++) {
            if (at + 2 > der.length || der[at] != INTEGER) {
                return Parsed.malformed(Reason.SIGNATURE_FORM, "not a DER integer");
            }
            int length = der[at + 1];
            int from = at + 2;
            at = from + length;
            if (length < 1 || at > der.length) {
                return Parsed.malformed(Reason.SIGNATURE_FORM, "a DER integer that breaks off");
            }
            BigInteger value = new BigInteger(der, from, length);
            byte[] bytes = value.toByteArray();
            int zeros = bytes[0] == 0 ? 1 : 0;
            if (value.signum() <= 0 || bytes.length != length || length - zeros > HALF) {
                return Parsed.malformed(Reason.SIGNATURE_FORM, "not a number of P-256");
            }
            System.arraycopy(
                    bytes, zeros, raw, (half + 1) * HALF - (length - zeros), length - zeros);
        }
        return at == der.length
                ? Parsed.ok(raw)
                : Parsed.malformed(Reason.SIGNATURE_FORM, "bytes behind the signature");
    }

    /**
     * The DER spelling of a raw signature.
     *
     * @throws IllegalArgumentException where it is not 64 bytes
     */
    public static byte[] derOfRaw(byte[] raw) {
        if (raw.length != RAW) {
            throw new IllegalArgumentException("64 bytes, not " + raw.length);
        }
        byte[] r = new BigInteger(1, Arrays.copyOf(raw, HALF)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(raw, HALF, RAW)).toByteArray();
        byte[] der = new byte[6 + r.length + s.length];
        der[0] = SEQUENCE;
        der[1] = (byte) (der.length - 2);
        der[2] = INTEGER;
        der[3] = (byte) r.length;
        System.arraycopy(r, 0, der, 4, r.length);
        der[4 + r.length] = INTEGER;
        der[5 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 6 + r.length, s.length);
        return der;
    }
}

package org.danaya.crypto;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Optional;

/** Looks for what makes a public key unfit to be certified. */
public final class PublicKeyCheck {

    private static final BigInteger F4 = BigInteger.valueOf(65_537);
    private static final int EXPONENT_BITS = 256;

    /** The product of the primes below 752. */
    private static final BigInteger SMALL_PRIMES = smallPrimes(752);

    /** As many rounds of Fermat's method as the CA/Browser Forum asks for (BR §6.1.1.3). */
    private static final int FERMAT_ROUNDS = 100;

    private final KeyBlocklist blocklist;

    /** A check that also looks at a blocklist. */
    public PublicKeyCheck(KeyBlocklist blocklist) {
        this.blocklist = blocklist;
    }

    /** The first thing that is wrong with a key; nothing where it is fit. */
    public Optional<WeakKey> find(PublicKey key) {
        if (KeyAlgorithm.of(key).isEmpty()) {
            return Optional.of(WeakKey.ALGORITHM);
        }
        if (blocklist.lists(key)) {
            return Optional.of(WeakKey.BLOCKLISTED);
        }
        return switch (key) {
            case RSAPublicKey rsa -> find(rsa.getModulus(), rsa.getPublicExponent());
            case ECPublicKey ec when !isOnCurve(ec) -> Optional.of(WeakKey.OFF_CURVE);
            default -> Optional.empty();
        };
    }

    private static Optional<WeakKey> find(BigInteger modulus, BigInteger exponent) {
        if (!exponent.testBit(0)
                || exponent.compareTo(F4) < 0
                || exponent.bitLength() > EXPONENT_BITS) {
            return Optional.of(WeakKey.EXPONENT);
        }
        if (!modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE)) {
            return Optional.of(WeakKey.SMALL_FACTOR);
        }
        if (Roca.marks(modulus)) {
            return Optional.of(WeakKey.ROCA);
        }
        return hasClosePrimes(modulus) ? Optional.of(WeakKey.CLOSE_PRIMES) : Optional.empty();
    }

    /** Fermat: n = a² − b² where a is little more than the root of n. */
    private static boolean hasClosePrimes(BigInteger modulus) {
        BigInteger root = modulus.sqrt();
        BigInteger a = root.pow(2).equals(modulus) ? root : root.add(BigInteger.ONE);
        for (int round = 0; round < FERMAT_ROUNDS; round++) {
            BigInteger[] b = a.pow(2).subtract(modulus).sqrtAndRemainder();
            if (b[1].signum() == 0) {
                return true;
            }
            a = a.add(BigInteger.ONE);
        }
        return false;
    }

    /** Both curves have cofactor 1: a point on the curve, not at infinity, is a key. */
    private static boolean isOnCurve(ECPublicKey key) {
        ECPoint point = key.getW();
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        EllipticCurve curve = key.getParams().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.signum() < 0 || x.compareTo(p) >= 0 || y.signum() < 0 || y.compareTo(p) >= 0) {
            return false;
        }
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        return y.pow(2).mod(p).equals(right);
    }

    private static BigInteger smallPrimes(int below) {
        BigInteger product = BigInteger.ONE;
        for (BigInteger prime = BigInteger.TWO;
                prime.intValueExact() < below;
                prime = prime.nextProbablePrime()) {
            product = product.multiply(prime);
        }
        return product;
    }
}

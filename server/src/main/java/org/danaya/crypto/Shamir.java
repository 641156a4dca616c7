package org.danaya.crypto;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a secret so that any m of n shares give it back, and fewer tell nothing about it (Shamir,
 * How to Share a Secret, 1979), byte by byte over GF(2^8) with the polynomial of AES (FIPS 197 §4).
 */
public final class Shamir {

    /** The most shares. */
    public static final int MOST = 32;

    private static final int REDUCTION = 0x1b;

    private Shamir() {}

    /**
     * Parts a secret.
     *
     * @param needed how many shares give it back, at least 1
     * @param of how many shares there are, at most {@value #MOST}
     * @return the shares: each begins with its number, 1 and on
     */
    public static List<byte[]> split(byte[] secret, int needed, int of, SecureRandom random) {
        if (needed < 1 || needed > of || of > MOST || secret.length == 0) {
            throw new IllegalArgumentException(needed + " of " + of);
        }
        byte[][] coefficients = new byte[needed][];
        coefficients[0] = secret;
        for (int degree = 1; degree < needed; degree++) {
            coefficients[degree] = new byte[secret.length];
            random.nextBytes(coefficients[degree]);
        }
        List<byte[]> shares = new ArrayList<>();
        for (int x = 1; x <= of; x++) {
            shares.add(share(coefficients, x));
        }
        return shares;
    }

    /** The polynomials' values at a point, behind the point itself. */
    static byte[] share(byte[][] coefficients, int x) {
        byte[] share = new byte[1 + coefficients[0].length];
        share[0] = (byte) x;
        for (int i = 0; i < coefficients[0].length; i++) {
            int value = 0;
            for (int degree = coefficients.length - 1; degree >= 0; degree--) {
                value = multiply(value, x) ^ (coefficients[degree][i] & 0xff);
            }
            share[1 + i] = (byte) value;
        }
        return share;
    }

    /**
     * Puts a secret together. Shares of another secret, or too few, give other bytes: whoever calls
     * this must be able to tell.
     *
     * @throws IllegalArgumentException where the shares are none, differ in length, or repeat
     */
    public static byte[] join(List<byte[]> shares) {
        int length = shares.isEmpty() ? 0 : shares.getFirst().length;
        boolean fit =
                length > 1
                        && shares.stream().allMatch(share -> share.length == length)
                        && shares.stream().map(share -> share[0]).distinct().count()
                                == shares.size()
                        && shares.stream().noneMatch(share -> share[0] == 0);
        if (!fit) {
            throw new IllegalArgumentException("shares that don't fit together");
        }
        byte[] secret = new byte[length - 1];
        for (byte[] share : shares) {
            int weight = weight(share, shares);
            for (int i = 0; i < secret.length; i++) {
                secret[i] ^= (byte) multiply(weight, share[1 + i] & 0xff);
            }
        }
        return secret;
    }

    /** Lagrange's basis polynomial of a share, at zero. */
    private static int weight(byte[] share, List<byte[]> shares) {
        int own = share[0] & 0xff;
        int weight = 1;
        for (byte[] other : shares) {
            int x = other[0] & 0xff;
            if (x != own) {
                weight = multiply(weight, multiply(x, inverse(x ^ own)));
            }
        }
        return weight;
    }

    /** Without a table or a branch on secret bits: timing tells nothing. */
    static int multiply(int a, int b) {
        int product = 0;
        int factor = a;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            product ^= factor & -(b >> bit & 1);
            factor = (factor << 1 & 0xff) ^ (REDUCTION & -(factor >> 7));
        }
        return product;
    }

    /** a^254. */
    static int inverse(int a) {
        int square = a;
        int inverse = 1;
        for (int i = 1; i < Byte.SIZE; i++) {
            square = multiply(square, square);
            inverse = multiply(inverse, square);
        }
        return inverse;
    }
}

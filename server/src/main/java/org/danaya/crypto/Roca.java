package org.danaya.crypto;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fingerprint of RSA keys that Infineon's library made (CVE-2017-15361): each of their primes
 * is a power of 65,537 modulo many small primes at once, and so is their product. A key made
 * otherwise passes all of these by chance once in about 2^27.
 */
final class Roca {

    private static final int GENERATOR = 65_537;

    /** The small primes whose powers of the generator are few enough to tell something. */
    private static final int[] PRIMES = {
        11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157
    };

    private static final Map<Integer, BitSet> POWERS = powers();

    private Roca() {}

    static boolean marks(BigInteger modulus) {
        return POWERS.entrySet().stream()
                .allMatch(
                        prime ->
                                prime.getValue()
                                        .get(
                                                modulus.mod(BigInteger.valueOf(prime.getKey()))
                                                        .intValueExact()));
    }

    private static Map<Integer, BitSet> powers() {
        Map<Integer, BitSet> all = new LinkedHashMap<>();
        for (int prime : PRIMES) {
            BitSet powers = new BitSet(prime);
            for (int power = 1; !powers.get(power); power = power * (GENERATOR % prime) % prime) {
                powers.set(power);
            }
            all.put(prime, powers);
        }
        return all;
    }
}

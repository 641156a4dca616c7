package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeyCheckTest {

    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    private final long seed = Long.getLong("danaya.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PublicKeyCheck check = new PublicKeyCheck(KeyBlocklist.empty());

    @TempDir Path folder;

    @Test
    void keysThatWeMakeAreFit() {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (algorithm != KeyAlgorithm.RSA_4096) {
                assertThat(check.find(algorithm.generator().generateKeyPair().getPublic()))
                        .as(algorithm.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void otherSizesAndCurvesAreRefused() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(2048);
        KeyPairGenerator large = KeyPairGenerator.getInstance("EC");
        large.initialize(new ECGenParameterSpec("secp521r1"));
        assertThat(check.find(small.generateKeyPair().getPublic())).contains(WeakKey.ALGORITHM);
        assertThat(check.find(large.generateKeyPair().getPublic())).contains(WeakKey.ALGORITHM);
    }

    @Test
    void exponentsThatAreSmallEvenOrHugeAreRefused() throws Exception {
        BigInteger modulus = modulus();
        for (BigInteger exponent :
                new BigInteger[] {
                    BigInteger.valueOf(3),
                    BigInteger.valueOf(65_538),
                    BigInteger.ONE.shiftLeft(257).add(BigInteger.ONE)
                }) {
            assertThat(check.find(rsa(modulus, exponent))).contains(WeakKey.EXPONENT);
        }
    }

    @Test
    void aSmallFactorIsFound() throws Exception {
        BigInteger top = BigInteger.ONE.shiftLeft(3071).divide(BigInteger.valueOf(751));
        BigInteger modulus = top.add(BigInteger.TWO).setBit(0).multiply(BigInteger.valueOf(751));
        assertThat(check.find(rsa(modulus, F4))).as("seed %s", seed).contains(WeakKey.SMALL_FACTOR);
    }

    @Test
    void primesThatAreCloseTogetherAreFound() throws Exception {
        BigInteger p = new BigInteger(1536, 20, random).setBit(1535).setBit(1534);
        BigInteger first = p.nextProbablePrime();
        BigInteger modulus = first.multiply(first.nextProbablePrime());
        assertThat(check.find(rsa(modulus, F4))).as("seed %s", seed).contains(WeakKey.CLOSE_PRIMES);
    }

    @Test
    void theFingerprintOfRocaIsFound() throws Exception {
        BigInteger modulus = roca();
        assertThat(check.find(rsa(modulus, F4))).as("seed %s", seed).contains(WeakKey.ROCA);
    }

    @Test
    void aPointBesideTheCurveIsFound() throws Exception {
        ECPublicKey key =
                (ECPublicKey) KeyAlgorithm.EC_P256.generator().generateKeyPair().getPublic();
        ECPoint beside =
                new ECPoint(key.getW().getAffineX(), key.getW().getAffineY().xor(BigInteger.ONE));
        PublicKey wrong =
                KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(beside, key.getParams()));
        assertThat(check.find(wrong)).contains(WeakKey.OFF_CURVE);
    }

    @Test
    void aListedKeyIsFoundInEitherForm() throws Exception {
        PublicKey ec = KeyAlgorithm.EC_P256.generator().generateKeyPair().getPublic();
        RSAPublicKey rsa =
                (RSAPublicKey) KeyAlgorithm.RSA_3072.generator().generateKeyPair().getPublic();
        String modulus = "Modulus=" + rsa.getModulus().toString(16).toUpperCase(Locale.ROOT) + "\n";
        Files.writeString(
                folder.resolve("known"),
                "# an example\n%s\n%s # of 2008\n"
                        .formatted(
                                hex("SHA-256", ec.getEncoded()),
                                hex("SHA-1", modulus.getBytes(StandardCharsets.US_ASCII))
                                        .substring(20)));
        KeyBlocklist blocklist = KeyBlocklist.read(folder);
        assertThat(blocklist.size()).isEqualTo(2);
        assertThat(new PublicKeyCheck(blocklist).find(ec)).contains(WeakKey.BLOCKLISTED);
        assertThat(new PublicKeyCheck(blocklist).find(rsa)).contains(WeakKey.BLOCKLISTED);
    }

    @Test
    void aListWithAnotherLineIsRefusedWhole() throws Exception {
        Files.writeString(folder.resolve("known"), "not a key\n");
        assertThatThrownBy(() -> KeyBlocklist.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a key");
    }

    /**
     * k × M + 65,537^a mod M, where M is the product of the first 39 primes, without other small
     * factors. The product of two such primes has the same form, and is only slower to find.
     */
    private BigInteger roca() {
        BigInteger small = product(132);
        BigInteger product = product(39);
        while (true) {
            BigInteger power = F4.modPow(new BigInteger(64, random), product);
            BigInteger k = BigInteger.ONE.shiftLeft(3071).divide(product);
            k = k.add(new BigInteger(1024, random).add(BigInteger.ONE));
            BigInteger candidate = k.multiply(product).add(power);
            if (candidate.gcd(small).equals(BigInteger.ONE)) {
                return candidate;
            }
        }
    }

    private static BigInteger product(int primes) {
        BigInteger product = BigInteger.ONE;
        BigInteger prime = BigInteger.ONE;
        for (int i = 0; i < primes; i++) {
            prime = prime.nextProbablePrime();
            product = product.multiply(prime);
        }
        return product;
    }

    private static BigInteger modulus() {
        return ((RSAPublicKey) KeyAlgorithm.RSA_3072.generator().generateKeyPair().getPublic())
                .getModulus();
    }

    private static PublicKey rsa(BigInteger modulus, BigInteger exponent) throws Exception {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static String hex(String algorithm, byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}

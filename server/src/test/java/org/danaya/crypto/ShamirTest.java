package org.danaya.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Milliseconds. */
class ShamirTest {

    /** FIPS 197 §4.2 and §4.2.1. */
    @Test
    void theFieldIsThatOfAes() {
        assertThat(Shamir.multiply(0x57, 0x83)).isEqualTo(0xc1);
        assertThat(Shamir.multiply(0x57, 0x13)).isEqualTo(0xfe);
        assertThat(Shamir.inverse(0x53)).isEqualTo(0xca);
        for (int a = 1; a < 256; a++) {
            assertThat(Shamir.multiply(a, Shamir.inverse(a))).isEqualTo(1);
        }
    }

    /** Worked by hand: 0x42 + 0x57 x at x = 1, 2, 3. */
    @Test
    void aKnownPolynomialGivesKnownShares() {
        byte[][] line = {{0x42}, {0x57}};
        assertThat(Shamir.share(line, 1)).containsExactly(1, 0x15);
        assertThat(Shamir.share(line, 2)).containsExactly(2, (byte) 0xec);
        assertThat(Shamir.share(line, 3)).containsExactly(3, (byte) 0xbb);
        assertThat(Shamir.join(List.of(new byte[] {1, 0x15}, new byte[] {3, (byte) 0xbb})))
                .containsExactly(0x42);
    }

    @Test
    void anySharesGiveTheSecretBackAndFewerDoNot() {
        long seed = Long.getLong("danaya.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        SecureRandom secure = new SecureRandom();
        for (int round = 0; round < 300; round++) {
            byte[] secret = new byte[16 + random.nextInt(32)];
            random.nextBytes(secret);
            int of = 1 + random.nextInt(Shamir.MOST);
            int needed = 1 + random.nextInt(of);
            List<byte[]> shares = new ArrayList<>(Shamir.split(secret, needed, of, secure));
            Collections.shuffle(shares, random);
            assertThat(Shamir.join(shares.subList(0, needed))).isEqualTo(secret);
            assertThat(Shamir.join(shares)).isEqualTo(secret);
            if (needed > 1) {
                assertThat(Shamir.join(shares.subList(0, needed - 1))).isNotEqualTo(secret);
            }
        }
    }

    @Test
    void sharesThatDoNotFitAreRefused() {
        List<byte[]> shares = Shamir.split(new byte[] {1, 2, 3}, 2, 3, new SecureRandom());
        assertThatThrownBy(() -> Shamir.join(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shamir.join(List.of(shares.get(0), shares.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shamir.join(List.of(shares.get(0), new byte[] {2, 3})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shamir.split(new byte[1], 3, 2, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

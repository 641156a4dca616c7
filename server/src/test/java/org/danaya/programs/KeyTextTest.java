package org.danaya.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.danaya.access.Secrets;
import org.danaya.access.TestSecrets;
import org.danaya.base.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @TempDir private Path folder;

    @Test
    void aSlipInAKeyIsSeenWithoutAskingTheDatabase() {
        Secrets secrets = TestSecrets.in(folder);
        String key = KeyText.draw(secrets).reveal();
        assertThat(key).matches("danaya_[0-9A-Z]{47}");
        assertThat(KeyText.chance(Secret.of(key))).isPresent();
        for (int i = KeyText.BEGINNING.length(); i < key.length(); i++) {
            char other = key.charAt(i) == '7' ? '8' : '7';
            Secret slip = Secret.of(key.substring(0, i) + other + key.substring(i + 1));
            assertThat(KeyText.chance(slip)).as("letter %d", i).isEmpty();
        }
        assertThat(KeyText.chance(Secret.of(key + "0"))).isEmpty();
        assertThat(KeyText.chance(Secret.of(""))).isEmpty();
    }

    @Test
    void aNetworkHoldsItsAddressesAlone() {
        assertThat(Network.of("192.0.2.0/24").contains("192.0.2.255")).isTrue();
        assertThat(Network.of("192.0.2.0/24").contains("192.0.3.0")).isFalse();
        assertThat(Network.of("192.0.2.7").contains("192.0.2.7")).isTrue();
        assertThat(Network.of("192.0.2.7").contains("192.0.2.6")).isFalse();
        assertThat(Network.of("0.0.0.0/0").contains("203.0.113.9")).isTrue();
        assertThat(Network.of("0.0.0.0/0").contains("2001:db8::1")).isFalse();
        assertThat(Network.of("2001:db8::/33").contains("2001:db8:7fff::1")).isTrue();
        assertThat(Network.of("2001:db8::/33").contains("2001:db8:8000::1")).isFalse();
        assertThat(Network.of("2001:db8::/32").contains("::ffff:192.0.2.7")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "192.0.2.0/33",
                "192.0.2.1/24",
                "192.0.2.0/-1",
                "192.0.2.0/24/8",
                "example.ml",
                "2001:db8::1/32",
                "192.0.2.0/ 24",
                "192.0.2"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

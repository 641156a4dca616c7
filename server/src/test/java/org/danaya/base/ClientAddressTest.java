package org.danaya.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 | 192.0.2.7                         | 192.0.2.7",
                "127.0.0.1 | 203.0.113.9, 10.0.0.5             | 10.0.0.5",
                "127.0.0.1 | 127.0.0.1, 10.0.0.5               | 10.0.0.5",
                "127.0.0.1 | 192.0.2.7, 198.51.100.9,127.0.0.1 | 198.51.100.9",
                "127.0.0.1 | 192.0.2.7, ::ffff:127.0.0.1       | 192.0.2.7",
                "127.0.0.1 | 127.0.0.1                         | 127.0.0.1",
                "127.0.0.1 | a:b                               | 127.0.0.1",
                "127.0.0.1 | 192.0.2.7, localhost              | 127.0.0.1",
                "127.0.0.1 | 192.0.2.7,                        | 127.0.0.1",
                "10.0.0.5  | 192.0.2.7                         | 10.0.0.5",
                "192.168.1.4 | 127.0.0.1                       | 192.168.1.4"
            })
    void onlyTheExactProxiesAreBelieved(String peer, String forwarded, String client) {
        Settings settings = Settings.of(ProxySettings.ALL, Map.of("behind-proxy", "true"));
        assertThat(
                        ClientAddress.of(peer)
                                .orElseThrow()
                                .behind(ProxySettings.trusted(settings), Optional.of(forwarded)))
                .hasToString(client);
    }

    @Test
    void withoutAProxyNobodyIsBelieved() {
        Settings settings = Settings.of(ProxySettings.ALL, Map.of());
        assertThat(ProxySettings.trusted(settings)).isEmpty();
    }

    @Test
    void aNetworkIsNoAddressOfAProxy() {
        assertThatThrownBy(
                        () ->
                                Settings.of(
                                        ProxySettings.ALL, Map.of("trusted-proxies", "10.0.0.0/8")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trusted-proxies");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::1,   2001:db8:0:1:ffff::2, true",
        "2001:db8::1,       2001:db8::ffff:0:2,   true",
        "2001:db8::1,       2001:db8:0:0:9::,     true",
        "2001:db8:0:1::1,   2001:db8:0:2::1,      false",
        "::ffff:192.0.2.1,  192.0.2.1,            true",
        "192.0.2.1,         192.0.2.2,            false",
        "a:b,               a:c,                  false"
    })
    void limitsCountAnIpv6NetworkAsOneClient(String one, String other, boolean same) {
        assertThat(ClientAddress.network(one).equals(ClientAddress.network(other))).isEqualTo(same);
    }
}

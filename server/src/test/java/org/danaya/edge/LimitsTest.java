package org.danaya.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.danaya.base.ClientAddress;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final ClientAddress ONE = new ClientAddress(InetAddress.ofLiteral("192.0.2.1"));

    @Test
    void aBurstOfTwoSecondsIsAllowedAndThenTheRate() {
        AtomicLong now = new AtomicLong(5);
        RateLimit limit = new RateLimit(10, 7, now::get);
        for (int i = 0; i < 20; i++) {
            assertThat(limit.allows(ONE)).isTrue();
        }
        assertThat(limit.allows(ONE)).isFalse();
        now.addAndGet(100_000_000);
        assertThat(limit.allows(ONE)).isTrue();
        assertThat(limit.allows(ONE)).isFalse();
        assertThat(limit.allows(new ClientAddress(InetAddress.ofLiteral("192.0.2.2")))).isTrue();
    }

    @Test
    void addressesOfOneIpv6NetworkCountAsOneClient() {
        ClientAddress a = new ClientAddress(InetAddress.ofLiteral("2001:db8:0:1::1"));
        ClientAddress b = new ClientAddress(InetAddress.ofLiteral("2001:db8:0:1:ffff::2"));
        ClientAddress c = new ClientAddress(InetAddress.ofLiteral("2001:db8:0:2::1"));
        assertThat(a.slot(42, 1 << 16)).isEqualTo(b.slot(42, 1 << 16));
        assertThat(a.slot(42, 1 << 16)).isNotEqualTo(c.slot(42, 1 << 16));
    }

    @Test
    void manyNetworksOfOneIpv6SiteCountTogetherBesides() {
        RateLimit limit = new RateLimit(10, 7, () -> 5);
        int allowed = 0;
        for (int network = 0; network < 100; network++) {
            allowed += limit.allows(ipv6("2001:db8:0:%x::1".formatted(network))) ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(80);
        assertThat(limit.allows(ipv6("2001:db8:1::1"))).isTrue();
    }

    private static ClientAddress ipv6(String address) {
        return new ClientAddress(InetAddress.ofLiteral(address));
    }

    @Test
    void theCacheForgetsWhatWasAskedLongestAgo() {
        TileCache cache = new TileCache(16 * 10_000);
        for (int i = 0; i < 10_000; i++) {
            cache.keep("tile/" + i, EdgeAnswer.ok(new byte[1_000]));
            cache.find("tile/0");
            assertThat(cache.bytes()).isLessThanOrEqualTo(16 * 10_000);
        }
        assertThat(cache.find("tile/0")).isNotNull();
        assertThat(cache.find("tile/1")).isNull();
        assertThat(cache.find("tile/9999")).isNotNull();
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        TileCache cache = new TileCache(16 * 10_000);
        cache.keep("large", EdgeAnswer.ok(new byte[20_000]));
        assertThat(cache.find("large")).isNull();
        assertThat(cache.bytes()).isZero();
    }
}

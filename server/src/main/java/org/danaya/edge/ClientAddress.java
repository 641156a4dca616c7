package org.danaya.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a request came from. */
public record ClientAddress(InetAddress address) {

    private static final int IPV6_NETWORK_BYTES = 8;

    /**
     * What limits count: an IPv4 address, or the /64 network of an IPv6 address, of which one
     * client has as many addresses as it likes.
     */
    int slot(int key, int slots) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            bytes = Arrays.copyOf(bytes, IPV6_NETWORK_BYTES);
        }
        int hash = key;
        for (byte b : bytes) {
            hash = (hash ^ b) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d ^ (key | 1);
        hash ^= hash >>> 13;
        return Math.floorMod(hash, slots);
    }

    /**
     * Whoever is behind a trusted proxy: the last address of {@code X-Forwarded-For} that isn't one
     * itself. Whatever stands before it, the client may have written.
     */
    ClientAddress behind(Set<InetAddress> proxies, Optional<String> forwarded) {
        if (!proxies.contains(address) || forwarded.isEmpty()) {
            return this;
        }
        String[] hops = forwarded.get().split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            Optional<InetAddress> hop = literal(hops[i].strip());
            if (hop.isEmpty()) {
                return this;
            }
            if (!proxies.contains(hop.get())) {
                return new ClientAddress(hop.get());
            }
        }
        return this;
    }

    /** The addresses of a setting, with commas between. */
    static Set<InetAddress> list(String setting) {
        return Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(InetAddress::ofLiteral)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}

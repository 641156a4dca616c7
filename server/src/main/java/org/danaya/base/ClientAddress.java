package org.danaya.base;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Where a request came from. */
public record ClientAddress(InetAddress address) {

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV6_SITE_BYTES = 6;

    /** An address as text, if it is one; names are never looked up. */
    public static Optional<ClientAddress> of(String text) {
        try {
            return Optional.of(new ClientAddress(InetAddress.ofLiteral(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * The name under which limits count an address: itself, or the /64 network of an IPv6 address,
     * of which one client has as many addresses as it likes. What is no address is its own name.
     */
    public static String network(String text) {
        return of(text).map(ClientAddress::network).orElse(text);
    }

    /**
     * The same for limits that are shared by few: the whole /48 of an IPv6 address, which one
     * customer may have ({@link #hasSite}).
     */
    public static String site(String text) {
        return of(text).filter(ClientAddress::hasSite)
                .map(each -> HexFormat.of().formatHex(each.sited()) + "/48")
                .orElse(text);
    }

    private byte[] sited() {
        return Arrays.copyOf(address.getAddress(), IPV6_SITE_BYTES);
    }

    private String network() {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(counted()) + "/64"
                : toString();
    }

    /** Whether limits count both as one client. */
    public boolean sameNetwork(ClientAddress other) {
        return Arrays.equals(counted(), other.counted());
    }

    private byte[] counted() {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
    }

    /**
     * A number from 0 for {@link #network}, which nobody can choose who doesn't know the key.
     *
     * @param slots how many there are
     */
    public int slot(int key, int slots) {
        return slot(counted(), key, slots);
    }

    /** Whether it is of an IPv6 site: a /48, which one customer may have whole (RFC 6177 §2). */
    public boolean hasSite() {
        return address instanceof Inet6Address;
    }

    /** As {@link #slot}, for the /48 of an address that {@link #hasSite}. */
    public int siteSlot(int key, int slots) {
        return slot(sited(), key, slots);
    }

    private static int slot(byte[] counted, int key, int slots) {
        int hash = key;
        for (byte b : counted) {
            hash = (hash ^ b) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d ^ (key | 1);
        hash ^= hash >>> 13;
        return Math.floorMod(hash, slots);
    }

    /**
     * Whoever is behind a trusted proxy: the last address of {@code X-Forwarded-For} that isn't one
     * itself. Whatever stands before it, the client may have written. Where no such address can be
     * read, it is this one.
     *
     * @param forwarded the header's values, in their order, with commas between
     */
    public ClientAddress behind(Set<InetAddress> proxies, Optional<String> forwarded) {
        if (!proxies.contains(address) || forwarded.isEmpty()) {
            return this;
        }
        String[] hops = forwarded.get().split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            Optional<ClientAddress> hop = of(hops[i].strip());
            if (hop.isEmpty()) {
                return this;
            }
            if (!proxies.contains(hop.get().address())) {
                return hop.get();
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return address.getHostAddress();
    }
}

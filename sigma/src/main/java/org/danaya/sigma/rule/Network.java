package org.danaya.sigma.rule;

import java.util.Arrays;

/** A range of IP addresses. */
public final class Network {
    private final byte[] address;
    private final int prefix;

    /**
     * A range.
     *
     * @param address 4 bytes (IPv4) or 16 (IPv6), zeros after the first {@code prefix} bits
     */
    Network(byte[] address, int prefix) {
        this.address = address.clone();
        this.prefix = prefix;
    }

    /** The first address of the range: 4 bytes or 16. */
    public byte[] address() {
        return address.clone();
    }

    /** How many bits all addresses of the range share. */
    public int prefix() {
        return prefix;
    }

    /** Whether the address (4 or 16 bytes) is of this family and range. */
    public boolean contains(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = prefix / 8;
        if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = prefix % 8;
        return rest == 0
                || (address[whole] & 0xff) >> (8 - rest) == (other[whole] & 0xff) >> (8 - rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network
                && prefix == network.prefix
                && Arrays.equals(address, network.address);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(address) + prefix;
    }

    @Override
    public String toString() {
        return Addresses.text(address) + "/" + prefix;
    }
}

package org.danaya.programs;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.base.ClientAddress;

/**
 * Addresses from which a key may be used, in CIDR form (RFC 4632 §3.1, RFC 4291 §2.3).
 *
 * @param bits how many leading bits count
 */
record Network(InetAddress address, int bits) {

    /** {@code 192.0.2} is an address to Java, and a slip to people. */
    private static final Pattern WHOLE =
            Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or one address.
     *
     * @throws IllegalArgumentException where it is none, or has bits behind its length
     */
    static Network of(String text) {
        String[] parts = text.split("/", -1);
        InetAddress address =
                Optional.of(parts[0])
                        .filter(part -> WHOLE.matcher(part).matches())
                        .flatMap(ClientAddress::of)
                        .orElseThrow(() -> new IllegalArgumentException(text))
                        .address();
        int most = address.getAddress().length * Byte.SIZE;
        int bits = most;
        if (parts.length > 1) {
            if (parts.length > 2 || !parts[1].matches("[0-9]{1,3}")) {
                throw new IllegalArgumentException(text);
            }
            bits = Integer.parseInt(parts[1]);
        }
        Network network = new Network(address, bits);
        if (bits > most || !network.isTidy()) {
            throw new IllegalArgumentException(text);
        }
        return network;
    }

    /** Whether an address, as text, lies within. */
    boolean contains(String other) {
        return ClientAddress.of(other)
                .map(found -> begins(found.address().getAddress()))
                .orElse(false);
    }

    private boolean begins(byte[] other) {
        byte[] own = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % Byte.SIZE);
            if (((own[i / Byte.SIZE] ^ other[i / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A length that doesn't fit its address is more likely a slip than meant. */
    private boolean isTidy() {
        byte[] own = address.getAddress();
        for (int i = bits; i < own.length * Byte.SIZE; i++) {
            if ((own[i / Byte.SIZE] & (0x80 >> (i % Byte.SIZE))) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + bits;
    }
}

package org.danaya.sigma.rule;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** IP addresses and ranges as text, read strictly and without ever asking a name server. */
public final class Addresses {
    private static final int LONGEST = 45;

    private Addresses() {}

    /**
     * The address's 4 or 16 bytes, or null where the text is none. Four decimal numbers without
     * leading zeros, or IPv6 by RFC 4291 §2.2, without a zone.
     */
    public static byte @Nullable [] read(String text) {
        if (text.length() < 2 || text.length() > LONGEST) {
            return null;
        }
        return text.indexOf(':') < 0 ? four(text) : six(text);
    }

    /**
     * The range ({@code address/bits}; an address alone is a range of one), or null. Bits beyond
     * are cleared.
     */
    public static @Nullable Network readNetwork(String text) {
        int slash = text.indexOf('/');
        byte[] address = read(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int prefix =
                slash < 0
                        ? address.length * 8
                        : decimal(text, slash + 1, text.length(), address.length * 8);
        if (prefix < 0) {
            return null;
        }
        for (int bit = prefix; bit < address.length * 8; bit++) {
            address[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return new Network(address, prefix);
    }

    static String text(byte[] address) {
        if (address.length == 4) {
            return (address[0] & 0xff)
                    + "."
                    + (address[1] & 0xff)
                    + "."
                    + (address[2] & 0xff)
                    + "."
                    + (address[3] & 0xff);
        }
        String digits = HexFormat.of().formatHex(address);
        var text = new StringBuilder();
        for (int at = 0; at < 32; at += 4) {
            text.append(at == 0 ? "" : ":").append(digits, at, at + 4);
        }
        return text.toString();
    }

    private static byte @Nullable [] four(String text) {
        var address = new byte[4];
        int from = 0;
        for (int i = 0; i < 4; i++) {
            int to = i == 3 ? text.length() : text.indexOf('.', from);
            int number = to < 0 ? -1 : decimal(text, from, to, 255);
            if (number < 0) {
                return null;
            }
            address[i] = (byte) number;
            from = to + 1;
        }
        return address;
    }

    private static byte @Nullable [] six(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == 16 ? all : null;
        }
        byte[] head = groups(text.substring(0, gap));
        byte[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > 14) {
            return null;
        }
        byte[] address = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, address, 16 - tail.length, tail.length);
        return address;
    }

    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        var bytes = new byte[16];
        int length = 0;
        int from = 0;
        while (from <= text.length()) {
            int colon = text.indexOf(':', from);
            String group = text.substring(from, colon < 0 ? text.length() : colon);
            byte[] value = colon < 0 && group.indexOf('.') >= 0 ? four(group) : hexadecimal(group);
            if (value == null || length + value.length > 16) {
                return null;
            }
            System.arraycopy(value, 0, bytes, length, value.length);
            length += value.length;
            from = colon < 0 ? text.length() + 1 : colon + 1;
        }
        return Arrays.copyOf(bytes, length);
    }

    private static byte @Nullable [] hexadecimal(String group) {
        if (group.isEmpty()
                || group.length() > 4
                || !group.chars().allMatch(HexFormat::isHexDigit)) {
            return null;
        }
        int value = HexFormat.fromHexDigits(group);
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static int decimal(String text, int from, int to, int most) {
        if (to <= from || to - from > 3 || (to - from > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int value = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value > most ? -1 : value;
    }
}

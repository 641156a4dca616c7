package org.danaya.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A header of an answer, as it is sent: made once where it doesn't change. */
public final class Header {

    private final String name;
    private final String value;
    private final byte[] line;

    private Header(String name, String value) {
        this.name = name;
        this.value = value;
        this.line = (name + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A header.
     *
     * @throws IllegalArgumentException where the value has more than printable ASCII in it
     */
    public static Header of(String name, String value) {
        if (!(name + value).chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("a header that can't be sent");
        }
        return new Header(name, value);
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }

    /** Copies its line, and gives the index behind it. */
    int writeTo(byte[] bytes, int at) {
        System.arraycopy(line, 0, bytes, at, line.length);
        return at + line.length;
    }

    /** The length of its line. */
    int bytes() {
        return line.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Header header && Arrays.equals(line, header.line);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(line);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}

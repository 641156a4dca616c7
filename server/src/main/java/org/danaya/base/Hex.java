package org.danaya.base;

import java.util.HexFormat;

/** Bytes in hexadecimal, as hashes are written everywhere here: lower case, two digits each. */
public final class Hex {

    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** All of them. */
    public static String of(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }
}

package org.danaya.trust.trustlist.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.danaya.base.Sha256;

/** Names for what a list names only by its content. */
public final class Keys {

    private static final int BYTES = 8;

    private Keys() {}

    /** A name of 16 hexadecimal digits. */
    public static String of(String kind, String content) {
        byte[] hash = Sha256.of((kind + "\n" + content).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}

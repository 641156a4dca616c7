package org.danaya.trust.authority;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.danaya.base.Sha256;

/** Hashes as they are written and looked up. */
final class Hashes {

    private Hashes() {}

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The first eight bytes of a key's hash: short enough to be looked up among millions. */
    static long key(byte[] subjectPublicKeyInfo) {
        return ByteBuffer.wrap(Sha256.of(subjectPublicKeyInfo)).getLong();
    }
}

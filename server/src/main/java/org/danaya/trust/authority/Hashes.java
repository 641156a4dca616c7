package org.danaya.trust.authority;

import java.nio.ByteBuffer;
import org.danaya.base.Sha256;

/** Hashes as they are looked up. */
final class Hashes {

    private Hashes() {}

    /** The first eight bytes of a key's hash: short enough to be looked up among millions. */
    static long key(byte[] subjectPublicKeyInfo) {
        return ByteBuffer.wrap(Sha256.of(subjectPublicKeyInfo)).getLong();
    }
}

package org.danaya.verify;

/**
 * The entries of a certificate log (static-ct-api, "Log Entries"): a row of {@code TileLeaf}, each
 * without a length before it. A leaf's hash is that of RFC 6962 §3.4's {@code MerkleTreeLeaf},
 * which is two zero bytes and the {@code TimestampedEntry}.
 */
final class CertificateEntries {

    /** {@code Version v1} and {@code MerkleLeafType timestamped_entry}. */
    private static final byte[] MERKLE_TREE_LEAF = {0, 0};

    private static final int TIMESTAMP_BYTES = 8;
    private static final int ISSUER_KEY_HASH_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 32;
    private static final int X509_ENTRY = 0;
    private static final int PRECERT_ENTRY = 1;

    private final byte[] data;
    private int at;
    private boolean truncated;

    private CertificateEntries(byte[] data) {
        this.data = data;
    }

    /** The leaf hashes of exactly {@code width} entries. */
    static Parsed<byte[]> leafHashes(byte[] data, int width, TreeHasher hasher) {
        CertificateEntries in = new CertificateEntries(data);
        byte[] hashes = new byte[width * TreeHash.BYTES];
        for (int i = 0; i < width; i++) {
            if (in.at == data.length) {
                return Parsed.malformed(
                        Reason.BUNDLE_COUNT, "ends after " + i + " of " + width + " entries");
            }
            int start = in.at;
            in.skip(TIMESTAMP_BYTES);
            int type = in.length(2);
            if (!in.truncated && type != X509_ENTRY && type != PRECERT_ENTRY) {
                return Parsed.malformed(Reason.BUNDLE_FORM, "entry " + i + " has type " + type);
            }
            in.skip(type == PRECERT_ENTRY ? ISSUER_KEY_HASH_BYTES : 0);
            in.skip(in.length(3)); // the certificate, or the pre-certificate's TBSCertificate
            in.skip(in.length(2)); // extensions
            int end = in.at;
            in.skip(type == PRECERT_ENTRY ? in.length(3) : 0);
            int chain = in.length(2);
            in.skip(chain);
            if (in.truncated) {
                return Parsed.malformed(Reason.TRUNCATED, "ends within entry " + i);
            }
            if (chain % FINGERPRINT_BYTES != 0) {
                return Parsed.malformed(Reason.BUNDLE_FORM, "a broken fingerprint in entry " + i);
            }
            hasher.leaf(MERKLE_TREE_LEAF, data, start, end - start, hashes, i * TreeHash.BYTES);
        }
        return in.at == data.length
                ? Parsed.ok(hashes)
                : Parsed.malformed(Reason.BUNDLE_COUNT, "goes on after its " + width + " entries");
    }

    private void skip(int bytes) {
        if (bytes > data.length - at) {
            truncated = true;
            at = data.length;
        } else {
            at += bytes;
        }
    }

    private int length(int bytes) {
        int from = at;
        skip(bytes);
        int length = 0;
        for (int i = 0; !truncated && i < bytes; i++) {
            length = length << 8 | Byte.toUnsignedInt(data[from + i]);
        }
        return length;
    }
}

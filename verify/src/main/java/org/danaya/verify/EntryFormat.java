package org.danaya.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** In which form a log serves its entries, and how they become leaf hashes. */
public enum EntryFormat {
    /** {@link EntryBundle} at {@code tile/entries} (C2SP tlog-tiles, "Log entries"). */
    BUNDLES {
        @Override
        public TilePath path(long index, int width) {
            return new TilePath.Entries(index, width);
        }

        @Override
        Parsed<byte[]> leafHashes(byte[] file, int width, TreeHasher hasher) {
            return switch (EntryBundle.bounds(file, width)) {
                case Parsed.Malformed<int[]> wrong -> wrong.as();
                case Parsed.Ok<int[]>(int[] ends) -> {
                    byte[] hashes = new byte[width * TreeHash.BYTES];
                    int start = EntryBundle.PREFIX;
                    for (int i = 0; i < width; i++) {
                        hasher.leaf(file, start, ends[i] - start, hashes, i * TreeHash.BYTES);
                        start = ends[i] + EntryBundle.PREFIX;
                    }
                    yield Parsed.ok(hashes);
                }
            };
        }
    },

    /** Certificates at {@code tile/data}, perhaps stored with gzip (static-ct-api). */
    CERTIFICATES {
        @Override
        public TilePath path(long index, int width) {
            return new TilePath.Data(index, width);
        }

        @Override
        Parsed<byte[]> leafHashes(byte[] file, int width, TreeHasher hasher) {
            // No entry begins so: it would be of the year 71,993,000.
            boolean gzip = file.length > 1 && file[0] == 0x1f && file[1] == (byte) 0x8b;
            if (!gzip) {
                return CertificateEntries.leafHashes(file, width, hasher);
            }
            try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
                byte[] data = in.readNBytes(TileSource.MAX_BYTES);
                return in.read() < 0
                        ? CertificateEntries.leafHashes(data, width, hasher)
                        : Parsed.malformed(Reason.TOO_LARGE, "more than 64 MiB unpacked");
            } catch (IOException e) {
                return Parsed.malformed(Reason.BUNDLE_FORM, "broken gzip");
            }
        }
    },

    /**
     * The entries are not there, or not in a form that is known here: the leaf hashes of the level
     * 0 tiles are believed, and everything above is made again from them.
     */
    NONE {
        @Override
        public TilePath path(long index, int width) {
            return new TilePath.Hashes(0, index, width);
        }

        @Override
        Parsed<byte[]> leafHashes(byte[] file, int width, TreeHasher hasher) {
            return file.length == width * TreeHash.BYTES
                    ? Parsed.ok(file)
                    : Parsed.malformed(Reason.TILE_LENGTH, file.length + " bytes");
        }
    };

    /** Where the entries are that belong to a tile of level 0. */
    public abstract TilePath path(long index, int width);

    abstract Parsed<byte[]> leafHashes(byte[] file, int width, TreeHasher hasher);
}

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

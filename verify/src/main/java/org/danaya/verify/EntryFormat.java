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

package org.danaya.evtx;

import java.util.zip.CRC32;

/**
 * What a chunk says of itself in its first 512 bytes.
 *
 * @param signature whether it begins as chunks do
 * @param announced how many records it says that it holds; 0 where that makes no sense
 * @param free where its last record ends, within the chunk
 * @param headerSound whether the header is as it was written
 * @param recordsSound whether the records are
 */
record ChunkHeader(
        boolean signature, int announced, int free, boolean headerSound, boolean recordsSound) {

    static final int CHUNK = 65_536;
    static final int SIZE = 512;

    /** "ElfChnk" and a NUL. */
    static final long SIGNATURE = 0x006B_6E68_4366_6C45L;

    /** No record is shorter than 28 bytes. */
    private static final int MOST = (CHUNK - SIZE) / 28;

    private static final int NO_CHECKSUMS = 4;

    static ChunkHeader of(byte[] chunk, int length) {
        boolean signature = length >= SIZE && Bytes.i64(chunk, 0) == SIGNATURE;
        if (!signature) {
            return new ChunkHeader(false, 0, length, false, false);
        }
        long count = Bytes.i64(chunk, 16) - Bytes.i64(chunk, 8) + 1;
        long free = Bytes.u32(chunk, 48);
        boolean sensible = free >= SIZE && free <= CHUNK;
        boolean unchecked = (Bytes.i32(chunk, 120) & NO_CHECKSUMS) != 0;
        CRC32 crc = new CRC32();
        crc.update(chunk, 0, 120);
        crc.update(chunk, 128, SIZE - 128);
        boolean headerSound = unchecked || (int) crc.getValue() == Bytes.i32(chunk, 124);
        boolean recordsSound = unchecked;
        if (!unchecked && sensible && free <= length) {
            crc.reset();
            crc.update(chunk, SIZE, (int) free - SIZE);
            recordsSound = (int) crc.getValue() == Bytes.i32(chunk, 52);
        }
        return new ChunkHeader(
                true,
                count > 0 && count <= MOST ? (int) count : 0,
                sensible ? (int) Math.min(free, length) : length,
                headerSound,
                recordsSound);
    }

    boolean sound() {
        return headerSound && recordsSound;
    }
}

package org.danaya.evtx;

import java.util.zip.CRC32;

/**
 * What a file says of itself in its first 4 KiB. Nothing of it is needed to read the chunks; it is
 * told because it says how the file was left.
 *
 * @param signature whether the file begins as EVTX files do
 * @param checksum whether the header is as it was written
 * @param dirty whether Windows had the file open when it was last written: chunks may be newer than
 *     the header
 * @param full whether the log reached its size
 * @param majorVersion 3
 * @param minorVersion 1, or 2 since Windows 10 2004
 * @param chunks how many chunks the header counts, modulo 65,536
 * @param nextRecordId the number that the next record would have had
 */
public record FileHeader(
        boolean signature,
        boolean checksum,
        boolean dirty,
        boolean full,
        int majorVersion,
        int minorVersion,
        int chunks,
        long nextRecordId) {

    static final int SIZE = 4096;
    private static final int READ = 128;

    /** "ElfFile" and a NUL. */
    private static final long SIGNATURE = 0x0065_6C69_4666_6C45L;

    static FileHeader of(byte[] bytes, int length) {
        if (length < READ) {
            return new FileHeader(
                    length >= 8 && Bytes.i64(bytes, 0) == SIGNATURE,
                    false,
                    false,
                    false,
                    0,
                    0,
                    0,
                    0);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, 120);
        int flags = Bytes.i32(bytes, 120);
        return new FileHeader(
                Bytes.i64(bytes, 0) == SIGNATURE,
                (int) crc.getValue() == Bytes.i32(bytes, 124),
                (flags & 1) != 0,
                (flags & 2) != 0,
                Bytes.u16(bytes, 38),
                Bytes.u16(bytes, 36),
                Bytes.u16(bytes, 42),
                Bytes.i64(bytes, 24));
    }
}

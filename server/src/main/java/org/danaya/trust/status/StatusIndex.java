package org.danaya.trust.status;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The status of every certificate, in memory: 40 bytes for each and about 8 to find it by.
 *
 * <p>Entries are numbered from 0 in the order of arrival and never go. For any number of readers,
 * none of which waits, and one writer at a time. A reader sees an entry whole or not at all, and
 * its status as it was at one moment.
 */
final class StatusIndex {

    /** The longest serial number (RFC 5280 §4.1.2.2). */
    static final int SERIAL_BYTES = 20;

    static final int NONE = -1;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

    static final int HASH_BYTES = 32;

    /** Of an entry: authority and serial in three, the status word, profile and end in one. */
    private static final int CELLS = 5;

    private static final int WORD = 3;
    private static final int REST = 4;
    private static final int CHUNK_SHIFT = 13;
    private static final int CHUNK = 1 << CHUNK_SHIFT;
    private static final int PROFILE_SHIFT = 44;
    private static final long END_MASK = (1L << PROFILE_SHIFT) - 1;

    private static final byte[] NOTHING = {};

    private final boolean hashes;
    private volatile long[][] chunks = {};

    /** Of each chunk, the hashes of its certificates, where they are kept. */
    private volatile byte[][] hashChunks = {};

    /** By hash, an entry's number plus one; open addressing, at most half full. */
    private volatile int[] slots = new int[1 << 10];

    private final Map<Integer, Long> invalidity = new ConcurrentHashMap<>();

    /** Written by the one writer, after the entry. */
    private volatile int size;

    StatusIndex() {
        this(false);
    }

    /**
     * @param hashes whether it keeps the certificates' hashes: 32 bytes more for each
     */
    StatusIndex(boolean hashes) {
        this.hashes = hashes;
    }

    boolean hashes() {
        return hashes;
    }

    /** A certificate's SHA-256; empty where it isn't kept. */
    byte[] hash(int entry) {
        if (!hashes) {
            return NOTHING;
        }
        int at = (entry & (CHUNK - 1)) * HASH_BYTES;
        byte[] hash = Arrays.copyOfRange(hashChunks[entry >>> CHUNK_SHIFT], at, at + HASH_BYTES);
        return Arrays.equals(hash, new byte[HASH_BYTES]) ? NOTHING : hash;
    }

    int size() {
        return size;
    }

    /**
     * Takes a certificate's status.
     *
     * @param serial unsigned, big endian, 1 to {@link #SERIAL_BYTES} bytes
     * @param profile 0 to 2²⁰ − 1
     * @param end notAfter in seconds
     * @param invalidityDate in seconds; taken where the word says that there is one
     */
    void put(int authority, byte[] serial, int profile, long end, long word, long invalidityDate) {
        put(authority, serial, profile, end, word, invalidityDate, NOTHING);
    }

    /**
     * Takes a certificate's status.
     *
     * @param sha256 of the certificate; kept where hashes are, and where it isn't empty
     */
    synchronized void put(
            int authority,
            byte[] serial,
            int profile,
            long end,
            long word,
            long invalidityDate,
            byte[] sha256) {
        if (profile >>> (Long.SIZE - PROFILE_SHIFT) != 0 || (end & ~END_MASK) != 0) {
            throw new IllegalArgumentException("profile " + profile + ", end " + end);
        }
        int from = start(serial, 0, serial.length);
        int to = serial.length;
        if (to - from > SERIAL_BYTES) {
            throw new IllegalArgumentException("a serial of " + to + " bytes");
        }
        long first = first(authority, serial, from, to);
        long second = part(serial, from, to, 8);
        long third = part(serial, from, to, 0);
        int entry = find(first, second, third);
        boolean fresh = entry == NONE;
        if (fresh) {
            entry = size;
            chunkFor(entry);
        }
        long[] chunk = chunks[entry >>> CHUNK_SHIFT];
        int cell = cell(entry);
        if (StatusWord.hasInvalidity(word)) {
            invalidity.put(entry, invalidityDate);
        }
        if (hashes && sha256.length == HASH_BYTES) {
            int at = (entry & (CHUNK - 1)) * HASH_BYTES;
            System.arraycopy(sha256, 0, hashChunks[entry >>> CHUNK_SHIFT], at, HASH_BYTES);
        }
        CELL.setRelease(chunk, cell + WORD, word);
        CELL.setRelease(chunk, cell + REST, (long) profile << PROFILE_SHIFT | end);
        if (fresh) {
            chunk[cell] = first;
            chunk[cell + 1] = second;
            chunk[cell + 2] = third;
            size = entry + 1;
            publish(entry, hash(first, second, third));
        }
    }

    /** The number of an entry, or {@link #NONE}. The serial may have zeros before it. */
    int find(int authority, byte[] serial, int from, int to) {
        int start = start(serial, from, to);
        return to - start > SERIAL_BYTES
                ? NONE
                : find(
                        first(authority, serial, start, to),
                        part(serial, start, to, 8),
                        part(serial, start, to, 0));
    }

    /** Its {@link StatusWord}. */
    long word(int entry) {
        return (long) CELL.getAcquire(chunks[entry >>> CHUNK_SHIFT], cell(entry) + WORD);
    }

    /** Its notAfter, in seconds. */
    long end(int entry) {
        return (long) CELL.getAcquire(chunks[entry >>> CHUNK_SHIFT], cell(entry) + REST) & END_MASK;
    }

    int profile(int entry) {
        long rest = (long) CELL.getAcquire(chunks[entry >>> CHUNK_SHIFT], cell(entry) + REST);
        return (int) (rest >>> PROFILE_SHIFT);
    }

    int authority(int entry) {
        return (int) (chunks[entry >>> CHUNK_SHIFT][cell(entry)] >>> Integer.SIZE);
    }

    /** Its serial in {@link #SERIAL_BYTES} bytes, with zeros before it. */
    void serial(int entry, byte[] to) {
        long[] chunk = chunks[entry >>> CHUNK_SHIFT];
        int cell = cell(entry);
        for (int i = 0; i < SERIAL_BYTES; i++) {
            int fromEnd = SERIAL_BYTES - 1 - i;
            long part = chunk[cell + 2 - fromEnd / Long.BYTES];
            to[i] = (byte) (part >>> (fromEnd % Long.BYTES * Byte.SIZE));
        }
    }

    /** Its invalidity date in seconds, where its word says that it has one. */
    long invalidity(int entry) {
        return invalidity.getOrDefault(entry, 0L);
    }

    private int find(long first, long second, long third) {
        int[] now = slots;
        int mask = now.length - 1;
        for (int slot = hash(first, second, third) & mask; ; slot = (slot + 1) & mask) {
            int entry = (int) SLOT.getAcquire(now, slot) - 1;
            if (entry == NONE) {
                return NONE;
            }
            long[] chunk = chunks[entry >>> CHUNK_SHIFT];
            int cell = cell(entry);
            if (chunk[cell + 2] == third && chunk[cell + 1] == second && chunk[cell] == first) {
                return entry;
            }
        }
    }

    private void chunkFor(int entry) {
        if (entry >>> CHUNK_SHIFT == chunks.length) {
            long[][] more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = new long[CHUNK * CELLS];
            if (hashes) {
                byte[][] moreHashes = Arrays.copyOf(hashChunks, hashChunks.length + 1);
                moreHashes[hashChunks.length] = new byte[CHUNK * HASH_BYTES];
                hashChunks = moreHashes;
            }
            chunks = more;
        }
    }

    private void publish(int entry, int hash) {
        int[] now = slots;
        if (2 * (entry + 1) > now.length) {
            now = new int[2 * now.length];
            for (int old = 0; old < entry; old++) {
                long[] chunk = chunks[old >>> CHUNK_SHIFT];
                int cell = cell(old);
                place(now, old, hash(chunk[cell], chunk[cell + 1], chunk[cell + 2]));
            }
            place(now, entry, hash);
            slots = now;
        } else {
            place(now, entry, hash);
        }
    }

    private static void place(int[] slots, int entry, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        SLOT.setRelease(slots, slot, entry + 1);
    }

    private static int cell(int entry) {
        return (entry & (CHUNK - 1)) * CELLS;
    }

    private static int start(byte[] serial, int from, int to) {
        int start = from;
        while (start < to && serial[start] == 0) {
            start++;
        }
        return start;
    }

    private static long first(int authority, byte[] serial, int from, int to) {
        return (long) authority << Integer.SIZE | part(serial, from, to, 16);
    }

    /** Eight bytes of the serial, from so many before its end on; zeros where it has none. */
    private static long part(byte[] serial, int from, int to, int beforeEnd) {
        long part = 0;
        int last = to - beforeEnd;
        for (int i = Math.max(from, last - Long.BYTES); i < last; i++) {
            part = part << Byte.SIZE | (serial[i] & 0xff);
        }
        return part;
    }

    /** The finaliser of MurmurHash3 over a mixture. */
    private static int hash(long first, long second, long third) {
        long mixed = third ^ (Long.rotateLeft(second, 21) * 0x9e3779b97f4a7c15L) ^ (first * 31);
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) (mixed ^ (mixed >>> 33));
    }
}

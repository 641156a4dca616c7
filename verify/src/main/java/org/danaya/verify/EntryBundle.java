package org.danaya.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Up to 256 entries, each behind its length in two big-endian bytes (C2SP tlog-tiles, "Log
 * entries").
 */
public final class EntryBundle {

    /** The longest entry, in bytes. */
    public static final int MAX_ENTRY_BYTES = 0xffff;

    static final int PREFIX = Short.BYTES;

    /** The longest bundle, in bytes. */
    public static final int MAX_BYTES = TilePath.FULL * (PREFIX + MAX_ENTRY_BYTES);

    private final List<byte[]> entries;

    private EntryBundle(List<byte[]> entries) {
        this.entries = entries;
    }

    /**
     * A bundle of these entries.
     *
     * @throws IllegalArgumentException where there are not 1 to 256, or one is too long
     */
    public static EntryBundle of(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TilePath.FULL) {
            throw new IllegalArgumentException("1 to 256 entries, not " + entries.size());
        }
        List<byte[]> copies = new ArrayList<>(entries.size());
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new IllegalArgumentException("An entry of " + entry.length + " bytes");
            }
            copies.add(entry.clone());
        }
        return new EntryBundle(copies);
    }

    /** Reads a bundle that must hold exactly {@code width} entries. */
    public static Parsed<EntryBundle> parse(byte[] bundle, int width) {
        return switch (bounds(bundle, width)) {
            case Parsed.Malformed<int[]> wrong -> wrong.as();
            case Parsed.Ok<int[]>(int[] ends) -> {
                List<byte[]> entries = new ArrayList<>(width);
                int start = PREFIX;
                for (int end : ends) {
                    entries.add(Arrays.copyOfRange(bundle, start, end));
                    start = end + PREFIX;
                }
                yield Parsed.ok(new EntryBundle(entries));
            }
        };
    }

    /**
     * Where each entry ends; the next one begins two bytes further. Nothing is copied, for audits
     * of millions of entries.
     */
    static Parsed<int[]> bounds(byte[] bundle, int width) {
        int[] ends = new int[width];
        int at = 0;
        for (int i = 0; i < width; i++) {
            if (at + PREFIX > bundle.length) {
                return Parsed.malformed(
                        Reason.BUNDLE_COUNT, "ends after " + i + " of " + width + " entries");
            }
            int length = Byte.toUnsignedInt(bundle[at]) << 8 | Byte.toUnsignedInt(bundle[at + 1]);
            at += PREFIX + length;
            if (at > bundle.length) {
                return Parsed.malformed(Reason.TRUNCATED, "ends within entry " + i);
            }
            ends[i] = at;
        }
        return at == bundle.length
                ? Parsed.ok(ends)
                : Parsed.malformed(Reason.BUNDLE_COUNT, "goes on after its " + width + " entries");
    }

    /** How many entries, 1 to 256. */
    public int width() {
        return entries.size();
    }

    /** A copy of each entry, in the log's order. */
    public List<byte[]> entries() {
        return entries.stream().map(byte[]::clone).toList();
    }

    /** A copy of one entry, counted from 0 within the bundle. */
    public byte[] entry(int position) {
        return entries.get(position).clone();
    }

    /** The bundle's bytes. */
    public byte[] toBytes() {
        int length = entries.stream().mapToInt(entry -> PREFIX + entry.length).sum();
        byte[] bundle = new byte[length];
        int at = 0;
        for (byte[] entry : entries) {
            bundle[at] = (byte) (entry.length >>> 8);
            bundle[at + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, bundle, at + PREFIX, entry.length);
            at += PREFIX + entry.length;
        }
        return bundle;
    }
}

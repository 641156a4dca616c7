package org.danaya.verify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile is below a log's prefix (C2SP tlog-tiles, "Merkle Tree" and "Log entries").
 *
 * <p>An index is written in groups of three digits, all but the last behind an {@code x}: 1234067
 * is {@code x001/x234/067}. A width of 256 is a full tile and is not written; a partial tile's 1 to
 * 255 stands behind {@code .p/}.
 */
public sealed interface TilePath {

    /** Hashes, or entries, of a full tile. */
    int FULL = TreeHasher.TILE_WIDTH;

    /** The highest level that a path can name. */
    int MAX_LEVEL = 63;

    /** Counted from 0, from the tree's left. */
    long index();

    /** 1 to 256. */
    int width();

    /** The path, without a slash at its beginning. */
    String path();

    /** The same place with another width. */
    TilePath withWidth(int width);

    default boolean isFull() {
        return width() == FULL;
    }

    /** {@code tile/<L>/<N>[.p/<W>]}: tree hashes, 32 bytes each; level 0 has the leaves. */
    record Hashes(int level, long index, int width) implements TilePath {

        public Hashes {
            if (level < 0 || level > MAX_LEVEL) {
                throw new IllegalArgumentException("Levels are 0 to 63, not " + level);
            }
            check(index, width);
        }

        @Override
        public String path() {
            return "tile/" + level + "/" + place(index, width);
        }

        @Override
        public Hashes withWidth(int other) {
            return new Hashes(level, index, other);
        }

        /** The tile's length: 32 bytes for each hash. */
        public int bytes() {
            return width * TreeHash.BYTES;
        }
    }

    /** {@code tile/entries/<N>[.p/<W>]}: an {@link EntryBundle}. */
    record Entries(long index, int width) implements TilePath {

        public Entries {
            check(index, width);
        }

        @Override
        public String path() {
            return "tile/entries/" + place(index, width);
        }

        @Override
        public Entries withWidth(int other) {
            return new Entries(index, other);
        }
    }

    /** {@code tile/data/<N>[.p/<W>]}: entries of a certificate log (static-ct-api). */
    record Data(long index, int width) implements TilePath {

        public Data {
            check(index, width);
        }

        @Override
        public String path() {
            return "tile/data/" + place(index, width);
        }

        @Override
        public Data withWidth(int other) {
            return new Data(index, other);
        }
    }

    /**
     * Reads a path, without a slash at its beginning. Only the spelling of {@link #path} is read.
     */
    static Parsed<TilePath> parse(String path) {
        Matcher parts = PathForm.PATTERN.matcher(path);
        if (path.length() > PathForm.MAX_LENGTH || !parts.matches()) {
            return Parsed.malformed(Reason.TILE_PATH, "not tile/<L>/<N>[.p/<W>]");
        }
        String digits = parts.group("index").replace("x", "").replace("/", "");
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        long index = Strict.decimal(digits.substring(first));
        if (index < 0) {
            return Parsed.malformed(Reason.NUMBER_TOO_LARGE, "an index beyond 2^63 - 1");
        }
        String partial = parts.group("width");
        int width = partial == null ? FULL : Integer.parseInt(partial);
        String kind = parts.group("kind");
        if (width > FULL || (partial != null && width == FULL)) {
            return Parsed.malformed(Reason.TILE_PATH, "a partial tile has 1 to 255 hashes");
        }
        return switch (kind) {
            case "entries" -> Parsed.ok(new Entries(index, width));
            case "data" -> Parsed.ok(new Data(index, width));
            default -> {
                int level = Integer.parseInt(kind);
                yield level > MAX_LEVEL
                        ? Parsed.malformed(Reason.TILE_PATH, "levels are 0 to 63")
                        : Parsed.ok(new Hashes(level, index, width));
            }
        };
    }

    private static void check(long index, int width) {
        if (index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile " + index + " of width " + width);
        }
    }

    private static String place(long index, int width) {
        StringBuilder path = new StringBuilder();
        path.append("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return width == FULL ? path.toString() : path.append(".p/").append(width).toString();
    }
}

/** The one spelling of a path; a first group of zeros is left out where others follow. */
final class PathForm {

    /** Seven groups hold every index, and nothing longer needs to be looked at. */
    static final int MAX_LENGTH = 64;

    static final Pattern PATTERN =
            Pattern.compile(
                    "tile/(?<kind>entries|data|0|[1-9][0-9]?)/"
                            + "(?<index>(?:(?!x000)(?:x[0-9]{3}/)+)?[0-9]{3})"
                            + "(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    private PathForm() {}
}

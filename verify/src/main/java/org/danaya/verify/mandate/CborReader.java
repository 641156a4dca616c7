package org.danaya.verify.mandate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.Strict;

/**
 * Reads CBOR with bounds: what the bytes announce costs nothing before it is there.
 *
 * <p>Danaya's own formats have one spelling, the deterministic one (RFC 8949 §4.2.1); others' are
 * read in any well-formed one.
 */
final class CborReader {

    /** The most bytes that are read: a snapshot with its lists. */
    static final int MAX_BYTES = 16 << 20;

    /** The deepest nesting that is read. */
    static final int MAX_DEPTH = 16;

    /** The most items that are read, keys and values each counted. */
    static final int MAX_ITEMS = 400_000;

    private static final int UINT = 0;
    private static final int NINT = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xFF;

    private final byte[] bytes;
    private final boolean deterministic;
    private int at;
    private int items;

    private CborReader(byte[] bytes, boolean deterministic) {
        this.bytes = bytes;
        this.deterministic = deterministic;
    }

    /** Reads one value in its deterministic encoding, and nothing behind it. */
    static Parsed<Cbor> deterministic(byte[] bytes) {
        return Broken.read(() -> new CborReader(bytes, true).whole());
    }

    /** Reads one well-formed value, and nothing behind it. */
    static Parsed<Cbor> wellFormed(byte[] bytes) {
        return Broken.read(() -> new CborReader(bytes, false).whole());
    }

    private Cbor whole() throws Broken {
        if (bytes.length > MAX_BYTES) {
            throw new Broken(Reason.TOO_LARGE, "more than 16 MiB of CBOR");
        }
        Cbor value = value(0);
        if (at != bytes.length) {
            throw new Broken(Reason.CBOR_FORM, "bytes behind the value");
        }
        return value;
    }

    private Cbor value(int depth) throws Broken {
        if (depth > MAX_DEPTH || ++items > MAX_ITEMS) {
            throw new Broken(Reason.CBOR_TOO_MUCH, "more than this reader's limit");
        }
        int head = next();
        int major = head >> 5;
        int info = head & 31;
        if (info == INDEFINITE && major >= BYTES && major <= MAP) {
            return indefinite(major, depth);
        }
        long argument = argument(info, major == 7);
        return switch (major) {
            case UINT -> new Cbor.Int(argument);
            case NINT -> new Cbor.Int(-1 - argument);
            case BYTES -> new Cbor.Bytes(take(argument));
            case TEXT -> text(take(argument));
            case ARRAY -> array(argument, depth);
            case MAP -> map(argument, depth);
            case TAG -> new Cbor.Tag(argument, value(depth + 1));
            default -> simple(info, argument);
        };
    }

    private Cbor simple(int info, long argument) throws Broken {
        if (info == 24 && argument < 32) {
            throw new Broken(Reason.CBOR_FORM, "a simple value in two bytes that has one");
        }
        if (deterministic && info > 24) {
            throw new Broken(Reason.CBOR_NOT_DETERMINISTIC, "a floating number");
        }
        return new Cbor.Simple(info, argument);
    }

    private int next() throws Broken {
        if (at >= bytes.length) {
            throw new Broken(Reason.TRUNCATED, "CBOR that breaks off");
        }
        return Byte.toUnsignedInt(bytes[at++]);
    }

    private long argument(int info, boolean simple) throws Broken {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw new Broken(Reason.CBOR_FORM, "a length of no form");
        }
        int size = 1 << (info - 24);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | next();
        }
        if (simple) {
            return value;
        }
        if (value < 0) {
            throw new Broken(Reason.NUMBER_TOO_LARGE, "a number beyond 2^63 - 1");
        }
        if (deterministic && value < (size == 1 ? 24 : 1L << (4 * size))) {
            throw new Broken(Reason.CBOR_NOT_DETERMINISTIC, "a number longer than it need be");
        }
        return value;
    }

    private byte[] take(long length) throws Broken {
        if (length > bytes.length - at) {
            throw new Broken(Reason.TRUNCATED, "CBOR that breaks off within a string");
        }
        byte[] taken = Arrays.copyOfRange(bytes, at, at + (int) length);
        at += (int) length;
        return taken;
    }

    private static Cbor text(byte[] utf8) throws Broken {
        return new Cbor.Text(Broken.take(Strict.readUtf8(utf8)));
    }

    /** Each item takes a byte at least, so that a count beyond the bytes is refused at once. */
    private void announced(long count) throws Broken {
        if (count > bytes.length - at) {
            throw new Broken(Reason.TRUNCATED, "CBOR that breaks off within an array or a map");
        }
    }

    private Cbor array(long count, int depth) throws Broken {
        announced(count);
        List<Cbor> array = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            array.add(value(depth + 1));
        }
        return new Cbor.Array(array);
    }

    private Cbor map(long count, int depth) throws Broken {
        announced(count);
        List<Cbor.Entry> entries = new ArrayList<>();
        Keys keys = new Keys();
        for (long i = 0; i < count; i++) {
            entries.add(entry(keys, depth));
        }
        return new Cbor.Dictionary(entries);
    }

    private Cbor.Entry entry(Keys keys, int depth) throws Broken {
        int start = at;
        Cbor key = value(depth + 1);
        keys.add(start, at);
        return new Cbor.Entry(key, value(depth + 1));
    }

    private boolean ended() throws Broken {
        if (at < bytes.length && Byte.toUnsignedInt(bytes[at]) == BREAK) {
            at++;
            return true;
        }
        if (at >= bytes.length) {
            throw new Broken(Reason.TRUNCATED, "CBOR that breaks off");
        }
        return false;
    }

    private Cbor indefinite(int major, int depth) throws Broken {
        if (deterministic) {
            throw new Broken(Reason.CBOR_NOT_DETERMINISTIC, "an indefinite length");
        }
        if (major == ARRAY) {
            List<Cbor> array = new ArrayList<>();
            while (!ended()) {
                array.add(value(depth + 1));
            }
            return new Cbor.Array(array);
        }
        if (major == MAP) {
            List<Cbor.Entry> entries = new ArrayList<>();
            Keys keys = new Keys();
            while (!ended()) {
                entries.add(entry(keys, depth));
            }
            return new Cbor.Dictionary(entries);
        }
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        while (!ended()) {
            int head = next();
            if (head >> 5 != major || ++items > MAX_ITEMS) {
                throw new Broken(Reason.CBOR_FORM, "a piece of another kind within a string");
            }
            byte[] piece = take(argument(head & 31, false));
            if (major == TEXT) {
                text(piece);
            }
            pieces.writeBytes(piece);
        }
        return major == TEXT ? text(pieces.toByteArray()) : new Cbor.Bytes(pieces.toByteArray());
    }

    /** The keys of one map: each greater than the one before, or at least no two the same. */
    private final class Keys {

        private final Set<ByteBuffer> seen = new HashSet<>();
        private byte[] last = new byte[0];

        void add(int start, int end) throws Broken {
            byte[] key = Arrays.copyOfRange(bytes, start, end);
            if (deterministic) {
                if (Arrays.compareUnsigned(last, key) >= 0) {
                    throw new Broken(
                            Reason.CBOR_NOT_DETERMINISTIC, "keys that are not in their order");
                }
                last = key;
            } else if (!seen.add(ByteBuffer.wrap(key))) {
                throw new Broken(Reason.CBOR_FORM, "a key that is there twice");
            }
        }
    }
}

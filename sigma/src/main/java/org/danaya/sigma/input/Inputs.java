package org.danaya.sigma.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.danaya.evtx.EvtxFile;
import org.jspecify.annotations.Nullable;

/** Opens files and streams of events, whatever their format: their content tells it, not a name. */
public final class Inputs {

    /** The largest event by default, in bytes. */
    public static final int LARGEST = 16 << 20;

    private static final int MARK = 3;

    private Inputs() {}

    /**
     * Opens a file.
     *
     * @param largest the largest event that is read, in bytes: at most 256 MiB
     * @throws IOException if there is no such file, or the disk doesn't give its bytes
     */
    public static InputFile open(Path file, int largest) throws IOException {
        return open(file, new Sizes(largest, Sizes.BLOCK));
    }

    /**
     * Reads a stream, which is closed with what is returned.
     *
     * @param largest the largest event that is read, in bytes: at most 256 MiB
     * @throws IOException if the stream doesn't give its bytes
     */
    public static InputFile of(InputStream stream, int largest) throws IOException {
        return of(
                new Stored(stream, InputFile.UNKNOWN_SIZE), null, new Sizes(largest, Sizes.BLOCK));
    }

    static InputFile open(Path file, Sizes sizes) throws IOException {
        return of(Stored.of(file), file, sizes);
    }

    static InputFile of(Stored stored, @Nullable Path file, Sizes sizes) throws IOException {
        Source bytes = stored;
        try {
            bytes = decompressed(stored);
            return of(bytes, stored, file, sizes);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static InputFile of(Source bytes, Stored stored, @Nullable Path file, Sizes sizes)
            throws IOException {
        Source text = decoded(bytes);
        byte[] head = text.ahead(Head.SIZE);
        Format format = new Head(head).format();
        return switch (format) {
            case JSON_LINES -> unpacked(head, new Lines(format, text, stored, sizes));
            case LINES, TEXT -> new Lines(format, text, stored, sizes);
            case JSON -> unpacked(head, new Elements(text, stored, sizes));
            case EVTX -> evtx(bytes, stored, file, sizes);
            case UNKNOWN -> new Nothing(format, stored);
            case EMPTY ->
                    text.broken() == null
                            ? new Nothing(format, stored)
                            : new Lines(Format.LINES, text, stored, sizes);
        };
    }

    private static InputFile unpacked(byte[] head, InputFile input) {
        return PackedData.isIn(head) ? new Unpacked(input) : input;
    }

    private static Source decompressed(Stored stored) throws IOException {
        byte[] head = stored.ahead(4);
        if (Gzip.begins(head)) {
            return new Gzip(stored);
        }
        return Zstd.begins(head) ? new Zstd(stored) : stored;
    }

    /** As UTF-8, without a byte order mark. */
    private static Source decoded(Source bytes) throws IOException {
        byte[] head = bytes.ahead(MARK);
        if (Utf16.begins(head)) {
            return new Utf16(bytes);
        }
        if (Arrays.equals(head, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            bytes.skipNBytes(MARK);
        }
        return bytes;
    }

    private static InputFile evtx(Source bytes, Stored stored, @Nullable Path file, Sizes sizes)
            throws IOException {
        if (file != null && stored.size() >= 0 && bytes == stored) {
            stored.close();
            return new EvtxInput(EvtxFile.open(file), sizes, stored.size(), null);
        }
        try (bytes) {
            byte[] all = bytes.readNBytes(sizes.memory());
            Cause broken = bytes.read() < 0 ? bytes.broken() : Cause.EVTX_MEMORY;
            return new EvtxInput(EvtxFile.of(all), sizes, stored.size(), broken);
        }
    }
}

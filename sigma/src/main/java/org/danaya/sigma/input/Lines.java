package org.danaya.sigma.input;

import java.io.IOException;
import java.util.Arrays;
import org.danaya.sigma.engine.Words;
import org.jspecify.annotations.Nullable;

/** An input of lines, parted into blocks of whole ones. */
final class Lines implements InputFile {

    private final Format format;
    private final Source source;
    private final Stored stored;
    private final Sizes sizes;

    /** The beginning of a line that the last block had no room for. */
    private byte[] rest = {};

    private boolean ended;

    Lines(Format format, Source source, Stored stored, Sizes sizes) {
        this.format = format;
        this.source = source;
        this.stored = stored;
        this.sizes = sizes;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public @Nullable Part next() throws IOException {
        if (ended) {
            return null;
        }
        byte[] buffer =
                Arrays.copyOf(rest, Math.max(sizes.block(), 2 * rest.length) + Words.PADDING);
        int length = rest.length;
        int searched = 0;
        while (true) {
            int room = buffer.length - Words.PADDING;
            length += source.readNBytes(buffer, length, room - length);
            if (length < room) {
                ended = true;
                rest = new byte[0];
                return new LinesPart(buffer, length, sizes.largest(), source.broken());
            }
            int end = Newlines.behindLast(buffer, searched, length);
            if (end > searched) {
                rest = Arrays.copyOfRange(buffer, end, length);
                return new LinesPart(buffer, end, sizes.largest(), null);
            }
            if (length > sizes.largest()) {
                skipLine();
                return sink -> sink.setAside(Cause.TOO_LARGE);
            }
            searched = length;
            buffer = Arrays.copyOf(buffer, 2 * room + Words.PADDING);
        }
    }

    /** Leaves out what comes up to the next line. */
    private void skipLine() throws IOException {
        byte[] buffer = new byte[sizes.block() + Words.PADDING];
        while (true) {
            int length = source.readNBytes(buffer, 0, sizes.block());
            int end = Newlines.first(buffer, 0, length);
            if (end < length || length < sizes.block()) {
                rest = Arrays.copyOfRange(buffer, Math.min(end + 1, length), length);
                return;
            }
        }
    }

    @Override
    public long read() {
        return stored.count();
    }

    @Override
    public long size() {
        return stored.size();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package org.danaya.sigma.input;

import java.io.IOException;
import java.util.Arrays;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/** An input of lines, parted into blocks of whole ones. */
final class Lines implements InputFile {

    private final Format format;
    private final Source source;
    private final Stored stored;
    private final Sizes sizes;

    /** The beginning of a line that the last block had no room for. */
    private byte[] rest = {};

    private boolean done;

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
        if (done) {
            return null;
        }
        byte[] buffer =
                Arrays.copyOf(rest, Math.max(sizes.block(), 2 * rest.length) + Words.PADDING);
        int length = rest.length;
        int searched = 0;
        while (true) {
            int room = buffer.length - Words.PADDING;
            length += source.fill(buffer, length, room);
            if (source.hasEnded()) {
                done = true;
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
            if (length == room) {
                buffer = Arrays.copyOf(buffer, 2 * room + Words.PADDING);
            }
        }
    }

    /** Leaves out what comes up to the next line. */
    private void skipLine() throws IOException {
        byte[] buffer = new byte[sizes.block() + Words.PADDING];
        int length;
        int end;
        do {
            length = source.fill(buffer, 0, sizes.block());
            end = Newlines.first(buffer, 0, length);
        } while (end == length && !source.hasEnded());
        rest = Arrays.copyOfRange(buffer, Math.min(end + 1, length), length);
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

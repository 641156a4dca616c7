package org.danaya.sigma.input;

import org.jspecify.annotations.Nullable;

/** Whole lines, each by its first bytes: JSON, or text. */
final class LinesPart implements Part {

    private final byte[] buffer;
    private final int limit;
    private final int largest;
    private final @Nullable Cause end;

    /**
     * @param end why the lines end before their end
     */
    LinesPart(byte[] buffer, int limit, int largest, @Nullable Cause end) {
        this.buffer = buffer;
        this.limit = limit;
        this.largest = largest;
        this.end = end;
    }

    @Override
    public void read(EventSink sink) {
        TextLine text = new TextLine();
        int from = 0;
        while (from < limit) {
            int to = Newlines.first(buffer, from, limit);
            if (to - from > largest) {
                sink.setAside(Cause.TOO_LARGE);
            } else {
                line(from, to, text, sink);
            }
            from = to + 1;
        }
        if (end != null) {
            sink.setAside(end);
        }
    }

    private void line(int begin, int end, TextLine text, EventSink sink) {
        int from = isMark(begin, end) ? begin + 3 : begin;
        int to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        int first = from;
        while (first < to && Nesting.isBlank(buffer[first])) {
            first++;
        }
        if (first == to) {
            return;
        }
        if (buffer[first] == '{') {
            sink.event(buffer, first, to);
        } else {
            text.write(buffer, new Slice(from, to), first, sink);
        }
    }

    /** Whether a byte order mark stands here, as where files were put together. */
    private boolean isMark(int at, int to) {
        return to - at >= 3
                && buffer[at] == (byte) 0xEF
                && buffer[at + 1] == (byte) 0xBB
                && buffer[at + 2] == (byte) 0xBF;
    }
}

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
        JsonOut out = new JsonOut();
        int from = 0;
        while (from < limit) {
            int to = Newlines.first(buffer, from, limit);
            if (to - from > largest) {
                sink.setAside(Cause.TOO_LARGE);
            } else {
                line(from, to, out, sink);
            }
            from = to + 1;
        }
        if (end != null) {
            sink.setAside(end);
        }
    }

    private void line(int from, int to, JsonOut out, EventSink sink) {
        int last = to;
        while (last > from && Nesting.isBlank(buffer[last - 1])) {
            last--;
        }
        int first = from;
        while (first < last && Nesting.isBlank(buffer[first])) {
            first++;
        }
        if (first == last) {
            return;
        }
        if (buffer[first] == '{') {
            sink.event(buffer, first, last);
            return;
        }
        out.clear();
        out.json("{\"message\":");
        out.text(buffer, from, last);
        out.json("}");
        out.give(sink);
    }
}

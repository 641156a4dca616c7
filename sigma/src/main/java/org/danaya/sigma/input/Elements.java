package org.danaya.sigma.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.danaya.sigma.input.Nesting.Shape;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/** An input of JSON objects one after another, in arrays or in wrappers, over any lines. */
final class Elements implements InputFile {

    /** Where the next element would stand. */
    private enum Place {
        TOP,
        ARRAY,
        WRAPPER,
        /** Behind the list of a wrapper. */
        BEHIND
    }

    /**
     * What was found.
     *
     * @param cause why it is no event; null if it is one
     */
    private record Piece(int from, int to, @Nullable Cause cause) {}

    private final Source source;
    private final Stored stored;
    private final Sizes sizes;
    private final Nesting nesting = new Nesting();
    private Place place = Place.TOP;

    private byte[] buffer = new byte[Words.PADDING];

    /** Whether a part has the buffer. */
    private boolean given;

    private int length;
    private int at;

    /** Where the element begins that is followed; where the next bytes are while there is none. */
    private int from;

    /** What the element that is followed is counted as; null if it is an event. */
    private @Nullable Cause instead;

    private boolean inElement;
    private boolean skipping;

    /** Whether it is what stood behind the list of a wrapper, and no wrapper again. */
    private boolean behind;

    private boolean ended;

    Elements(Source source, Stored stored, Sizes sizes) {
        this.source = source;
        this.stored = stored;
        this.sizes = sizes;
    }

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public @Nullable Part next() throws IOException {
        List<Piece> pieces = new ArrayList<>();
        while (pieces.isEmpty() && !ended) {
            fill();
            split(pieces);
            if (ended) {
                end(pieces);
            }
        }
        given = true;
        return pieces.isEmpty() ? null : part(buffer, pieces);
    }

    private static Part part(byte[] bytes, List<Piece> pieces) {
        return sink -> {
            for (Piece piece : pieces) {
                Cause cause = piece.cause();
                if (cause == null) {
                    sink.event(bytes, piece.from(), piece.to());
                } else {
                    sink.setAside(cause);
                }
            }
        };
    }

    /** Brings more bytes, behind those that aren't done. */
    private void fill() throws IOException {
        if (given || length == buffer.length - Words.PADDING) {
            int rest = length - from;
            byte[] next = new byte[Math.max(sizes.block(), 2 * rest) + Words.PADDING];
            System.arraycopy(buffer, from, next, 0, rest);
            buffer = next;
            given = false;
            at -= from;
            from = 0;
            length = rest;
        }
        length += source.fill(buffer, length, buffer.length - Words.PADDING);
        ended = source.hasEnded();
    }

    private void split(List<Piece> pieces) {
        while (at < length) {
            if (!inElement) {
                between();
                continue;
            }
            int end = nesting.follow(buffer, at, length);
            if (end >= 0) {
                close(end, pieces);
                continue;
            }
            at = length;
            if (length - from > Math.max(sizes.largest(), Wrapper.SHOWS) && !unwrap()) {
                skipping = true;
                from = length;
            }
        }
        if (!inElement) {
            from = length;
        }
    }

    /** One byte between elements, or the first one of an element. */
    private void between() {
        byte b = buffer[at];
        from = at;
        if (Nesting.isBlank(b) || (b == ',' && place != Place.BEHIND)) {
            at++;
            return;
        }
        switch (place) {
            case TOP -> {
                if (b == '[') {
                    place = Place.ARRAY;
                    at++;
                } else {
                    open(b);
                }
            }
            case ARRAY, WRAPPER -> {
                if (b == ']') {
                    place = place == Place.ARRAY ? Place.TOP : Place.BEHIND;
                    at++;
                } else {
                    open(b);
                }
            }
            case BEHIND -> {
                place = Place.TOP;
                if (b == '}') {
                    at++;
                } else if (b == ',') {
                    // A wrapper that was too large to see its end: its other members.
                    buffer[at] = '{';
                    open(buffer[at]);
                    behind = true;
                }
            }
        }
    }

    private void open(byte first) {
        inElement = true;
        skipping = false;
        behind = false;
        if (first == '{') {
            nesting.begin(Shape.CONTAINER);
            instead = null;
        } else if (place == Place.TOP) {
            nesting.begin(Shape.RUBBISH);
            instead = Cause.NOT_JSON;
        } else if (first == '[' || first == '"') {
            nesting.begin(first == '[' ? Shape.CONTAINER : Shape.TEXT);
            instead = Cause.NO_OBJECT;
        } else {
            nesting.begin(Shape.WORD);
            instead =
                    first == '-' || Character.isLetterOrDigit(first)
                            ? Cause.NO_OBJECT
                            : Cause.NOT_JSON;
        }
    }

    private void close(int end, List<Piece> pieces) {
        at = end;
        boolean large = skipping || end - from > sizes.largest();
        if ((large || nesting.hasOneMember()) && unwrap()) {
            return;
        }
        inElement = false;
        pieces.add(new Piece(from, end, instead == null && large ? Cause.TOO_LARGE : instead));
        from = end;
    }

    /** Gives up a wrapper for what is in it; false if what is followed is none. */
    private boolean unwrap() {
        if (place != Place.TOP || instead != null || skipping || behind) {
            return false;
        }
        int inside = Wrapper.inside(buffer, from, at);
        if (inside < 0) {
            return false;
        }
        place = Place.WRAPPER;
        inElement = false;
        at = inside;
        from = inside;
        return true;
    }

    /** What is left when no more bytes come. */
    private void end(List<Piece> pieces) {
        while (inElement) {
            if (unwrap()) {
                split(pieces);
            } else {
                close(length, pieces);
                place = Place.TOP;
            }
        }
        Cause broken = source.broken();
        if (broken == null && place != Place.TOP) {
            broken = Cause.NOT_JSON;
        }
        if (broken != null) {
            pieces.add(new Piece(length, length, broken));
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

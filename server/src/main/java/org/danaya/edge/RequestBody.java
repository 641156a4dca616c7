package org.danaya.edge;

import java.util.Arrays;

/**
 * The body of a request as it comes in: of a known length, or in chunks (RFC 9112 §7.1). It grows
 * with what comes, up to the handler's limit.
 */
final class RequestBody {

    private static final byte[] NOTHING = {};

    /** Hexadecimal digits of a chunk's length. */
    private static final int LENGTH_DIGITS = 7;

    /** Of extensions and trailers together, which nobody reads. */
    private static final int MOST_BESIDE = 4_096;

    /** What comes next. */
    private enum Part {
        CONTENT,
        CHUNK_LENGTH,
        CHUNK_EXTENSION,
        CHUNK_LENGTH_END,
        CHUNK_END,
        CHUNK_LINE_END,
        TRAILER,
        TRAILER_LINE,
        TRAILER_LINE_END,
        LAST_LINE_END,
        COMPLETE
    }

    private final boolean chunked;
    private final int limit;
    private Part part;

    /** Of the body, or of this chunk. */
    private int left;

    private int digits;
    private int beside;
    private byte[] content = NOTHING;
    private int length;

    /**
     * @param length from {@link RequestHead#length}
     * @param limit the most bytes
     * @throws BadRequest where it is longer
     */
    RequestBody(long length, int limit) {
        if (length > limit) {
            throw new BadRequest(Status.TOO_LARGE);
        }
        this.chunked = length < 0;
        this.limit = limit;
        this.left = chunked ? 0 : (int) length;
        this.part = chunked ? Part.CHUNK_LENGTH : length == 0 ? Part.COMPLETE : Part.CONTENT;
    }

    boolean isComplete() {
        return part == Part.COMPLETE;
    }

    byte[] content() {
        return content.length == length ? content : Arrays.copyOf(content, length);
    }

    /** Takes what belongs to it; gives the index behind that. */
    int take(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && part != Part.COMPLETE) {
            if (part == Part.CONTENT) {
                at += copy(bytes, at, to);
            } else {
                frame(bytes[at++]);
            }
        }
        return at;
    }

    private int copy(byte[] bytes, int from, int to) {
        int some = Math.min(left, to - from);
        if (length + some > content.length) {
            int all = Math.max(length + some, Math.min(limit, 2 * length));
            content = Arrays.copyOf(content, all);
        }
        System.arraycopy(bytes, from, content, length, some);
        length += some;
        left -= some;
        if (left == 0) {
            part = chunked ? Part.CHUNK_END : Part.COMPLETE;
        }
        return some;
    }

    /** A byte of what stands around the chunks. */
    private void frame(byte next) {
        part =
                switch (part) {
                    case CHUNK_LENGTH -> chunkLength(next);
                    case CHUNK_EXTENSION -> next == '\r' ? Part.CHUNK_LENGTH_END : beside(next);
                    case CHUNK_LENGTH_END -> {
                        expect(next, '\n');
                        digits = 0;
                        yield left == 0 ? Part.TRAILER : Part.CONTENT;
                    }
                    case CHUNK_END -> {
                        expect(next, '\r');
                        yield Part.CHUNK_LINE_END;
                    }
                    case CHUNK_LINE_END -> {
                        expect(next, '\n');
                        yield Part.CHUNK_LENGTH;
                    }
                    case TRAILER -> next == '\r' ? Part.LAST_LINE_END : trailer(next);
                    case TRAILER_LINE -> next == '\r' ? Part.TRAILER_LINE_END : trailer(next);
                    case TRAILER_LINE_END -> {
                        expect(next, '\n');
                        yield Part.TRAILER;
                    }
                    case LAST_LINE_END -> {
                        expect(next, '\n');
                        yield Part.COMPLETE;
                    }
                    case CONTENT, COMPLETE -> throw new IllegalStateException(part.name());
                };
    }

    private Part chunkLength(byte next) {
        int digit = Character.digit(next, 16);
        if (digit >= 0 && digits < LENGTH_DIGITS) {
            left = left << 4 | digit;
            digits++;
            if (length + (long) left > limit) {
                throw new BadRequest(Status.TOO_LARGE);
            }
            return Part.CHUNK_LENGTH;
        }
        if (digits > 0 && next == '\r') {
            return Part.CHUNK_LENGTH_END;
        }
        if (digits > 0 && next == ';') {
            return Part.CHUNK_EXTENSION;
        }
        throw new BadRequest(Status.BAD_REQUEST);
    }

    private Part beside(byte next) {
        count(next);
        return Part.CHUNK_EXTENSION;
    }

    private Part trailer(byte next) {
        count(next);
        return Part.TRAILER_LINE;
    }

    private void count(byte next) {
        if (next == '\n' || ++beside > MOST_BESIDE) {
            throw new BadRequest(Status.BAD_REQUEST);
        }
    }

    private static void expect(byte next, char wanted) {
        if (next != wanted) {
            throw new BadRequest(Status.BAD_REQUEST);
        }
    }
}

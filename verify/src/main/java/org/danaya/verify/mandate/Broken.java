package org.danaya.verify.mandate;

import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;

/** Carries the first finding out of a reader's depth to {@link #read}. It never leaves a reader. */
final class Broken extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final int column;
    private final String detail;

    Broken(Reason reason, int column, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.column = column;
        this.detail = detail;
    }

    Broken(Reason reason, String detail) {
        this(reason, 0, detail);
    }

    /** Something that reads, and breaks off where the bytes are wrong. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws Broken;
    }

    static <T> Parsed<T> read(Reading<T> reading) {
        try {
            return Parsed.ok(reading.read());
        } catch (Broken e) {
            return new Parsed.Malformed<>(e.reason, e.column == 0 ? 0 : 1, e.column, e.detail);
        }
    }

    /** What another reader gave, within this one. */
    static <T> T take(Parsed<T> parsed) throws Broken {
        return switch (parsed) {
            case Parsed.Ok<T>(T value) -> value;
            case Parsed.Malformed<T>(Reason reason, int line, int column, String detail) ->
                    throw new Broken(reason, column, detail);
        };
    }
}

package org.danaya.base;

import java.nio.charset.StandardCharsets;

/** A value that never shows itself: {@code toString} prints {@code [redacted]}. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a value. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /**
     * The value itself. Call this as late as possible, and hand the result to nothing that logs.
     */
    public String reveal() {
        return value;
    }

    /** The value as UTF-8 bytes. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

package org.danaya.mandates.position;

import java.util.Arrays;
import java.util.Locale;

/** What is said. Words under {@code positions.kind.CODE}. */
public enum PositionKind {
    /** What a structure holds about a subject until it says otherwise. */
    POSITION,
    /** What a structure makes known. */
    COMMUNIQUE;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PositionKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code));
    }
}

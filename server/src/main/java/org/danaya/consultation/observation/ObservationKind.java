package org.danaya.consultation.observation;

import java.util.Arrays;
import java.util.Locale;

/** What an observation is about. Words under {@code observation.kind.CODE}. */
public enum ObservationKind {
    /** The whole, its spirit or its opportunity. */
    GENERAL("ge"),
    /** What it says. */
    TECHNICAL("te"),
    /** How it says it. */
    EDITORIAL("ed");

    private final String brief;

    ObservationKind(String brief) {
        this.brief = brief;
    }

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the commenting forms of CEN and ISO write it. */
    public String brief() {
        return brief;
    }

    static ObservationKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code));
    }
}

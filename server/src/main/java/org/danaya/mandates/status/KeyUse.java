package org.danaya.mandates.status;

import java.util.Locale;

/** What a key signs. */
public enum KeyUse {
    /** Sets of the other keys. Verifiers pin it. */
    ANCHOR,
    /** Seals of mandates. */
    SEALS,
    /** Status lists. */
    STATUS;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static KeyUse of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

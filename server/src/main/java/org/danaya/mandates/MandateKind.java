package org.danaya.mandates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a mandate is for. Words under {@code mandates.kind.CODE}. */
public enum MandateKind {
    /** Any mandate. */
    MANDATE,
    /** A place in an official delegation. */
    MEMBER,
    /** The lead of an official delegation. */
    HEAD,
    /** The word of a structure. */
    SPOKESPERSON;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MandateKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}

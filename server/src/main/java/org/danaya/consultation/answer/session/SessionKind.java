package org.danaya.consultation.answer.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What meets. Words under {@code answer.session.kind.CODE}. */
public enum SessionKind {
    /** A technical workshop. */
    WORKSHOP,
    /** An interministerial meeting. */
    INTERMINISTERIAL,
    /** The cabinet council, of the Prime Minister. */
    CABINET,
    /** The Council of Ministers: what it says are recommendations. */
    COUNCIL;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a code, if there is one. */
    public static Optional<SessionKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}

package org.danaya.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What adopts a text. Words under {@code consultation.act.CODE}. */
public enum AdoptionKind {
    /** A law. */
    LAW,
    /** An ordinance. */
    ORDINANCE,
    /** A decree. */
    DECREE,
    /** An order of a minister or of several. */
    ORDER,
    /** A written communication that the Council took note of. */
    COMMUNICATION;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AdoptionKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code));
    }

    /** Whether such an act has a number. */
    public boolean numbered() {
        return this != COMMUNICATION;
    }

    /** The kinds that adopt from a stage: the Council's from its agenda, an order before too. */
    static List<AdoptionKind> from(Stage stage) {
        return switch (stage) {
            case ON_AGENDA -> List.of(values());
            case VALIDATED, SENT, INTERMINISTERIAL -> List.of(ORDER);
            case FROZEN, IN_CONSULTATION, CLOSED, IN_CONSOLIDATION, RETURNED -> List.of();
        };
    }

    /** The state that a version comes to. */
    String state() {
        return this == COMMUNICATION ? "noted" : "adopted";
    }
}

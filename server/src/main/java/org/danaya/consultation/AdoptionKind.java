package org.danaya.consultation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

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

    /** The stages from which it adopts: the Council's acts from its agenda, an order before. */
    Set<Stage> from() {
        return switch (this) {
            case LAW, ORDINANCE, DECREE, COMMUNICATION -> Set.of(Stage.ON_AGENDA);
            case ORDER ->
                    Set.of(Stage.VALIDATED, Stage.SENT, Stage.INTERMINISTERIAL, Stage.ON_AGENDA);
        };
    }

    /** Whether such an act may be what was meant where another kind was noted. */
    boolean mayReplace(AdoptionKind noted) {
        return state().equals(noted.state()) && from().containsAll(noted.from());
    }

    /** The state that a version comes to. */
    String state() {
        return this == COMMUNICATION ? "noted" : "adopted";
    }
}

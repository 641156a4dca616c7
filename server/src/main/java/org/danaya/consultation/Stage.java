package org.danaya.consultation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far a frozen version has come. Words under {@code consultation.state.CODE}. */
public enum Stage {
    /** Its text is fixed. */
    FROZEN,
    /** Structures are asked for their observations. */
    IN_CONSULTATION,
    /** No observation is in time any more. */
    CLOSED,
    /** Observations are being answered, and the next version written. */
    IN_CONSOLIDATION,
    /** The technical level has validated it. */
    VALIDATED,
    /** The Secretariat-General of the Government has it. */
    SENT,
    /** An interministerial meeting examines it. */
    INTERMINISTERIAL,
    /** It is on the agenda of the Council of Ministers. */
    ON_AGENDA,
    /** The Council sent it back, with recommendations; a new version follows. */
    RETURNED;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stage of a code, if there is one. */
    public static Optional<Stage> of(String code) {
        return Arrays.stream(values()).filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** The stages that may follow. */
    public Set<Stage> next() {
        return switch (this) {
            case FROZEN -> Set.of(IN_CONSULTATION, VALIDATED);
            case IN_CONSULTATION -> Set.of(CLOSED);
            case CLOSED -> Set.of(IN_CONSOLIDATION);
            case IN_CONSOLIDATION -> Set.of(VALIDATED);
            case VALIDATED -> Set.of(SENT, IN_CONSULTATION);
            case SENT -> Set.of(INTERMINISTERIAL, ON_AGENDA, RETURNED);
            case INTERMINISTERIAL -> Set.of(ON_AGENDA, RETURNED);
            case ON_AGENDA -> Set.of(RETURNED);
            case RETURNED -> Set.of(IN_CONSULTATION, IN_CONSOLIDATION);
        };
    }

    /** Whether a person moves a text here in the name of the structure that leads it. */
    public boolean official() {
        return switch (this) {
            case VALIDATED, SENT, ON_AGENDA -> true;
            case FROZEN, IN_CONSULTATION, CLOSED, IN_CONSOLIDATION, INTERMINISTERIAL, RETURNED ->
                    false;
        };
    }

    /** Whether its observations are being taken, also late ones. */
    public boolean takesObservations() {
        return switch (this) {
            case IN_CONSULTATION, CLOSED, IN_CONSOLIDATION -> true;
            case FROZEN, VALIDATED, SENT, INTERMINISTERIAL, ON_AGENDA, RETURNED -> false;
        };
    }
}

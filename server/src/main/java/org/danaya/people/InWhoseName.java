package org.danaya.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.verify.mandate.Power;

/**
 * By what a person may act in a structure's name. The register of mandates, which stands above,
 * answers; whoever lets people sign, seal or approve for a structure asks, and keeps the answer
 * with the act.
 */
public interface InWhoseName {

    /**
     * All by which a person may do something now, in any structure's name: offices first, and what
     * has no limit before what has.
     *
     * @param about what the act says of itself: what lies outside a limit isn't among them
     */
    List<Held> held(UUID person, Power power, About about);

    /**
     * Whether what is done by this power in a structure's name rests on an office or a mandate:
     * from the first time on that an office of it was recorded with this power.
     */
    boolean isNeeded(UUID structure, Power power);

    /**
     * A thing by which a person may act, at the instant of the question.
     *
     * @param structureName the structure's name in French
     * @param function as what the person acts, in French
     * @param until the first day on which it doesn't hold any more
     */
    record Held(Basis basis, String structureName, String function, LocalDate until) {}

    /**
     * What an act says of itself, for limits to be held against.
     *
     * @param said a code by side of a scope: {@code matters}, {@code territory}, {@code events},
     *     {@code texts}, {@code structures} (the identifier of the structure that it is towards)
     * @param engaged the money that it engages
     */
    record About(Map<String, String> said, Optional<Engaged> engaged) {

        /** An act that says nothing. */
        public static final About NOTHING = new About(Map.of(), Optional.empty());

        /** Keeps a copy. */
        public About {
            said = Map.copyOf(said);
        }

        /** An act towards a structure, by its identifier. */
        public static About towards(String identifier) {
            return new About(Map.of("structures", identifier), Optional.empty());
        }
    }

    /**
     * Money.
     *
     * @param units whole units of the currency
     * @param currency ISO 4217
     */
    record Engaged(long units, String currency) {}
}

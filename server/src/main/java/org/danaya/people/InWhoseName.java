package org.danaya.people;

import java.util.Optional;
import java.util.UUID;
import org.danaya.verify.mandate.Power;

/**
 * By what a person may act in a structure's name. The register of mandates, which stands above,
 * answers; whoever lets people sign, seal or approve for a structure asks, and keeps the answer
 * with the act.
 */
public interface InWhoseName {

    /** What lets a person do something in a structure's name now; empty where nothing does. */
    Optional<Basis> find(UUID person, UUID structure, Power power);

    /** What an act rests on. */
    sealed interface Basis {

        /** The id of the office or the mandate. */
        UUID id();

        /** The powers that go with the position that the person holds. */
        record Office(UUID id) implements Basis {}

        /** A mandate that the person holds. */
        record Mandate(UUID id) implements Basis {}
    }
}

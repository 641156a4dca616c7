package org.danaya.mandates.console;

import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Terms;

/**
 * Between whom a mandate is.
 *
 * @param before the draft that is changed, or the mandate that is replaced
 * @param draft the id of the draft that is changed
 */
record Parties(
        Grantor grantor,
        UUID structure,
        UUID person,
        Optional<UUID> capacity,
        Optional<UUID> replaces,
        Optional<Terms> before,
        Optional<UUID> draft) {

    static Parties ofDraft(Mandate.Head head) {
        Terms terms = head.terms();
        return new Parties(
                terms.grantor(),
                terms.structure(),
                terms.person(),
                terms.capacity(),
                terms.replaces(),
                Optional.of(terms),
                Optional.of(head.id()));
    }

    static Parties ofReplaced(Mandate.Head head) {
        Terms terms = head.terms();
        return new Parties(
                terms.grantor(),
                terms.structure(),
                terms.person(),
                terms.capacity(),
                Optional.of(head.id()),
                Optional.of(terms),
                Optional.empty());
    }

    Optional<Terms> ofDelegation() {
        return before.filter(terms -> terms.group().isPresent());
    }

    /** A grantor as addresses name it. */
    static String named(Grantor grantor) {
        return switch (grantor) {
            case Grantor.OfOffice(UUID id) -> "office-" + id;
            case Grantor.OfMandate(UUID id) -> "mandate-" + id;
        };
    }

    /** A grantor that an address names. */
    static Grantor grantor(String named) {
        String id = named.replaceFirst("^(office|mandate)-", "");
        return named.startsWith("office-")
                ? new Grantor.OfOffice(Within.read(id, MandateFault.UNKNOWN_OFFICE))
                : new Grantor.OfMandate(Within.read(id, MandateFault.UNKNOWN));
    }
}

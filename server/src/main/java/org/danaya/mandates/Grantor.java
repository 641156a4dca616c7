package org.danaya.mandates;

import java.util.UUID;

/** By whose will a mandate is. */
public sealed interface Grantor {

    /** The id of what grants. */
    UUID id();

    /**
     * An office, whoever holds it: whoever holds it today signs.
     *
     * @param id of the {@link Office}
     */
    record OfOffice(UUID id) implements Grantor {}

    /**
     * The holder of a mandate, who passes on a part of it.
     *
     * @param id of that mandate
     */
    record OfMandate(UUID id) implements Grantor {}
}

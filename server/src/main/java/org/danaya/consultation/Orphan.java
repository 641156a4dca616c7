package org.danaya.consultation;

import java.util.List;

/**
 * Something that stands in the way of a freeze: an observation without its answer, a change without
 * its cause.
 *
 * @param kind its stable code; words under {@code consultation.orphan.CODE}, with the facts
 * @param facts what it is, to show: the number of an observation; the part of a change, empty
 *     outside of all parts, and its words
 * @param path where it is settled
 */
public record Orphan(String kind, List<String> facts, String path) {

    /** Keeps a copy. */
    public Orphan {
        facts = List.copyOf(facts);
    }
}

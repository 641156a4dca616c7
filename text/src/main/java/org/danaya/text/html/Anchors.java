package org.danaya.text.html;

import java.util.HashSet;
import java.util.Set;
import org.danaya.text.flow.Place;
import org.danaya.text.form.Address;

/** Gives the first element of a part the part's name as its {@code id}; no name twice. */
final class Anchors {

    private final String prefix;
    private final Set<String> given = new HashSet<>();

    Anchors(String prefix) {
        this.prefix = prefix;
    }

    /** The id of an element of a part: empty where the part has no name or has it already. */
    String id(Place place) {
        String eId = place.eId();
        return Address.names(eId) && given.add(eId) ? prefix + eId : "";
    }

    /** Whether the part needs no id any more. */
    boolean known(Place place) {
        return !Address.names(place.eId()) || given.contains(place.eId());
    }
}

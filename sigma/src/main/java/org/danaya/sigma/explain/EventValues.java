package org.danaya.sigma.explain;

import java.util.List;
import java.util.Optional;

/** What one event holds, by the names that a rule gives to fields. */
public interface EventValues {

    /**
     * The values of a field: several where it is an array, those within arrays too; of an object,
     * and of an empty array, none. Nothing where the field isn't there.
     */
    Optional<List<Scalar>> field(String name);

    /** The texts of all values of the event, wherever they stand, for keywords. */
    List<String> texts();
}

package org.danaya.form;

import java.util.List;
import java.util.UUID;

/** The addresses of lists that the person behind this thread gave names. */
@FunctionalInterface
public interface SavedQueries {

    /** Those of a page, by their names; none for whoever isn't signed in. */
    List<Saved> of(String path);

    /**
     * One of them.
     *
     * @param address the path and the query
     */
    record Saved(UUID id, String name, String address) {}
}

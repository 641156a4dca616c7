package org.danaya.sigma.route;

import java.util.List;
import java.util.Set;

/** Tells where events are from. Immutable. */
public interface Router {

    /** The places of the values that tell it; at most 65,535. */
    List<String> marks();

    /**
     * Where an event is from.
     *
     * @param values for each mark, the texts that stand there; none where there is nothing
     */
    Origin origin(List<List<String>> values);

    /** All places where some event may keep a field, whatever its origin. */
    Set<String> places(String field);

    /** Whether {@code Process Name} is found where {@code ProcessName} is looked for. */
    boolean ignoresSpaces();
}

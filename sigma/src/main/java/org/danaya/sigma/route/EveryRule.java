package org.danaya.sigma.route;

import java.util.List;
import java.util.Set;

/** Every rule concerns every event, and fields are where rules name them. */
public record EveryRule() implements Router {

    @Override
    public List<String> marks() {
        return List.of();
    }

    @Override
    public Origin origin(List<List<String>> values) {
        return Origin.ANY;
    }

    @Override
    public Set<String> places(String field) {
        return Set.of(field);
    }

    @Override
    public boolean ignoresSpaces() {
        return false;
    }
}

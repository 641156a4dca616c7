package org.danaya.bench.peers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What queries ask of events. */
public final class Fields {

    private final Set<String> names = new HashSet<>();
    private final Set<String> cased = new HashSet<>();
    private final Set<String> present = new HashSet<>();

    public Fields(List<PeerQuery> queries) {
        queries.forEach(this::add);
    }

    private void add(PeerQuery query) {
        switch (query) {
            case PeerQuery.All(List<PeerQuery> parts) -> parts.forEach(this::add);
            case PeerQuery.Any(List<PeerQuery> parts) -> parts.forEach(this::add);
            case PeerQuery.Not(PeerQuery part) -> add(part);
            case PeerQuery.Pattern pattern -> add(pattern.field());
            case PeerQuery.Expression expression -> add(expression.field());
            case PeerQuery.Present(String field) -> {
                names.add(field);
                present.add(field);
            }
        }
    }

    private void add(String field) {
        if (field.endsWith(Peer.CASED)) {
            String name = field.substring(0, field.length() - Peer.CASED.length());
            names.add(name);
            cased.add(name);
        } else {
            names.add(field);
        }
    }

    /** The names of all fields, {@link Peer#ANYWHERE} among them if it is asked for. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Whether a query is about the case of the field's values. */
    public boolean cased(String field) {
        return cased.contains(field);
    }

    /** Whether a query asks for the field to be there. */
    public boolean present(String field) {
        return present.contains(field);
    }
}

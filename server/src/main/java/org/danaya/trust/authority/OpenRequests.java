package org.danaya.trust.authority;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.base.Fault;

/** How many requests of a structure may wait to be decided. */
final class OpenRequests {

    private final RequestTable table;
    private final int most;

    OpenRequests(RequestTable table, int most) {
        this.table = table;
        this.most = most;
    }

    /**
     * Looks whether there is room, before anything is made.
     *
     * @throws Fault {@link AuthorityFault#TOO_MANY_OPEN}
     */
    void needRoom(List<Requests.Asked> asked) {
        structures(asked)
                .forEach(
                        (structure, more) -> {
                            if (table.countOpen(structure) + more > most) {
                                throw new Fault(AuthorityFault.TOO_MANY_OPEN, most);
                            }
                        });
    }

    /** The same, and nobody else takes the room until the transaction ends. */
    void holdRoom(List<Requests.Asked> asked) {
        structures(asked).keySet().forEach(table::lockStructure);
        needRoom(asked);
    }

    /** How many are asked for by structure, in one order for all, so that locks can't cross. */
    private static SortedMap<UUID, Integer> structures(List<Requests.Asked> asked) {
        SortedMap<UUID, Integer> structures = new TreeMap<>();
        asked.forEach(
                each -> each.structure().ifPresent(id -> structures.merge(id, 1, Integer::sum)));
        return structures;
    }
}

package org.danaya.bench.peers.monitor;

import java.util.List;
import java.util.Set;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;

/** How the monitor picks the queries that may match. */
final class Presearchers {

    private Presearchers() {}

    /**
     * By name: {@code none}, every query; {@code terms}, whose terms the events have; {@code
     * multipass}, several of whose terms they have; {@code grams:N}, also whose wildcards' longest
     * literals stand in values of at most N characters.
     */
    static Presearcher of(String name) {
        return switch (name) {
            case "none" -> Presearcher.NO_FILTERING;
            case "terms" -> new TermFilteredPresearcher();
            case "multipass" -> new MultipassTermFilteredPresearcher(2);
            default -> {
                if (!name.startsWith("grams:")) {
                    throw new IllegalArgumentException("no presearcher " + name);
                }
                CustomQueryHandler handler =
                        new WildcardHandler(Integer.parseInt(name.substring("grams:".length())));
                yield new TermFilteredPresearcher(TermWeightor.DEFAULT, List.of(handler), Set.of());
            }
        };
    }
}

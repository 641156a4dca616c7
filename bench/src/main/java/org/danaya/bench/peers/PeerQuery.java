package org.danaya.bench.peers;

import java.util.ArrayList;
import java.util.List;
import org.danaya.sigma.rule.Part;

/**
 * A query over events that are sets of terms: of each field, each value as a whole; folded, and
 * where a query is about case also as it is. What every peer can be asked.
 */
public sealed interface PeerQuery {

    /**
     * What Lucene and OpenSearch, unless told otherwise, spend on making an expression's automaton
     * deterministic.
     */
    int EFFORT = 10_000;

    /** All hold; at least one of them. */
    record All(List<PeerQuery> parts) implements PeerQuery {
        public All {
            parts = List.copyOf(parts);
        }

        /** Those that must hold. */
        public List<PeerQuery> positive() {
            return parts.stream().filter(part -> !(part instanceof Not)).toList();
        }

        /** What must not hold. */
        public List<PeerQuery> negative() {
            List<PeerQuery> negative = new ArrayList<>();
            for (PeerQuery part : parts) {
                if (part instanceof Not(PeerQuery inner)) {
                    negative.add(inner);
                }
            }
            return negative;
        }
    }

    /** One of them holds; at least one. */
    record Any(List<PeerQuery> parts) implements PeerQuery {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** It doesn't hold. */
    record Not(PeerQuery part) implements PeerQuery {}

    /**
     * A value of the field fits the pattern, whose literals are folded unless the field's are not.
     */
    record Pattern(String field, List<Part> parts) implements PeerQuery {
        public Pattern {
            parts = List.copyOf(parts);
        }
    }

    /** A value of the field is, as a whole, of the language of the expression (Lucene's syntax). */
    record Expression(String field, String expression) implements PeerQuery {}

    /** The field has a value. */
    record Present(String field) implements PeerQuery {}
}

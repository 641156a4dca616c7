package org.danaya.bench.peers.monitor;

import java.util.function.Predicate;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.danaya.bench.peers.PeerQuery;

/**
 * Whether Lucene makes a deterministic automaton of an expression, without which it has no query.
 */
public final class Expressible implements Predicate<String> {

    @Override
    public boolean test(String expression) {
        try {
            Operations.determinize(
                    new RegExp(expression, RegExp.NONE).toAutomaton(), PeerQuery.EFFORT);
            return true;
        } catch (TooComplexToDeterminizeException e) {
            return false;
        }
    }
}

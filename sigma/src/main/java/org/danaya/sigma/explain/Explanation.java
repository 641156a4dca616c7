package org.danaya.sigma.explain;

import java.util.List;
import java.util.Optional;
import org.danaya.sigma.rule.Rule;

/**
 * Why a rule matches an event.
 *
 * @param reasons what it asked for and found, in the condition's order, each once; at most {@value
 *     #MOST}. None where the rule asks only that something is not so
 * @param more whether there are others
 */
public record Explanation(List<Reason> reasons, boolean more) {

    /** The most reasons that are told. */
    public static final int MOST = 100;

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** The explanation; nothing where the rule doesn't match. */
    public static Optional<Explanation> of(Rule rule, EventValues values) {
        return new Reasoning(rule, values)
                .reasons()
                .map(
                        all ->
                                new Explanation(
                                        all.subList(0, Math.min(all.size(), MOST)),
                                        all.size() > MOST));
    }
}

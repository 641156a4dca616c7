package org.danaya.sigma.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.danaya.sigma.engine.Routing;
import org.danaya.sigma.explain.EventValues;
import org.danaya.sigma.route.EveryRule;
import org.danaya.sigma.rule.Rule;

/**
 * What an event of JSON holds, where it keeps its fields under the names that a rule gives them:
 * for whoever explains one match and has no {@link Evaluator} at hand.
 */
public final class JsonEventValues {

    private static final int ROOM = 8;

    private JsonEventValues() {}

    /** The values of an event (RFC 8259, UTF-8) that a rule asks for; nothing if it is no event. */
    public static Optional<EventValues> of(Rule rule, byte[] event) {
        Evaluator evaluator =
                new Evaluator(new LiveRules(Routing.of(List.of(rule), new EveryRule())));
        byte[] buffer = Arrays.copyOf(event, event.length + ROOM);
        return evaluator.evaluate(buffer, 0, event.length) == Evaluator.MALFORMED
                ? Optional.empty()
                : Optional.of(evaluator.values(0));
    }
}

package org.danaya.sigma.rule;

import java.util.List;
import java.util.Map;

/**
 * A filter: what is taken out of the matches of other rules (Sigma filters 2.1).
 *
 * @param rules ids or names of the rules that it is for; empty for all of its log source
 * @param suppressed what is taken out
 */
public record Filter(
        Header header,
        LogSource logSource,
        List<String> rules,
        Map<String, Selection> selections,
        Condition suppressed) {
    public Filter {
        rules = List.copyOf(rules);
        selections = Ordered.copy(selections);
    }
}

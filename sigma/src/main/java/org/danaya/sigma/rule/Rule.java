package org.danaya.sigma.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A detection rule, ready to be evaluated.
 *
 * @param selections by name, in the document's order; holds every name that the condition selects
 * @param condition where the document has a list of conditions, one of them suffices
 */
public record Rule(
        Header header, LogSource logSource, Map<String, Selection> selections, Condition condition)
        implements Detector {
    public Rule {
        selections = Ordered.copy(selections);
    }

    public @Nullable String id() {
        return header.id();
    }

    public String title() {
        return header.title();
    }
}

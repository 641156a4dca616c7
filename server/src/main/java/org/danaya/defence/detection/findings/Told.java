package org.danaya.defence.detection.findings;

import java.util.Objects;
import org.danaya.sigma.rule.Header;

/** What every format says alike. */
final class Told {

    private Told() {}

    /** What a rule is known by: its id, and its title where it has none. */
    static String rule(Header rule) {
        return Objects.requireNonNullElse(rule.id(), rule.title());
    }
}

package org.danaya.sigma.route;

import org.danaya.sigma.rule.LogSource;

/** Where an event is from, as far as it can be told. */
public interface Origin {

    /** Any log source, with fields where rules name them. */
    Origin ANY = new Any();

    /** Whether rules for this log source concern the event. */
    boolean concerns(LogSource source);

    /** Where it keeps its fields. */
    Naming naming();

    /** Any log source. */
    record Any() implements Origin {
        @Override
        public boolean concerns(LogSource source) {
            return true;
        }

        @Override
        public Naming naming() {
            return Naming.PLAIN;
        }
    }
}

package org.danaya.sigma.live;

import org.danaya.sigma.engine.Routing;

/**
 * The rules that are in force. They are replaced as a whole, between two events of each thread:
 * every event is evaluated once, by the rules before or by those after. For any thread.
 */
public final class LiveRules {

    private volatile Routing current;

    public LiveRules(Routing rules) {
        current = rules;
    }

    /** The rules in force. */
    public Routing current() {
        return current;
    }

    /** Puts others in force for every event that is begun from now on. */
    public void replace(Routing rules) {
        current = rules;
    }
}

package org.danaya.sigma.route;

import java.util.Set;
import org.danaya.sigma.rule.LogSource;

/** Where an event is from, as far as it can be told. */
public interface Origin {

    /** Any log source, with fields where rules name them. */
    Origin ANY = new Any();

    /** Whether rules for this log source concern the event. */
    boolean concerns(LogSource source);

    /** Where it keeps its fields. */
    Naming naming();

    /**
     * Whether something tells where the event is from. Where nothing does, rules for all log
     * sources concern it, and one that finds none of its fields in it doesn't match: that something
     * isn't so says nothing about an event of which nothing is known.
     */
    boolean isTold();

    /**
     * An origin that concerns the same log sources of these words, so that events of different
     * origins that no rule tells apart have equal ones.
     *
     * @param words all that the log sources say, in lower case
     */
    Origin among(Set<String> words);

    /** Any log source. */
    record Any() implements Origin {
        @Override
        public boolean concerns(LogSource source) {
            return true;
        }

        @Override
        public Origin among(Set<String> words) {
            return this;
        }

        @Override
        public Naming naming() {
            return Naming.PLAIN;
        }

        @Override
        public boolean isTold() {
            return true;
        }
    }

    /** Nothing tells where an event is from. */
    record Untold() implements Origin {
        @Override
        public boolean concerns(LogSource source) {
            return true;
        }

        @Override
        public Origin among(Set<String> words) {
            return this;
        }

        @Override
        public Naming naming() {
            return Naming.PLAIN;
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }
}

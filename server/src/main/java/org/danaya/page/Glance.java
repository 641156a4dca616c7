package org.danaya.page;

import java.util.List;
import java.util.Optional;

/**
 * What the console's first page says of a module to the person who looks. A module gives one bean.
 */
@FunctionalInterface
public interface Glance {

    /**
     * What there is to say now; empty where there is nothing, or where the person may not see it.
     *
     * <p>Called at each opening of the page: quick, and without a call to the outside.
     */
    List<Seen> look(Visitor visitor);

    /**
     * One thing seen.
     *
     * @param kind whether the person has something to do, or only learns how things are
     * @param key the key of its sentence
     * @param facts what fills the places of the sentence
     * @param path where to do it or to see more
     */
    record Seen(Kind kind, Tag state, String key, List<Object> facts, Optional<String> path) {

        /** Something that waits for the person. */
        public static Seen waiting(Tag state, String key, String path, Object... facts) {
            return new Seen(Kind.WAITING, state, key, List.of(facts), Optional.of(path));
        }

        /** How something is. */
        public static Seen health(Tag state, String key, Object... facts) {
            return new Seen(Kind.HEALTH, state, key, List.of(facts), Optional.empty());
        }
    }

    /** What it asks of the person. */
    enum Kind {
        /** It waits for the person. */
        WAITING,
        /** It tells how things are. */
        HEALTH
    }
}

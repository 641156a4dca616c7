package org.danaya.sigma.route;

import java.util.List;
import org.danaya.sigma.rule.LogSource;

/**
 * Where events of one kind keep the fields that rules name. Two that are equal mean the same.
 *
 * <p>A place is a path: parts between dots, each the key of an object within the one before; {@code
 * *} stands for any key. A key with dots in it is several parts.
 */
public interface Naming {

    /** Fields where rules name them. */
    Naming PLAIN = new Plain();

    /** The places of a field, as rules for this log source name it; any of them may have it. */
    List<String> places(LogSource source, String field);

    /** Fields where rules name them. */
    record Plain() implements Naming {
        @Override
        public List<String> places(LogSource source, String field) {
            return List.of(field);
        }
    }
}

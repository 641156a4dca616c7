package org.danaya.sigma.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a YAML document says, with the lines (from 1) where it says it. */
public sealed interface Yaml {
    int line();

    /**
     * A text, or what is written like one.
     *
     * @param plain whether it was written without quotes, so that it can be something else than
     *     text (YAML 1.2.2 §10.3.2, core schema)
     */
    record Scalar(String text, boolean plain, int line) implements Yaml {
        /** Whether this is null. */
        public boolean isNull() {
            return plain
                    && switch (text) {
                        case "", "~", "null", "Null", "NULL" -> true;
                        default -> false;
                    };
        }

        /** Its truth value, or null where it is none. */
        public @Nullable Boolean truth() {
            return !plain
                    ? null
                    : switch (text) {
                        case "true", "True", "TRUE" -> Boolean.TRUE;
                        case "false", "False", "FALSE" -> Boolean.FALSE;
                        default -> null;
                    };
        }
    }

    /** A list. */
    record Sequence(List<Yaml> items, int line) implements Yaml {}

    /** A map; of its keys none stands twice. */
    record Mapping(Map<String, Entry> entries, int line) implements Yaml {
        /** What stands under the key, or null. */
        public @Nullable Yaml get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /** A key with its value. */
    record Entry(Scalar key, Yaml value) {}
}

package org.danaya.sigma.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How mature a rule is (Sigma rules, «Status»). */
public enum Status {
    STABLE,
    TEST,
    EXPERIMENTAL,
    DEPRECATED,
    UNSUPPORTED;

    /** The status's word in rules. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Status of(@Nullable String word) {
        for (Status status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return null;
    }
}

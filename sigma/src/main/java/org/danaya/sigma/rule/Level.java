package org.danaya.sigma.rule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How serious a match is (Sigma rules, «Level»), least first. */
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The level's word in rules. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Level of(@Nullable String word) {
        for (Level level : values()) {
            if (level.word().equals(word)) {
                return level;
            }
        }
        return null;
    }
}

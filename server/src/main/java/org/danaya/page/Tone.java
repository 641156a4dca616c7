package org.danaya.page;

import java.util.Locale;

/** How serious something is. A page never tells it by colour alone. */
public enum Tone {
    /** Neither good nor bad. */
    NEUTRAL,
    /** To know. */
    INFO,
    /** Done, or as it should be. */
    SUCCESS,
    /** To look at. */
    WARNING,
    /** Wrong, or about to do harm. */
    DANGER;

    /** The colour's name in the style sheet. */
    public String colour() {
        return name().toLowerCase(Locale.ROOT);
    }
}

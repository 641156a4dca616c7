package org.danaya.mandates.position;

import java.util.Locale;

/** What stands against a draft. Words under {@code positions.trouble.CODE}. */
public enum Trouble {
    /** The subject is empty, too long, or has characters that nobody sees. */
    SUBJECT,
    /** The text is empty, too long, or has characters that nobody sees. */
    TEXT,
    /** Its last day is before its first, or is over. */
    PERIOD,
    /** The structure doesn't exist any more. */
    STRUCTURE,
    /** What it would supersede isn't in force, or is another structure's. */
    SUPERSEDES,
    /** What it would supersede was told to more people. */
    AUDIENCE;

    /** Its stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

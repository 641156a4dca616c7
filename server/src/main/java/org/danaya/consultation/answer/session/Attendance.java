package org.danaya.consultation.answer.session;

/**
 * Somebody of a meeting.
 *
 * @param structure what it is called
 * @param person their name; empty where only the structure was noted
 * @param function as what; may be empty
 */
public record Attendance(String structure, String person, String function, Presence presence) {

    /** How long each of its names may be, in characters. */
    public static final int LONGEST = 200;
}

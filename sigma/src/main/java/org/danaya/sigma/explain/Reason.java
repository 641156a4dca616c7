package org.danaya.sigma.explain;

/**
 * One thing that a rule asked for and an event has.
 *
 * @param selection the name that the rule gives to what it asks
 * @param field the field's name in the rule; empty for keywords
 * @param value its text, or {@code null}; empty where the field isn't there, or has no text. Of one
 *     longer than {@value #LONGEST} characters, that many around what was found
 * @param test what was asked and holds, as a rule would write it: {@code CommandLine|contains:
 *     -enc}; at most {@value #LONGEST} characters
 */
public record Reason(String selection, String field, String value, String test) {

    /** The longest value or test, in characters, the ellipses too. */
    public static final int LONGEST = 512;
}

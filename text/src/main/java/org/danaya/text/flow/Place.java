package org.danaya.text.flow;

/**
 * Of which part of a text something is.
 *
 * @param tag of the part in Akoma Ntoso, such as {@code article}; empty where it isn't known
 * @param eId by which this version names it; may be empty
 * @param wId by which all versions name it; may be empty
 */
public record Place(String tag, String eId, String wId) {

    /** No part that is known. */
    public static final Place NOWHERE = new Place("", "", "");
}

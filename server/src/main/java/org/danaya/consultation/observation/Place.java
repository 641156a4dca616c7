package org.danaya.consultation.observation;

/** Where what an observation is about is in a later version. */
public sealed interface Place {

    /** The whole text, or nobody has found yet what it is about. */
    record Whole() implements Place {}

    /**
     * A part.
     *
     * @param wId by which all versions name it; empty for what lies outside of all parts
     * @param label as the later version calls it
     * @param merged whether it is another part, which says now what that one said
     */
    record OnPart(String wId, String label, boolean merged) implements Place {}

    /**
     * Words of a line.
     *
     * @param wId the part that the line is of
     * @param label as the later version calls the part
     * @param line among the lines of that part, from 0
     * @param start in {@link org.danaya.text.flow.Line#text()}, in UTF-16 units
     * @param end the first unit after it
     * @param words the words that stand there now
     * @param changed whether they aren't the words that were quoted
     */
    record OnSpan(
            String wId, String label, int line, int start, int end, String words, boolean changed)
            implements Place {}

    /**
     * The words are gone, the part isn't.
     *
     * @param wId the part where they were
     * @param label as the later version calls it
     */
    record WordsGone(String wId, String label) implements Place {}

    /**
     * The part is gone.
     *
     * @param label as the version called it that the observation is about
     */
    record PartGone(String label) implements Place {}

    /** The stable code of its kind; words under {@code observation.place.CODE}. */
    default String code() {
        return switch (this) {
            case Whole() -> "whole";
            case OnPart part -> part.merged() ? "merged" : "part";
            case OnSpan span -> span.changed() ? "changed" : "span";
            case WordsGone _ -> "words-gone";
            case PartGone _ -> "part-gone";
        };
    }
}

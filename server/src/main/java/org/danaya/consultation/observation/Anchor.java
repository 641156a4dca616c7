package org.danaya.consultation.observation;

/** What an observation is about, in the version that it is about. */
public sealed interface Anchor {

    /** How long a label or what nobody has found may be, in characters. */
    int LONGEST_LABEL = 2_400;

    /** How many characters before and after quoted words are kept. */
    int AROUND = 40;

    /** The whole text. */
    record Whole() implements Anchor {}

    /**
     * A part.
     *
     * @param wId by which all versions name it; empty for what lies outside of all parts
     * @param label as readers call it, such as {@code Article 3}
     */
    record OnPart(String wId, String label) implements Anchor {}

    /**
     * Words of a line.
     *
     * @param wId the part that the line is of; empty for what lies outside of all parts
     * @param label as readers call the part
     * @param line among the lines of that part, from 0
     * @param start in {@link org.danaya.text.flow.Line#text()}, in UTF-16 units
     * @param end the first unit after it
     * @param quote the words themselves
     * @param prefix at most {@link #AROUND} characters before them
     * @param suffix at most {@link #AROUND} characters after them
     */
    record OnSpan(
            String wId,
            String label,
            int line,
            int start,
            int end,
            String quote,
            String prefix,
            String suffix)
            implements Anchor {}

    /**
     * A place that a form names and that nobody has found yet. Such an observation isn't submitted.
     *
     * @param label as the form says it; may be empty
     */
    record Unplaced(String label) implements Anchor {}

    /** As readers call it; empty for the whole text. */
    default String label() {
        return switch (this) {
            case Whole() -> "";
            case OnPart part -> part.label();
            case OnSpan span -> span.label();
            case Unplaced unplaced -> unplaced.label();
        };
    }

    /** The stable code of its kind; words under {@code observation.anchor.CODE}. */
    default String code() {
        return switch (this) {
            case Whole() -> "whole";
            case OnPart _ -> "part";
            case OnSpan _ -> "span";
            case Unplaced _ -> "unplaced";
        };
    }
}

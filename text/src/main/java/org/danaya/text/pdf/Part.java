package org.danaya.text.pdf;

import java.util.List;

/** What follows one another in a book. */
sealed interface Part {

    /**
     * A paragraph.
     *
     * @param tag by which programs know what it is: {@code P}, {@code H1}
     * @param number before its words; may be empty
     * @param names by which links lead to it
     * @param depth of its bookmark, from 1; 0 where it has none
     * @param language where it isn't the book's; may be empty
     * @param marked whether a bar stands beside it
     */
    record Para(
            String tag,
            List<Bit> number,
            List<Bit> bits,
            Shape shape,
            List<String> names,
            int depth,
            String language,
            boolean marked)
            implements Part {

        /** Its words, for a bookmark. */
        String words() {
            StringBuilder words = new StringBuilder();
            number.forEach(bit -> append(bit, words));
            if (!number.isEmpty()) {
                words.append(' ');
            }
            bits.forEach(bit -> append(bit, words));
            return words.toString().strip();
        }

        private static void append(Bit bit, StringBuilder words) {
            switch (bit) {
                case Bit.Words said -> {
                    if (said.become() != Bit.Fate.WENT) {
                        words.append(said.text());
                    }
                }
                case Bit.Turn turn -> words.append(' ');
                case Bit.Call call -> {}
            }
        }
    }

    /**
     * How a paragraph is set.
     *
     * @param size of its letters
     * @param indent of its lines
     * @param before free above it
     * @param after free below it
     * @param keep whether it stays on the page of what follows
     */
    record Shape(float size, float indent, float before, float after, boolean keep) {

        /** From line to line. */
        float leading() {
            return size * 1.42f;
        }
    }

    /**
     * A table.
     *
     * @param columns how many
     * @param indent of its left side
     * @param names by which links lead to it
     */
    record Table(int columns, List<Row> rows, float indent, List<String> names) implements Part {}

    /** A row of a table. */
    record Row(boolean head, List<Cell> cells) {}

    /** A cell at its column; one that only makes the table regular holds nothing. */
    record Cell(int column, int columns, int rows, List<Para> lines) {}
}

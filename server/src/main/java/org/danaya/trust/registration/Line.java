package org.danaya.trust.registration;

import org.danaya.table.Cell;

/**
 * A line of facts.
 *
 * @param label the key of its words
 */
public record Line(String label, Cell cell) {

    static Line text(String label, String text) {
        return new Line(label, new Cell.Text(text));
    }

    static Line code(String label, String text) {
        return new Line(label, new Cell.Code(text));
    }
}

package org.danaya.sigma.engine;

import java.util.List;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.search.Literals;

/**
 * The longest literal of a pattern, by which it is looked for.
 *
 * @param at its place among the parts; -1 where there is no literal
 * @param text empty where there is none
 */
record Piece(int at, String text) {

    static Piece longest(List<Part> parts) {
        Piece longest = new Piece(-1, "");
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Literal(String text)
                    && text.length() > longest.text().length()) {
                longest = new Piece(i, text);
            }
        }
        return longest;
    }

    boolean isThere() {
        return at >= 0;
    }

    byte[] folded() {
        return Folding.fold(text);
    }

    /** Where it stands in the texts of its pattern. */
    Literals.Place place(List<Part> parts) {
        boolean last = at == parts.size() - 1;
        if (at == 0) {
            return last ? Literals.Place.WHOLE : Literals.Place.START;
        }
        return last ? Literals.Place.END : Literals.Place.ANYWHERE;
    }
}

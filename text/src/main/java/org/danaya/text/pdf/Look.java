package org.danaya.text.pdf;

import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Style;

/**
 * How words are drawn.
 *
 * @param scale of the paragraph's size
 * @param rise above the line, in parts of the paragraph's size
 */
record Look(Face face, float scale, float rise, Ink ink, boolean under, boolean struck) {

    static final Look PLAIN = new Look(Face.REGULAR, 1, 0, Ink.TEXT, false, false);

    private static final float SMALL = 0.68f;

    /** How the words of a style are drawn where the words around them are drawn so. */
    Look styled(Style style) {
        Look look = this;
        for (Mark mark : style.marks()) {
            look =
                    switch (mark) {
                        case BOLD, DEFINED -> look.bold();
                        case ITALIC -> look.italic();
                        case UNDERLINE -> look.underlined();
                        case SUPERSCRIPT -> look.raised(0.36f);
                        case SUBSCRIPT -> look.raised(-0.16f);
                    };
        }
        return look;
    }

    Look bold() {
        return new Look(face.bold(), scale, rise, ink, under, struck);
    }

    Look italic() {
        return new Look(face.italic(), scale, rise, ink, under, struck);
    }

    Look underlined() {
        return new Look(face, scale, rise, ink, true, struck);
    }

    Look struckOut() {
        return new Look(face, scale, rise, ink, under, true);
    }

    Look raised(float by) {
        return new Look(face, scale * SMALL, rise + by * scale, ink, under, struck);
    }

    Look in(Ink other) {
        return new Look(face, scale, rise, other, under, struck);
    }
}

package org.danaya.text.docx;

import org.danaya.text.flow.Place;
import org.jspecify.annotations.Nullable;

/**
 * The places of what is around lines, in both versions: lines of the same place need not say it.
 *
 * @param after in the later version
 * @param before in the former version
 */
record Surrounding(Place after, Place before) {

    static final Surrounding NONE = new Surrounding(Place.NOWHERE, Place.NOWHERE);

    /** That of the notes that a paragraph calls. */
    Surrounding in(Paragraph paragraph) {
        return new Surrounding(place(paragraph.after(), after), place(paragraph.before(), before));
    }

    private static Place place(Paragraph.@Nullable Version version, Place otherwise) {
        Place place = version == null ? null : version.place();
        return place == null ? otherwise : place;
    }

    /** Whether a paragraph's place is said already. */
    boolean says(Paragraph paragraph) {
        return place(paragraph.after(), after).equals(after)
                && place(paragraph.before(), before).equals(before);
    }
}

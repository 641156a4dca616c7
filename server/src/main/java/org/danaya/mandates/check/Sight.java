package org.danaya.mandates.check;

import java.util.List;

/** What was seen in a file that a stranger sent. */
sealed interface Sight {

    /**
     * A picture.
     *
     * @param texts of its QR codes, each once; none where none can be read
     */
    record Picture(List<String> texts) implements Sight {}

    /**
     * A PDF.
     *
     * @param texts of the QR codes on its first pages
     * @param scan whether its pages are pictures and nothing else, as a scanner makes them
     */
    record Pages(List<String> texts, boolean scan) implements Sight {}

    /** Neither, or of a kind that can't be opened. */
    record Other() implements Sight {}

    /** A picture of more dots than are opened. */
    record TooLarge() implements Sight {}

    /** It took more time or memory than anybody's file gets. */
    record TooHard() implements Sight {}
}

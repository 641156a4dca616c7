package org.danaya.text.pdf;

import org.danaya.text.form.Footnotes;

/** What follows one another in a paragraph. */
sealed interface Bit {

    /**
     * Words.
     *
     * @param href {@code #name} of a place in the book, or an address outside it; empty where they
     *     lead nowhere
     * @param become what became of them between two versions
     */
    record Words(String text, Look look, String href, Fate become) implements Bit {

        static Words of(String text, Look look) {
            return new Words(text, look, "", Fate.STAYED);
        }
    }

    /** The line ends. */
    record Turn() implements Bit {}

    /** A footnote is called. */
    record Call(Footnotes.Called called, Look look, Fate become) implements Bit {}

    /** What became of words; tags tell it to whoever doesn't see. */
    enum Fate {
        STAYED,
        CAME,
        WENT
    }
}

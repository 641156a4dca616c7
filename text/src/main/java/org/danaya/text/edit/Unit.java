package org.danaya.text.edit;

/**
 * A part of a text that is edited at once.
 *
 * @param address by which {@link Editing} finds it: a part's {@code wId}, or that of the annex that
 *     it is in (none for the text itself), {@code ~} and its name, such as {@code ~preface}
 * @param tag such as {@code article} or {@code preface}
 * @param depth from 0
 * @param number such as {@code Article 3}; may be empty
 * @param heading may be empty
 * @param beginning the first of its own words; may be empty
 * @param holds whether other units lie in it
 */
public record Unit(
        String address,
        String tag,
        int depth,
        String number,
        String heading,
        String beginning,
        boolean holds) {

    /** Whether it can be moved, split, merged and deleted: it has a name of its own. */
    public boolean isPart() {
        return address.indexOf(CONTAINER) < 0;
    }

    static final char CONTAINER = '~';
}

package org.danaya.text.edit;

import java.util.List;
import org.danaya.text.akn.Element;

/**
 * A text after an operation.
 *
 * @param root {@code akomaNtoso}; new parts have no lasting name yet ({@link
 *     org.danaya.text.akn.Identifiers#lasting})
 * @param told what concerns references, which nobody changed but where it says so
 */
public record Edited(Element root, List<Told> told) {

    public Edited {
        told = List.copyOf(told);
    }

    /**
     * A reference that an operation concerns.
     *
     * @param what happened
     * @param unit the address of the unit in which it stands; empty where it stands in none
     * @param words of the reference
     * @param now what the part that is meant is called now; empty where it is gone
     */
    public record Told(What what, String unit, String words, String now) {}

    /** What an operation means for a reference. */
    public enum What {
        /** The part that it led to is gone: its words stay, and lead nowhere. */
        LOST,
        /** The part that it led to was merged into another one, to which it leads now. */
        FOLLOWED,
        /** It leads where it did; its words name the part's former number. */
        STALE,
        /** Words that lead nowhere name a number that is now another part's, or nobody's. */
        MENTION
    }
}

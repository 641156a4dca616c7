package org.danaya.mandates.check;

import java.util.List;
import org.danaya.trust.validation.ValidationOutcome;

/** What a file turns out to be that somebody wants checked. */
sealed interface Exhibit {

    /**
     * A picture, or a text, with codes.
     *
     * @param outcomes one for each code, in the order in which they were found
     * @param picture whether it is a photograph or a scan: nothing that is printed on it is proven
     */
    record Coded(List<CheckOutcome.Decided> outcomes, boolean picture) implements Exhibit {}

    /**
     * A letter, or what wants to be one: a document with the code of a mandate on its first pages.
     *
     * @param verdict on the document: what the register says of its mandate where it is a letter,
     *     byte for byte as it was sealed; else {@code INCONNU_OU_FALSIFIE}, whatever its code says
     * @param named where it is no such letter: what is known of what its codes name
     * @param signatures what its signatures say
     */
    record Letter(
            CheckOutcome.Decided verdict,
            List<CheckOutcome.Decided> named,
            ValidationOutcome signatures)
            implements Exhibit {}

    /**
     * Another document that can be signed.
     *
     * @param signatures what its signatures say
     */
    record Document(ValidationOutcome signatures) implements Exhibit {}

    /**
     * Nothing that can be checked.
     *
     * @param why what to do instead
     */
    record Unreadable(CheckFault why) implements Exhibit {}
}

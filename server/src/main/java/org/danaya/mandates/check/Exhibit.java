package org.danaya.mandates.check;

import java.util.List;
import org.danaya.trust.validation.ValidationOutcome;

/** What a file turns out to be that somebody wants checked. */
sealed interface Exhibit {

    /**
     * A picture, or a text, with codes.
     *
     * @param outcomes one for each code, in the order in which they were found
     */
    record Coded(List<CheckOutcome> outcomes) implements Exhibit {}

    /**
     * A document that can be signed.
     *
     * @param outcomes of the seals on its first pages; often none
     * @param signatures what its signatures say
     */
    record Document(List<CheckOutcome> outcomes, ValidationOutcome signatures) implements Exhibit {}

    /**
     * Nothing that can be checked.
     *
     * @param code names it: the words are under {@code mandates.check.unreadable.CODE}
     */
    record Unreadable(String code) implements Exhibit {}
}

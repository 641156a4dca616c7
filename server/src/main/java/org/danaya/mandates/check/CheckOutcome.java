package org.danaya.mandates.check;

import java.util.Optional;
import org.danaya.mandates.Known;
import org.danaya.mandates.position.portal.PositionVerdict;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.ShortCode;

/** What becomes of something that is shown. */
sealed interface CheckOutcome {

    /**
     * One of the six verdicts.
     *
     * @param known the mandate in the register, where it is there for the public
     * @param position the verdict where it is about an official position: then it is this one
     */
    record Decided(
            MandateVerdict verdict, Optional<Known> known, Optional<PositionVerdict> position)
            implements CheckOutcome {

        Decided(MandateVerdict verdict, Optional<Known> known) {
            this(verdict, known, Optional.empty());
        }
    }

    /** The code isn't written as any code is: nothing was looked for. */
    record Mistyped(ShortCode.Reading reading) implements CheckOutcome {}
}

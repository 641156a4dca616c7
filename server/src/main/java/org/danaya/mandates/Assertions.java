package org.danaya.mandates;

import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.signin.AssertionOutcome;

/** Whether a person confirmed some content with a passkey, just now. */
@FunctionalInterface
interface Assertions {

    /** As {@link org.danaya.signin.FreshAssertions#answer}. */
    AssertionOutcome answer(
            UUID account, String what, byte[] content, String challenge, String credential);

    /**
     * The id of the evidence.
     *
     * @throws Fault {@link MandateFault#NOT_CONFIRMED}
     */
    default UUID need(
            UUID account, String what, byte[] content, String challenge, String credential) {
        if (answer(account, what, content, challenge, credential)
                instanceof AssertionOutcome.Confirmed(AssertionOutcome.Evidence evidence)) {
            return evidence.id();
        }
        throw new Fault(MandateFault.NOT_CONFIRMED);
    }
}

package org.danaya.trust.signature;

import java.util.UUID;
import org.danaya.signin.AssertionOutcome;

/** Whether a person confirmed some content with a passkey, just now. */
@FunctionalInterface
interface Assertions {

    AssertionOutcome answer(
            UUID account, String what, byte[] content, String challenge, String credential);
}

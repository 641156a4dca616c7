package org.danaya.mandates;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.signin.AssertionOutcome;

/** Whether a person confirmed some content with a passkey, just now. */
@FunctionalInterface
public interface Assertions {

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

    /** What a passkey confirms about mandates: what is done, and the hash of each one's content. */
    static byte[] statement(String act, List<Mandate.Head> mandates) {
        StringBuilder text = new StringBuilder("danaya mandate " + act + " v1\n");
        mandates.stream()
                .sorted(Comparator.comparing(Mandate.Head::id))
                .forEach(
                        head ->
                                text.append(head.number())
                                        .append(' ')
                                        .append(HexFormat.of().formatHex(Sha256.of(head.content())))
                                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

package org.danaya.trust.seal;

import java.util.Optional;
import java.util.UUID;
import org.danaya.access.ActingFor;
import org.danaya.base.Fault;
import org.danaya.page.Words;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName.About;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.SignedFor;
import org.danaya.verify.mandate.Power;

/**
 * By what people have a structure's seal put: the power to sign in its name, from the first time on
 * that an office of the structure was recorded with it. Before that, the role of keeping the seal.
 */
final class SealNames {

    private final ActingFor acting;
    private final Words words;

    SealNames(ActingFor acting, Words words) {
        this.acting = acting;
        this.words = words;
    }

    /**
     * For an officer who sees what it is and confirms it.
     *
     * @throws Fault {@link org.danaya.access.AccessFault#NO_BASIS}
     */
    Optional<SignedFor> confirmed(UUID account, UUID structure) {
        return acting.confirmed(account, structure, Power.SIGN, About.NOTHING)
                .map(held -> SignedFor.of(words, held));
    }

    /**
     * For a program, by who answers for its key.
     *
     * @throws Fault {@link org.danaya.access.AccessFault#NO_BASIS}
     */
    Optional<SignedFor> ofProgram(UUID answers, UUID structure) {
        return acting.unseen(answers, structure, Power.SIGN, About.NOTHING)
                .map(held -> SignedFor.of(words, held));
    }

    /**
     * Faults where what was confirmed doesn't stand any more.
     *
     * @throws Fault {@link SignatureFault#NOT_IN_NAME}, {@link
     *     org.danaya.access.AccessFault#NO_BASIS}
     */
    void needStanding(UUID account, UUID structure, Optional<SignedFor> name) {
        Optional<Basis> confirmed = name.map(SignedFor::basis);
        Optional<Basis> now =
                confirmed.isPresent()
                        ? acting.find(account, Power.SIGN, confirmed.get().id())
                                .map(held -> held.basis())
                        : confirmed(account, structure).map(SignedFor::basis);
        if (!now.equals(confirmed)) {
            throw new Fault(SignatureFault.NOT_IN_NAME);
        }
    }
}

package org.danaya.trust.signature;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.ActingFor;
import org.danaya.base.Fault;
import org.danaya.page.Words;
import org.danaya.people.InWhoseName;
import org.danaya.verify.mandate.Power;

/** With which certificate and in whose name accounts sign. */
public final class SigningMeans {

    private final SigningKeys keys;
    private final ActingFor acting;
    private final Words words;

    SigningMeans(SigningKeys keys, ActingFor acting, Words words) {
        this.keys = keys;
        this.acting = acting;
        this.words = words;
    }

    /** All by which an account can sign in a structure's name now. */
    public List<InWhoseName.Held> names(UUID account) {
        return acting.all(account, Power.SIGN);
    }

    /** The certificate that an account signs with, if it has one. */
    Optional<SigningKeys.Holder> certificate(UUID account) {
        return keys.of(account).stream().findFirst();
    }

    /**
     * The certificate that an account signs with.
     *
     * @throws Fault {@link SignatureFault#NO_CERTIFICATE}
     */
    SigningKeys.Holder needed(UUID account) {
        return certificate(account).orElseThrow(() -> new Fault(SignatureFault.NO_CERTIFICATE));
    }

    /**
     * In whose name an account would sign.
     *
     * @param basis the id of an office or a mandate; empty for the person's own name
     * @throws Fault {@link SignatureFault#NOT_IN_NAME}
     */
    Optional<SignedFor> name(UUID account, Optional<UUID> basis) {
        return basis.map(
                id ->
                        acting.find(account, Power.SIGN, id)
                                .map(held -> SignedFor.of(words, held))
                                .orElseThrow(() -> new Fault(SignatureFault.NOT_IN_NAME)));
    }

    /**
     * What a signer confirms: the request, the certificate, in whose name, and on a line each the
     * hash of every document as it is now.
     *
     * @param basis as {@link #names} has it; empty for their own name
     * @throws Fault {@link SignatureFault#WRONG_STATE}, {@link SignatureFault#NO_CERTIFICATE},
     *     {@link SignatureFault#NOT_IN_NAME}
     */
    public byte[] statement(SigningRequest request, UUID account, Optional<UUID> basis) {
        Signer signer =
                request.signer(account)
                        .filter(request::turn)
                        .orElseThrow(() -> new Fault(SignatureFault.WRONG_STATE));
        return SigningStatement.of(
                request, signer, needed(account).certificate(), name(account, basis));
    }

    /**
     * Faults where what lets a signer sign in another's name doesn't any more, hours after the
     * confirmation too.
     *
     * @throws Fault {@link SignatureFault#NOT_IN_NAME}
     */
    void needStanding(UUID account, Signer signer) {
        if (signer.name().isPresent()) {
            SignedFor confirmed = signer.name().get();
            Optional<SignedFor> now = name(account, Optional.of(confirmed.basis().id()));
            if (!now.map(SignedFor::basis).equals(Optional.of(confirmed.basis()))) {
                throw new Fault(SignatureFault.NOT_IN_NAME);
            }
        }
    }
}

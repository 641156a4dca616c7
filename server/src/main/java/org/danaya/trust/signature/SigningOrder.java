package org.danaya.trust.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.trust.signature.ades.Appearance;
import org.danaya.trust.validation.SignedFile;

/**
 * What is to be signed, and how.
 *
 * @param files one, or several for a container
 * @param at the signing time that the signature claims
 * @param role the function that the signer claims; empty for none
 * @param appearance where it shows, for a PDF
 */
public record SigningOrder(
        SignatureForm form,
        SignatureLevel level,
        List<SignedFile> files,
        Instant at,
        String role,
        Optional<Appearance> appearance) {

    /** Refuses an order for no file, or for several outside a container. */
    public SigningOrder {
        files = List.copyOf(files);
        if (files.isEmpty() || (files.size() > 1 && !form.isContainer())) {
            throw new IllegalArgumentException(files.size() + " files as " + form);
        }
    }
}

/**
 * Makes electronic signatures and seals: PAdES, XAdES, CAdES, JAdES and ASiC-E, from B-B to B-LTA
 * (EN 319 142, 319 132, 319 122, TS 119 182, EN 319 162), with our own timestamps and status.
 *
 * <p>{@link org.danaya.trust.signature.AdesEngine} builds what is signed and puts the signature
 * back; the key signs in its token. {@link org.danaya.trust.signature.SigningRequests} is how
 * people sign: a request with its files and signers, draft, open, then done, declined or withdrawn.
 *
 * <p>Invariants: a holder's key signs only what the holder confirmed with a passkey, whose
 * challenge commits to the hash of each file as it was then and to the certificate; while one
 * signer's signatures are being made, nobody else confirms; the signed file, the record, the act
 * and the leaf of a signature are one transaction.
 *
 * <p>Never: a private key outside {@code crypto}; a signature without its evidence; a file shown to
 * whom the request doesn't concern; a request to the network because of what a document says.
 */
@ApplicationModule(
        displayName = "Trust: signature",
        allowedDependencies = {
            "base",
            "crypto",
            "form",
            "page",
            "jobs",
            "log",
            "people",
            "access",
            "signin",
            "edge",
            "trust.authority",
            "trust.validation"
        })
@NullMarked
package org.danaya.trust.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

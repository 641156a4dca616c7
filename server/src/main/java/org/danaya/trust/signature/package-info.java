/**
 * Makes electronic signatures and seals: PAdES, XAdES, CAdES, JAdES and ASiC-E, from B-B to B-LTA
 * (EN 319 142, 319 132, 319 122, TS 119 182, EN 319 162), with our own timestamps and status.
 *
 * <p>{@link org.danaya.trust.signature.AdesEngine} builds what is signed and puts the signature
 * back; the key signs in its token. A holder's key signs only for a request that the holder
 * confirmed with a passkey, whose challenge commits to the hashes of the documents.
 *
 * <p>Never: a private key outside {@code crypto}; a signature without its evidence; a request to
 * the network because of what a document says.
 */
@ApplicationModule(
        displayName = "Signature",
        allowedDependencies = {"base", "crypto", "trust.validation"})
@NullMarked
package org.danaya.trust.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

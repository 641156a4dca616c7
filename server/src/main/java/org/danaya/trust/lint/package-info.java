/**
 * Looks at a certificate before it is signed: does it keep the standards that bind its kind, and is
 * it what its profile says?
 *
 * <p>Each rule is a small class for one clause, with a stable id, and words under {@code lint.ID}.
 * They are chosen once for a profile and an issuer; the certificate is parsed once for all of them.
 * What is clean leaves as a {@link org.danaya.trust.lint.LintedTbs}, which alone can be redeemed
 * for a signature, once.
 *
 * <p>{@code zlint}, where it is installed, is asked for a second opinion, never on the way of mass
 * issuance.
 */
@ApplicationModule(
        displayName = "Trust: lint",
        allowedDependencies = {"crypto", "trust.der", "trust.profile"})
@NullMarked
package org.danaya.trust.lint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

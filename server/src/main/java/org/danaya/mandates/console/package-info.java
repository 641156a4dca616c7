/**
 * Mandates as officers, grantors and holders see them: the register, one mandate, its drafting, the
 * confirmation by a passkey of who approves and who signs, suspension and revocation, the powers of
 * offices, and what each person holds.
 *
 * <p>Under {@code /console/mandates} a right reaches the structures that it was given for: of what
 * lies beyond, a page says no more than that it isn't there. Under {@code /account/mandates} a
 * person sees what they hold and what they may sign, whatever their roles.
 *
 * <p>Never: a passkey asked for anything but what the page shows; a mandate changed without the
 * services of {@link org.danaya.mandates.Mandates}.
 */
@NullMarked
package org.danaya.mandates.console;

import org.jspecify.annotations.NullMarked;

/**
 * Official positions as officers and signers see them: the register, one position, its drafting,
 * the confirmation by a passkey of who validates and who signs, withdrawal; and what is told to
 * some kinds of structure only.
 *
 * <p>Under {@code /console/official-positions} a right reaches the structures that it was given
 * for: of what lies beyond, a page says no more than that it isn't there. Under {@code
 * /account/official-positions} a person sees what waits for their signature and what is told to
 * them, whatever their roles.
 *
 * <p>Never: a passkey asked for anything but what the page shows.
 */
@NullMarked
package org.danaya.mandates.position.console;

import org.jspecify.annotations.NullMarked;

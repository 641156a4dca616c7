/**
 * What anybody may ask about a mandate, without an account: the page, the interface for programs
 * and the command {@code danaya verify}.
 *
 * <p>What is shown can be a short code, the text of a seal, a picture of its QR, or a file that
 * bears one. The answer is one of the six verdicts ({@link
 * org.danaya.verify.mandate.MandateVerdict}), decided by the function that verifiers without a
 * network use, from the register as it is now.
 *
 * <p>Invariants: a mandate that was never signed is not in the register for the public; what a seal
 * claims is shown only where the register says the same.
 *
 * <p>Never: a trace of who looked for whom, so that nothing here writes to the log, to the journal
 * or to the database; what was typed in an address; more of a person than name, function,
 * structure, scope and dates.
 */
@NamedInterface("check")
@NullMarked
package org.danaya.mandates.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

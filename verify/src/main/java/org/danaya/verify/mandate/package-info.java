/**
 * Everything a third person needs to check a mandate, with or without a network.
 *
 * <p>What a bearer carries is a seal ({@link org.danaya.verify.mandate.MandateSeal}), the text in a
 * QR; what a person can type is a {@link org.danaya.verify.mandate.ShortCode}. Who checks pins an
 * {@link org.danaya.verify.mandate.Anchor} that did not come from the server that is checked, and
 * has a {@link org.danaya.verify.mandate.Snapshot}: the keys that seal, the lists of what was
 * revoked or suspended, and a checkpoint of the log, each signed for itself. {@link
 * org.danaya.verify.mandate.MandateCheck} says from these one of exactly six verdicts ({@link
 * org.danaya.verify.mandate.MandateVerdict}); the server that holds the register calls the same
 * function. {@link org.danaya.verify.mandate.Remembered} is what a verifier keeps, to find a server
 * that takes back a revocation or shows another log.
 *
 * <p>The formats are in {@code docs/reference/mandate-seal.md}: COSE_Sign1 (RFC 9052) with CWT
 * claims (RFC 8392) in base45 (RFC 9285), and the IETF's Token Status List. Their writers are here
 * too, so that there is one implementation: each gives the exact bytes to be signed to a caller who
 * holds the key, and takes the signature. No private key comes here.
 *
 * <p>Foreign bytes never cause an exception, and every reader has a limit. Nothing here asks for
 * the time or opens a network connection.
 */
@NullMarked
package org.danaya.verify.mandate;

import org.jspecify.annotations.NullMarked;

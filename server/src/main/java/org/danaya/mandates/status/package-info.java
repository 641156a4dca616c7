/**
 * What verifiers trust and fetch: the keys, the seals of mandates, and the signed lists of how all
 * mandates stand.
 *
 * <p>Three kinds of key, all P-256 ({@link org.danaya.mandates.status.KeyUse}): the anchor, which
 * verifiers pin and which signs the set of the others; keys that seal mandates; keys that sign
 * status lists, in the edge's token. Each is made when it is first needed or its predecessor comes
 * to its end, as an act and with a leaf of the public log.
 *
 * <p>{@link org.danaya.mandates.status.MandateSeals} gives the seal that a bearer carries. {@link
 * org.danaya.mandates.status.StatusPublisher} looks at the whole register as soon as something
 * changed, and every few minutes; it signs the lists and lays them beside the anchor, the key set
 * and a snapshot of all as published files, which the edge serves ({@link
 * org.danaya.mandates.status.MandateFiles}), with the platform or without.
 *
 * <p>Invariants: a mandate has one seal, always the same; a list is never signed with a key that
 * isn't in the key set published beside it; only what is final is told as revoked; nothing is
 * published from a restored database before its operator has confirmed that the log goes on.
 *
 * <p>Never: a name in a status list; a private key outside of its token.
 */
@NamedInterface("status")
@NullMarked
package org.danaya.mandates.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

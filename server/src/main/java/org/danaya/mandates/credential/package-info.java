/**
 * Mandates for wallets: SD-JWT VC (draft-ietf-oauth-sd-jwt-vc, RFC 9901 for SD-JWT), of which the
 * bearer discloses what the occasion asks for.
 *
 * <p>A credential is made for its bearer each time they ask, with salts of its own, by a key that
 * seals mandates; nothing of it is kept. Whether the mandate still holds is in the status list that
 * it points to.
 *
 * <p>Never: a credential of a mandate that doesn't stand; one for anybody but its bearer.
 */
@NullMarked
package org.danaya.mandates.credential;

import org.jspecify.annotations.NullMarked;

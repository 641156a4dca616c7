/**
 * Asks a foreign provider who somebody is (OpenID Connect Core 1.0, authorization code with PKCE).
 *
 * <p>An attempt is a row that lives for minutes: it begins when the browser leaves for the provider
 * and is taken up once, by the browser that began it (a cookie proves that). What comes back is a
 * subject of the provider, or why there is none: {@link org.danaya.signin.oidc.OidcReturn}. Nothing
 * else is asked of the provider, and nothing else that it tells is kept.
 *
 * <p>Invariants: nothing is asked before somebody wants to sign in, so that a provider that is down
 * never keeps the platform from starting; an id token counts only if it is signed by the provider
 * with an asymmetric algorithm, is of our issuer, for our client, unexpired, and carries the nonce
 * of this attempt.
 *
 * <p>It must never know whose account a subject opens: that is {@code signin}, above.
 */
@NullMarked
package org.danaya.signin.oidc;

import org.jspecify.annotations.NullMarked;

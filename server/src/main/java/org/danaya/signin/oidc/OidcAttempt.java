package org.danaya.signin.oidc;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to the provider and back.
 *
 * @param nonce what the id token must carry, hashed (OpenID Connect Core §15.5.2)
 * @param verifier the secret half of the code challenge (RFC 7636)
 * @param account who wants to bind the subject that comes back; null for whoever signs in
 * @param next where to go afterwards
 */
public record OidcAttempt(String nonce, String verifier, @Nullable UUID account, String next) {}

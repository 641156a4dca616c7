/**
 * Passkeys (WebAuthn Level 3) and, beside them, recovery codes: how an account gets them, loses
 * them, and opens with them.
 *
 * <p>A challenge is a row that lives for minutes, serves for one purpose, and is taken up once,
 * whatever came of it. An authenticator knows an account by a random handle that says nothing.
 *
 * <p>Invariants: a passkey belongs to one account for good; of a recovery code only a hash is kept,
 * and it opens once.
 */
@NullMarked
package org.danaya.signin.passkey;

import org.jspecify.annotations.NullMarked;

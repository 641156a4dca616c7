/**
 * How people prove who they are, and what a request may do: passkeys, recovery codes, sessions, and
 * Spring Security, which enforces the rights that routes declare.
 *
 * <p>A passkey (Web Authentication Level 3) proves a person; there is no password anywhere. A
 * recovery code opens a session in which nothing can be done but make a passkey.
 *
 * <p>A session is a row: it ends after idleness, after a working day, when its person says so, and
 * at once when the account is barred. What a request may do is read from the account's roles at
 * each request, never kept in the session. A sensitive act takes a passkey assertion of the last
 * minutes; an official one takes an assertion whose challenge commits to what is signed ({@link
 * org.danaya.signin.FreshAssertions}), and keeps the evidence.
 *
 * <p>A program shows an API key instead, to the API alone ({@link org.danaya.signin.Bearers}); no
 * session and no form's mark is asked of it, and nothing that takes a passkey is open to it.
 *
 * <p>Invariants: a route that declares nothing is refused to everyone; a challenge is used once;
 * user verification is always required; no answer tells whether an account exists; no secret and no
 * name of a person is in an address or a log line.
 */
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {"base", "store", "page", "form", "gate", "access"})
@NullMarked
package org.danaya.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

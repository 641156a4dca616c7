package org.danaya.signin.oidc;

import java.util.Locale;

/** Who came back from the provider. */
public sealed interface OidcReturn {

    /**
     * The provider says who it is.
     *
     * @param subject the provider's name for the person, at most 255 letters
     */
    record Identified(OidcAttempt attempt, String issuer, String subject) implements OidcReturn {}

    /** Nobody is known by what came back. */
    record Refused(Reason reason) implements OidcReturn {}

    /** The provider doesn't answer. */
    record Unreachable() implements OidcReturn {}

    /** Why nobody is known. */
    enum Reason {
        /** The attempt is unknown, taken up, too old, or another browser's. */
        NO_ATTEMPT,
        /** The provider, or the person at the provider, said no. */
        DENIED,
        /** The answer names another issuer (RFC 9207). */
        OTHER_ISSUER,
        /** The code or the id token isn't right. */
        WRONG_TOKEN;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

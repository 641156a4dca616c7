package org.danaya.signin.oidc;

import java.net.URI;
import org.danaya.base.Secret;

/** How leaving for the provider went. */
public sealed interface OidcDeparture {

    /**
     * The browser may leave.
     *
     * @param to the provider's page
     * @param browser what the browser must bring back, in a cookie
     */
    record Ready(URI to, Secret browser) implements OidcDeparture {}

    /** The provider doesn't answer, or not as a provider does. */
    record Unreachable() implements OidcDeparture {}
}

package org.danaya.signin.oidc;

import java.net.URI;
import java.util.function.Supplier;
import org.danaya.base.Secret;

/**
 * What this platform is to its provider.
 *
 * @param issuer the provider's issuer identifier
 * @param id the name under which the provider knows us
 * @param name what people call the provider
 * @param back where the provider sends people back; known once the program listens
 */
public record OidcClient(URI issuer, String id, Secret secret, String name, Supplier<String> back) {

    /** Whether an issuer can be asked: over TLS, or on this machine. */
    public static boolean fit(URI issuer) {
        String host = issuer.getHost();
        return host != null
                && issuer.getRawQuery() == null
                && issuer.getRawFragment() == null
                && ("https".equals(issuer.getScheme())
                        || ("http".equals(issuer.getScheme())
                                && (host.equals("localhost") || host.equals("127.0.0.1"))));
    }
}

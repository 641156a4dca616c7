package org.danaya.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The address under which people reach the portal. Passkeys belong to its host (their relying
 * party, WebAuthn §4) and work on its origin only.
 */
@Component
public final class PublicAddress {

    private final Optional<URI> given;
    private volatile int port;

    PublicAddress(Settings settings) {
        this.given = settings.find(AccessSettings.PUBLIC_URL);
        given.filter(url -> !fit(url))
                .ifPresent(
                        url -> {
                            throw new Fault(AccessFault.PUBLIC_URL_UNFIT, url);
                        });
    }

    @EventListener
    void listening(WebServerInitializedEvent server) {
        if (server.getApplicationContext().getServerNamespace() == null) {
            port = server.getWebServer().getPort();
        }
    }

    /** Scheme, host and port, without a slash at the end. Known once the program listens. */
    public String origin() {
        return given.map(PublicAddress::origin).orElseGet(() -> "http://localhost:" + port);
    }

    /** The address of a page, for links that leave the platform. */
    public URI page(String path) {
        return URI.create(origin() + path);
    }

    /** The link that carries an invitation's secret, behind a {@code #} that no server sees. */
    public URI invitation(Secret token) {
        return page("/enrol#" + token.reveal());
    }

    /** The host, to which passkeys belong. */
    public String host() {
        return given.map(URI::getHost).orElse("localhost");
    }

    /** Whether people come over TLS. */
    public boolean secure() {
        return given.map(url -> "https".equals(url.getScheme())).orElse(false);
    }

    private static String origin(URI url) {
        String origin = url.getScheme() + "://" + url.getHost();
        boolean usual =
                url.getPort() == -1
                        || (url.getPort() == 443 && "https".equals(url.getScheme()))
                        || (url.getPort() == 80 && "http".equals(url.getScheme()));
        return usual ? origin : origin + ":" + url.getPort();
    }

    /** A browser makes passkeys over TLS for a name, or on {@code localhost}. */
    private static boolean fit(URI url) {
        String host = url.getHost();
        if (host == null || !host.equals(host.toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean local = host.equals("localhost") || host.endsWith(".localhost");
        boolean number = host.startsWith("[") || host.matches("[0-9.]+");
        boolean path = !url.getRawPath().isEmpty() && !url.getRawPath().equals("/");
        return switch (url.getScheme()) {
            case "https" -> !number && !path;
            case "http" -> local && !path;
            default -> false;
        };
    }
}

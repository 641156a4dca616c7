package org.danaya.gate;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.danaya.base.ClientAddress;

/**
 * Gives a request that came by a trusted proxy the address of its client, and the scheme that the
 * client used. The headers stay, so that whoever asks can see that a proxy stood between.
 *
 * <p>The server's own way trusts every private network, takes any text for an address, and lets the
 * proxy's client name the host; this one does none of it.
 */
final class BehindProxy extends ValveBase {

    private static final int HTTPS_PORT = 443;

    private final Set<InetAddress> proxies;

    BehindProxy(Set<InetAddress> proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<ClientAddress> peer =
                ClientAddress.of(request.getRemoteAddr())
                        .filter(direct -> proxies.contains(direct.address()));
        if (peer.isPresent()) {
            String client = peer.get().behind(proxies, forwarded(request)).toString();
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            if ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
                request.getCoyoteRequest().setServerPort(HTTPS_PORT);
            }
        }
        getNext().invoke(request, response);
    }

    private static Optional<String> forwarded(Request request) {
        return Optional.of(
                        String.join(",", Collections.list(request.getHeaders("X-Forwarded-For"))))
                .filter(values -> !values.isEmpty());
    }
}

package org.danaya.edge;

import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.danaya.base.Fault;
import org.danaya.base.ProxySettings;
import org.danaya.base.Settings;
import org.danaya.page.Words;

/** The edge's server, running. */
public final class Edge implements AutoCloseable {

    /** Kept here, since a logger that nobody holds forgets its level. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** What it says, a fault says better. */
    private static final Logger HELIDON_START = Logger.getLogger("io.helidon.webserver.LoomServer");

    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int PROLOGUE_BYTES = 8_192;

    private final WebServer server;
    private final String host;

    private Edge(WebServer server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Starts the server; when this ends, it answers. The port and the limits are those of {@link
     * EdgeSettings}.
     *
     * @throws Fault {@link EdgeFault#CANNOT_LISTEN}
     */
    public static Edge start(
            Settings settings,
            Words words,
            MeterRegistry registry,
            SecureRandom random,
            List<EdgeHandler> handlers) {
        HELIDON.setLevel(Level.WARNING);
        HELIDON_START.setLevel(Level.OFF);
        List<EdgeHandler> all = new ArrayList<>(handlers);
        all.add(new Health(handlers));
        Figures figures = new Figures(registry);
        int key = random.nextInt();
        Set<InetAddress> proxies = ProxySettings.trusted(settings);
        Answers answers =
                new Answers(
                        all,
                        new Problems(words),
                        new RateLimit(
                                settings.get(EdgeSettings.REQUESTS_PER_ADDRESS),
                                key,
                                System::nanoTime),
                        proxies,
                        figures,
                        key);
        Duration timeout = settings.get(EdgeSettings.REQUEST_TIMEOUT);
        Connections connections =
                new Connections(
                        http(settings),
                        settings.get(EdgeSettings.CONNECTIONS_PER_ADDRESS),
                        timeout,
                        proxies,
                        key,
                        figures);
        String host = settings.get(EdgeSettings.ADDRESS);
        int port = settings.get(EdgeSettings.PORT);
        WebServerConfig.Builder config =
                WebServer.builder()
                        .host(host)
                        .port(port)
                        .shutdownHook(false)
                        .protocolsDiscoverServices(false)
                        .featuresDiscoverServices(false)
                        .addConnectionSelector(connections)
                        .routing(HttpRouting.builder().any(answers))
                        .directHandlers(refusals(answers))
                        .connectionOptions(options -> options.tcpNoDelay(true))
                        .maxPayloadSize(answers.bodyLimit())
                        .maxTcpConnections(settings.get(EdgeSettings.CONNECTIONS))
                        .maxConcurrentRequests(settings.get(EdgeSettings.REQUESTS))
                        .idleConnectionTimeout(timeout)
                        .idleConnectionPeriod(WATCH)
                        .shutdownGracePeriod(GRACE);
        WebServer server = config.build().start();
        if (!server.isRunning()) {
            throw new Fault(
                    EdgeFault.CANNOT_LISTEN, host, Integer.toString(port), reason(host, port));
        }
        return new Edge(server, host);
    }

    /** Where it listens. */
    public URI address() {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + server.port() + "/");
    }

    /** Ends the server: what is being answered gets two seconds. */
    @Override
    public void close() {
        server.stop();
    }

    private static Http1ConnectionSelector http(Settings settings) {
        return Http1ConnectionSelector.builder()
                .config(
                        Http1Config.builder()
                                .maxPrologueLength(PROLOGUE_BYTES)
                                .maxHeadersSize(settings.get(EdgeSettings.HEADER_BYTES))
                                .build())
                .build();
    }

    private static DirectHandlers refusals(Answers answers) {
        DirectHandlers.Builder refusals = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            refusals.addHandler(type, answers);
        }
        return refusals.build();
    }

    /** Why the server doesn't listen, which it keeps to itself. */
    private static String reason(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
            return "?";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}

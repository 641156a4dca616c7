package org.danaya.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.danaya.base.Fault;
import org.danaya.base.ProxySettings;
import org.danaya.base.Settings;
import org.danaya.page.Words;

/** The edge's server, running. */
public final class Edge implements AutoCloseable {

    private final Listener listener;
    private final URI address;

    private Edge(Listener listener, URI address) {
        this.listener = listener;
        this.address = address;
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
        return start(settings, words, registry, random, handlers, System::nanoTime);
    }

    /** Starts it with a time of its own that its limits are held to. */
    static Edge start(
            Settings settings,
            Words words,
            MeterRegistry registry,
            SecureRandom random,
            List<EdgeHandler> handlers,
            LongSupplier nanoTime) {
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
                                settings.get(EdgeSettings.REQUESTS_PER_ADDRESS), key, nanoTime),
                        proxies,
                        figures,
                        key);
        String host = settings.get(EdgeSettings.ADDRESS);
        int port = settings.get(EdgeSettings.PORT);
        try {
            Listener listener =
                    Listener.start(
                            new InetSocketAddress(InetAddress.getByName(host), port),
                            settings,
                            answers,
                            figures,
                            proxies,
                            key,
                            nanoTime);
            String literal = host.contains(":") ? "[" + host + "]" : host;
            return new Edge(
                    listener, URI.create("http://" + literal + ":" + listener.port() + "/"));
        } catch (IOException e) {
            throw new Fault(
                    e,
                    EdgeFault.CANNOT_LISTEN,
                    host,
                    Integer.toString(port),
                    String.valueOf(e.getMessage()));
        }
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** Ends the server: what is being answered gets two seconds. */
    @Override
    public void close() {
        listener.close();
    }

    /** Ends the server and gives what is being answered so long. */
    void close(Duration grace) {
        listener.close(grace);
    }
}

package org.danaya.bench.peers.percolator;

import java.util.Map;
import java.util.function.Supplier;
import org.opensearch.common.network.NetworkService;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.util.BigArrays;
import org.opensearch.common.util.PageCacheRecycler;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.indices.breaker.CircuitBreakerService;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.plugins.NetworkPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.telemetry.tracing.Tracer;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.Transport;

/** Gives a node no network. */
public final class NoNetworkPlugin extends Plugin implements NetworkPlugin {

    /** What the settings of the node call it. */
    static final String NAME = "none";

    @Override
    public Map<String, Supplier<Transport>> getTransports(
            Settings settings,
            ThreadPool threads,
            PageCacheRecycler pages,
            CircuitBreakerService breakers,
            NamedWriteableRegistry registry,
            NetworkService network,
            Tracer tracer) {
        return Map.of(NAME, NoNetwork::new);
    }

    @Override
    public Map<String, Supplier<HttpServerTransport>> getHttpTransports(
            Settings settings,
            ThreadPool threads,
            BigArrays arrays,
            PageCacheRecycler pages,
            CircuitBreakerService breakers,
            NamedXContentRegistry registry,
            NetworkService network,
            HttpServerTransport.Dispatcher dispatcher,
            ClusterSettings cluster,
            Tracer tracer) {
        return Map.of(NAME, NoNetwork.NoHttp::new);
    }
}

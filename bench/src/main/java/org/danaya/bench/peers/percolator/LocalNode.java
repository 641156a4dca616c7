package org.danaya.bench.peers.percolator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.percolator.PercolatorModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginInfo;

/**
 * A node of OpenSearch with the percolator: alone, without a network, with one thread to search.
 */
final class LocalNode extends Node {

    private LocalNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(
                        settings, Map.of(), null, () -> "bench"),
                List.of(plugin(PercolatorModulePlugin.class), plugin(NoNetworkPlugin.class)),
                false);
    }

    /**
     * Starts one.
     *
     * @param home an empty folder
     */
    static LocalNode start(Path home) throws IOException {
        Settings settings =
                Settings.builder()
                        .put("path.home", home.toString())
                        .put("cluster.name", "bench")
                        .put("discovery.type", "single-node")
                        .put("transport.type", NoNetworkPlugin.NAME)
                        .put("http.type", NoNetworkPlugin.NAME)
                        .put("node.processors", 1)
                        .put("thread_pool.search.size", 1)
                        .put("search.concurrent_segment_search.mode", "none")
                        .put("indices.query.bool.max_clause_count", 100_000)
                        .put("cluster.routing.allocation.disk.threshold_enabled", false)
                        .build();
        LocalNode node = new LocalNode(settings);
        try {
            node.start();
        } catch (NodeValidationException e) {
            throw new IOException(e);
        }
        return node;
    }

    private static PluginInfo plugin(Class<? extends Plugin> type) {
        return new PluginInfo(
                type.getSimpleName(),
                "for the bench",
                "1",
                Version.CURRENT,
                "25",
                type.getName(),
                List.of(),
                false);
    }
}

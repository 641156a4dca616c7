package org.danaya.edge;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.page.Words;
import org.danaya.store.Home;
import org.danaya.store.StoreFault;
import org.danaya.store.StoreSettings;

/**
 * The edge without the platform: {@code danaya run --role edge}. It reads the published files of a
 * home, or of a copy of them; it takes no lock, writes nothing and needs no database, so that any
 * number of edges may serve one home.
 */
public final class EdgeAlone {

    private EdgeAlone() {}

    /** Starts an edge that serves the public log of the home in the settings. */
    public static Edge start(Settings settings, Words words, Clock clock) {
        return start(settings, words, clock, _ -> List.of());
    }

    /**
     * Starts an edge that serves the files of the home in the settings.
     *
     * @param more makes the handlers of modules above that need no platform
     */
    public static Edge start(
            Settings settings, Words words, Clock clock, Function<Home, List<EdgeHandler>> more) {
        Home home = new Home(settings.get(StoreSettings.HOME).toAbsolutePath().normalize());
        if (!Files.isReadable(home.path())) {
            throw new Fault(StoreFault.HOME_UNUSABLE, home.path(), "not readable");
        }
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<EdgeHandler> handlers = new ArrayList<>();
        handlers.add(
                new LogFiles(
                        new PublishedLog(home.log(), clock),
                        new TileCache(settings.get(EdgeSettings.CACHE))));
        handlers.addAll(more.apply(home));
        if (settings.get(EdgeSettings.METRICS)) {
            handlers.add(new Metrics(registry));
        }
        return Edge.start(settings, words, registry, new SecureRandom(), handlers);
    }
}

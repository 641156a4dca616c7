package org.danaya.witness;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyFolder;
import org.danaya.edge.Edge;
import org.danaya.page.Words;
import org.danaya.store.Home;
import org.danaya.store.HomeLock;
import org.danaya.store.StoreSettings;
import org.danaya.verify.Policy;
import org.danaya.verify.VerifierKey;

/**
 * A witness and nothing else: {@code danaya run --role witness}. It keeps one small file for each
 * log in the home's {@code witness} folder, needs no database, and holds the home for itself.
 */
public final class WitnessAlone implements AutoCloseable {

    private final HomeLock lock;
    private final Edge server;

    private WitnessAlone(HomeLock lock, Edge server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts it, on the edge's port and within its limits.
     *
     * @throws Fault where it has no name, its logs can't be read, or what it remembers is damaged
     */
    public static WitnessAlone start(Settings settings, Words words, Clock clock) {
        Policy logs =
                PolicyFile.read(
                        settings.find(WitnessSettings.LOGS_FILE)
                                .orElseThrow(() -> new Fault(WitnessFault.NO_LOGS)));
        Home home = Home.open(settings.get(StoreSettings.HOME));
        HomeLock lock = HomeLock.take(home);
        try {
            return new WitnessAlone(lock, server(settings, words, clock, logs, home));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Edge server(
            Settings settings, Words words, Clock clock, Policy logs, Home home) {
        WitnessKeys keys = keys(settings, home);
        Map<String, CosignedLog> cosigned = logs(logs, keys, folder(home));
        cosigned.values().forEach(CosignedLog::last);
        return Edge.start(
                settings,
                words,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new SecureRandom(),
                List.of(
                        new AddCheckpoints(cosigned, keys, clock),
                        new CosignedCheckpoints(cosigned)));
    }

    /** The key by which the witness of a home is known; made where it is missing. */
    public static VerifierKey key(Settings settings) {
        return keys(settings, Home.open(settings.get(StoreSettings.HOME))).verifiers().getFirst();
    }

    /** The keys of the home's witness; made where they are missing. */
    static WitnessKeys keys(Settings settings, Home home) {
        String name =
                settings.find(WitnessSettings.NAME)
                        .orElseThrow(() -> new Fault(WitnessFault.NO_NAME));
        return WitnessKeys.findOrMake(new KeyFolder(home.keys()), name);
    }

    private static Map<String, CosignedLog> logs(Policy logs, WitnessKeys keys, Path folder) {
        Map<String, List<VerifierKey>> byOrigin =
                logs.logs().stream()
                        .map(Policy.Log::key)
                        .collect(Collectors.groupingBy(VerifierKey::name));
        Map<String, CosignedLog> cosigned = new HashMap<>();
        byOrigin.forEach(
                (origin, its) ->
                        cosigned.put(
                                origin, new CosignedLog(origin, its, keys.verifiers(), folder)));
        return cosigned;
    }

    private static Path folder(Home home) {
        Path folder = home.path().resolve("witness");
        try {
            DurableFiles.createFolders(folder);
        } catch (IOException e) {
            throw new Fault(e, WitnessFault.STATE_NOT_KEPT, String.valueOf(e.getMessage()));
        }
        return folder;
    }

    /** Its submission prefix and its monitoring prefix. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        lock.close();
    }
}

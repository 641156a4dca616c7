package org.danaya.app;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.danaya.base.Settings;
import org.danaya.edge.Edge;
import org.danaya.edge.EdgeAlone;
import org.danaya.edge.EdgeHandler;
import org.danaya.mandates.status.MandateFiles;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.trust.status.StatusAlone;
import org.danaya.trust.trustlist.TrustListFiles;
import org.danaya.witness.WitnessAlone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the platform and stays until it is told to stop. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
    private @Nullable String port;

    @Option(names = "--edge-port", paramLabel = "PORT", descriptionKey = "edge-port")
    private @Nullable String edgePort;

    @Option(names = "--home", paramLabel = "FOLDER", descriptionKey = "home")
    private @Nullable String home;

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "role")
    private @Nullable String role;

    @Option(names = "--rehearse", descriptionKey = "rehearse")
    private boolean rehearse;

    /** Starts, then stops: for the door, which lets the JDK remember what a start loads. */
    @Option(names = "--until-ready", hidden = true)
    private boolean untilReady;

    private final Invocation invocation;

    RunCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * What was started.
     *
     * @param stop ends it
     * @param listens where each of its parts listens, by the key of the sentence that says so
     * @param welcome tells and offers what comes first in a new installation
     */
    private record Running(Runnable stop, Map<String, URI> listens, Runnable welcome) {}

    @Override
    public Integer call() throws InterruptedException {
        Running running = start(invocation.configuration().apply(given()));
        if (untilReady) {
            running.stop.run();
            return Terminal.DONE;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    running.stop.run();
                                    stopped.countDown();
                                },
                                "stop"));
        running.listens.forEach(invocation.terminal()::say);
        running.welcome.run();
        stopped.await();
        return Terminal.DONE;
    }

    private Running start(Settings settings) {
        Map<String, URI> listens = new LinkedHashMap<>();
        return switch (settings.get(AppSettings.ROLE)) {
            case ALL -> {
                Platform platform = Platform.start(settings);
                listens.put("run.listens", platform.address());
                listens.put("edge.listens", platform.edgeAddress());
                Newcomer newcomer =
                        Newcomer.at(platform, invocation.terminal(), settings, rehearse);
                yield new Running(platform::close, listens, newcomer::welcome);
            }
            case EDGE -> {
                Clock clock = Clock.systemUTC();
                StatusAlone status = StatusAlone.start(settings, new SecureRandom(), clock);
                Edge edge =
                        EdgeAlone.start(
                                settings,
                                Words.load(),
                                clock,
                                home -> {
                                    List<EdgeHandler> more = new ArrayList<>(status.handlers());
                                    more.add(new TrustListFiles(home.published()));
                                    more.add(new MandateFiles(home.published()));
                                    return more;
                                });
                listens.put("edge.listens", edge.address());
                yield new Running(
                        () -> {
                            edge.close();
                            status.close();
                        },
                        listens,
                        () -> {});
            }
            case WITNESS -> {
                WitnessAlone witness =
                        WitnessAlone.start(settings, Words.load(), Clock.systemUTC());
                listens.put("witness.listens", witness.address());
                yield new Running(witness::close, listens, () -> {});
            }
        };
    }

    private Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        put(given, "port", port);
        put(given, "edge-port", edgePort);
        put(given, "home", home);
        put(given, "role", role);
        return given;
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}

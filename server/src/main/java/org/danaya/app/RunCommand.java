package org.danaya.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
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

    /** Starts, then stops: for the door, which lets the JDK remember what a start loads. */
    @Option(names = "--until-ready", hidden = true)
    private boolean untilReady;

    private final Invocation invocation;

    RunCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Platform platform = Platform.start(invocation.configuration().apply(given()));
        if (untilReady) {
            platform.close();
            return Terminal.DONE;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    platform.close();
                                    stopped.countDown();
                                },
                                "stop"));
        invocation.terminal().say("run.listens", platform.address());
        stopped.await();
        return Terminal.DONE;
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

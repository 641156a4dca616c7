package org.danaya.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.base.Settings;
import org.danaya.demo.Demo;
import org.danaya.demo.Stage;
import org.danaya.page.Invocation;
import org.danaya.page.PageSettings;
import org.danaya.page.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the whole of Danaya's promise in an empty folder, and stays for whoever wants to look. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--check", descriptionKey = "demo.check")
    private boolean check;

    @Option(names = "--home", paramLabel = "FOLDER", descriptionKey = "demo.home")
    private @Nullable Path home;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
    private @Nullable Integer port;

    private final Invocation invocation;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path folder = home == null ? Files.createTempDirectory("danaya-demo-") : home;
        Settings settings = invocation.configuration().apply(given(folder));
        try (Platform platform = Platform.start(settings)) {
            Stage stage =
                    new Stage(
                            platform::bean,
                            platform.address(),
                            platform.edgeAddress(),
                            folder,
                            Clock.systemUTC(),
                            settings.get(PageSettings.TIME_ZONE),
                            new SecureRandom());
            return new Demo(stage, invocation.terminal()).play() ? Terminal.DONE : Terminal.NEGATIVE;
        }
    }

    private Map<String, String> given(Path folder) {
        int edge = freePort();
        Map<String, String> given = new HashMap<>();
        given.put("home", folder.toString());
        given.put("purpose", "demo");
        given.put("port", port == null ? "0" : port.toString());
        given.put("edge-port", Integer.toString(edge));
        given.put("trust.address", "http://127.0.0.1:" + edge);
        // A whole administration sits at one machine here.
        given.put("limits.forms-per-minute", "6000");
        return given;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

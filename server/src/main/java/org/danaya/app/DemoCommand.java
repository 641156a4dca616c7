package org.danaya.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.demo.Demo;
import org.danaya.demo.DemoFault;
import org.danaya.demo.Stage;
import org.danaya.page.Invocation;
import org.danaya.page.PageSettings;
import org.danaya.page.Terminal;
import org.danaya.store.Folders;
import org.danaya.store.StoreSettings;
import org.danaya.witness.WitnessAlone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the whole of Danaya's promise in an empty folder, and stays for whoever wants to look. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String NOTES = "danaya.log";

    @Option(names = "--check", descriptionKey = "demo.check")
    private boolean check;

    @Option(names = "--home", paramLabel = "FOLDER", descriptionKey = "demo.home")
    private @Nullable Path home;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "demo.port")
    private @Nullable Integer port;

    private final Invocation invocation;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = folder().toAbsolutePath();
        DemoWitness witness = DemoWitness.in(folder.resolve("witness"), invocation);
        Settings settings = invocation.configuration().apply(given(folder, witness));
        if (settings.find(StoreSettings.DATABASE_URL).isPresent()) {
            forget(folder);
            throw new Fault(DemoFault.REAL_DATABASE);
        }
        invocation.terminal().say("demo.starts", folder);
        Platform platform = Platform.start(settings, quiet(folder));
        WitnessAlone witnessing = witness.start(platform);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    witnessing.close();
                                    platform.close();
                                    forget(folder);
                                },
                                "stop"));
        Stage stage =
                new Stage(
                        platform::bean,
                        platform.address(),
                        platform.edgeAddress(),
                        Files.createDirectories(folder.resolve("files")),
                        Clock.systemUTC(),
                        settings.get(PageSettings.TIME_ZONE),
                        new SecureRandom());
        boolean asExpected = new Demo(stage, invocation.terminal()).play();
        if (!check) {
            invocation.terminal().say("demo.link.notes", folder.resolve(NOTES));
            invocation.terminal().say("demo.stays");
            new CountDownLatch(1).await();
        }
        return asExpected ? Terminal.DONE : Terminal.NEGATIVE;
    }

    private Map<String, String> given(Path folder, DemoWitness witness) {
        int edge = DemoWitness.freePort();
        Map<String, String> given = new HashMap<>();
        given.put("home", folder.resolve("var").toString());
        given.put("purpose", "demo");
        given.put("port", portal());
        given.put("edge-port", Integer.toString(edge));
        given.put("trust.address", "http://127.0.0.1:" + edge);
        given.put("log.policy-file", witness.policy().toString());
        // A whole administration sits at one machine here.
        given.put("limits.forms-per-minute", "6000");
        return given;
    }

    /** The story is told on the console, and nothing else. */
    private static Map<String, Object> quiet(Path folder) {
        return Map.of(
                "logging.threshold.console",
                "off",
                "logging.file.name",
                folder.resolve(NOTES).toString());
    }

    private String portal() {
        return port == null ? "0" : port.toString();
    }

    private Path folder() throws IOException {
        if (home == null) {
            return Files.createTempDirectory("danaya-demo-");
        }
        Files.createDirectories(home);
        try (Stream<Path> there = Files.list(home)) {
            if (there.findAny().isPresent()) {
                throw new Fault(DemoFault.NOT_EMPTY, home);
            }
        }
        return home;
    }

    /** What nobody chose to keep goes when the demonstration does. */
    private void forget(Path folder) {
        if (home == null) {
            Folders.delete(folder);
        }
    }
}

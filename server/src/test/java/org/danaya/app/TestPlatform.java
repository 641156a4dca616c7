package org.danaya.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.danaya.base.Settings;
import org.danaya.page.Terminal;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.TestDatabase;

/** The whole platform, started once for the run, on free ports and a home of its own. */
public final class TestPlatform {

    /** What gives the figures of {@code /metrics}. */
    public static final String METRICS_TOKEN = "a-token-for-the-tests-alone";

    private static final Platform PLATFORM = shared();

    private TestPlatform() {}

    /** The address of the portal and the console. */
    public static URI address() {
        return PLATFORM.address();
    }

    /** The address of the edge. */
    public static URI edgeAddress() {
        return PLATFORM.edgeAddress();
    }

    /** A bean of the running platform. */
    public static <T> T bean(Class<T> type) {
        return PLATFORM.bean(type);
    }

    /**
     * Another whole platform, on an empty home of its own, for a story that begins at the
     * beginning.
     *
     * @param more settings beside the home and the ports, by key
     */
    public static Own own(Map<String, String> more) {
        return new Own(start(more));
    }

    /** A platform of one test's own. */
    public static final class Own implements AutoCloseable {

        private final Platform platform;

        private Own(Platform platform) {
            this.platform = platform;
        }

        /** The address of the portal and the console. */
        public URI address() {
            return platform.address();
        }

        /** The address of its edge. */
        public URI edgeAddress() {
            return platform.edgeAddress();
        }

        /** The link that {@code run} prints for the first administrator. */
        public URI firstLink() {
            return platform.firstLink().orElseThrow();
        }

        /** What {@code run --rehearse} says and does once it has started. */
        void welcome(Terminal terminal) {
            new Newcomer(platform, terminal, true, false).welcome();
        }

        /** A bean of the platform. */
        public <T> T bean(Class<T> type) {
            return platform.bean(type);
        }

        @Override
        public void close() {
            platform.close();
        }
    }

    private static Platform start(Map<String, String> more) {
        try {
            Path home = Files.createTempDirectory("danaya-platform-");
            Map<String, String> given = new HashMap<>(more);
            given.put("home", home.toString());
            given.put("port", "0");
            given.putIfAbsent("edge-port", "0");
            Path token = Files.createTempFile("danaya-platform-", ".token");
            Files.writeString(token, METRICS_TOKEN);
            given.putIfAbsent("metrics.token-file", token.toString());
            putDatabase(home, given);
            given.putIfAbsent("limits.requests-per-minute", "1000000");
            given.putIfAbsent("limits.forms-per-minute", "1000000");
            return Platform.start(Settings.of(SettingsCatalogue.ALL, given));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An empty database of its own, where the suite runs on a server that somebody else started.
     * The home's configuration names it too, for the commands of the command line.
     */
    private static void putDatabase(Path home, Map<String, String> given) throws IOException {
        if (TestDatabase.external().isEmpty()) {
            return;
        }
        DatabaseAddress address = TestDatabase.empty();
        Path password = Files.createTempFile("danaya-platform-", ".password");
        Files.writeString(password, address.password().reveal());
        Map<String, String> database =
                Map.of(
                        "database.url",
                        address.url(),
                        "database.user",
                        address.user(),
                        "database.password-file",
                        password.toString());
        given.putAll(database);
        Files.write(
                home.resolve("danaya.conf"),
                database.entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .toList());
    }

    private static Platform shared() {
        Platform platform = start(Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        return platform;
    }
}

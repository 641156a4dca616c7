package org.danaya.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.danaya.base.Settings;

/** The whole platform, started once for the run, on free ports and a home of its own. */
public final class TestPlatform {

    private static final Platform PLATFORM = start();

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

    private static Platform start() {
        try {
            Path home = Files.createTempDirectory("danaya-platform-");
            Platform platform =
                    Platform.start(
                            Settings.of(
                                    SettingsCatalogue.ALL,
                                    Map.of(
                                            "home",
                                            home.toString(),
                                            "port",
                                            "0",
                                            "edge-port",
                                            "0",
                                            "limits.requests-per-minute",
                                            "1000000",
                                            "limits.forms-per-minute",
                                            "1000000")));
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

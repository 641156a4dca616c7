package org.danaya.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.page.Heard;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.store.EmbeddedPostgres;
import org.danaya.store.Home;
import org.danaya.store.Store;
import org.danaya.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorTest {

    private static final Words WORDS = Words.load();

    @TempDir Path folder;

    @Test
    void aSoundInstallationIsSoundRunningAndStopped() throws Exception {
        Path home = folder.resolve("home");
        try (Store store = Store.open(settings(home))) {
            Files.writeString(store.home().path().resolve("note"), "x");
            Answer running = ask(home, "0");
            assertThat(running.code).as(running.said).isZero();
            assertThat(running.said)
                    .contains("PostgreSQL 18")
                    .contains("\"code\":\"database-durable\"");
        }
        Answer stopped = ask(home, "0");
        assertThat(stopped.code).as(stopped.said).isZero();
        assertThat(stopped.said).contains("PostgreSQL 18");
        assertThat(EmbeddedPostgres.running(Home.at(home))).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedWithItsRemedy() throws Exception {
        Home home = Home.open(folder.resolve("home"));
        Path key = Files.writeString(home.keys().resolve("an.key"), "an example");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(home.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setLastModifiedTime(home.log(), FileTime.from(Instant.parse("2199-01-01T00:00:00Z")));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = ask(home.path(), Integer.toString(taken.getLocalPort()));
            assertThat(answer.code).as(answer.said).isEqualTo(Terminal.NEGATIVE);
            assertThat(answer.said)
                    .contains("\"code\":\"keys-open\"")
                    .contains("chmod 600")
                    .contains("\"code\":\"permissions-open\"")
                    .contains("\"code\":\"clock-behind\"")
                    .contains("\"code\":\"port-taken\"");
        }
    }

    @Test
    void whereNothingIsInstalledNothingIsMade() {
        Path home = folder.resolve("absent");
        Answer answer = ask(home, "0");
        assertThat(answer.code).isEqualTo(Terminal.FAILURE);
        assertThat(answer.said).contains("\"state\":\"unseen\"");
        assertThat(home).doesNotExist();
    }

    private record Answer(int code, String said) {}

    private static Answer ask(Path home, String port) {
        try (Heard heard = Heard.apart()) {
            Function<Map<String, String>, Settings> configuration =
                    given -> {
                        Map<String, String> all = new HashMap<>(given);
                        all.put("port", port);
                        all.put("edge-port", "0");
                        return Settings.of(
                                java.util.stream.Stream.concat(
                                                StoreSettings.ALL.stream(),
                                                List.of(
                                                        Setting.port("port", 0),
                                                        Setting.port("edge-port", 0))
                                                        .stream())
                                        .toList(),
                                all);
                    };
            Terminal terminal = new Terminal(WORDS, Language.FRENCH);
            int code =
                    new CommandLine(new DoctorCommand(new Invocation(terminal, configuration)))
                            .execute("--home", home.toString(), "--json");
            return new Answer(code, heard.out());
        }
    }

    private static Settings settings(Path home) throws IOException {
        return Settings.of(StoreSettings.ALL, Map.of("home", home.toString()));
    }
}

package org.danaya.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.danaya.page.Heard;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command, on a home whose database is an external one. */
class AuditCommandTest {

    private final TestJournal kit = new TestJournal();

    @TempDir Path home;

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aSoundJournalEndsWithZeroAndABrokenOneWithOneAndItsPosition() throws Exception {
        Home.open(home.resolve("home"));
        kit.write(9);
        Said sound = run();
        assertThat(sound.text()).contains("The journal is intact: 9 positions");
        assertThat(sound.code()).isZero();
        JsonNode json = JsonMapper.builder().build().readTree(run("--json").text());
        assertThat(json.get("sound").asBoolean()).isTrue();
        assertThat(json.get("hash").asString()).isEqualTo(kit.links.head().hash().toString());

        kit.transaction.executeWithoutResult(
                _ -> {
                    kit.triggers("disable");
                    kit.jdbc.sql("update audit.entry set role = 'director' where id = 5").update();
                    kit.triggers("enable");
                });
        Said broken = run();
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.text())
                .contains("Position 5: the entry, its position or its hash was changed.")
                .contains("tampered with");
        JsonNode finding =
                JsonMapper.builder().build().readTree(run("--json").text()).get("findings").get(0);
        assertThat(finding.get("kind").asString()).isEqualTo("altered");
        assertThat(finding.get("position").asLong()).isEqualTo(5);
    }

    private record Said(int code, String text) {}

    private Said run(String... options) throws Exception {
        Path password = home.resolve("password");
        Files.writeString(password, kit.address.password().reveal());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        List<Setting<?>> known = Stream.of(StoreSettings.ALL).flatMap(List::stream).toList();
        Settings settings =
                Settings.of(
                        known,
                        Map.of(
                                "home", home.resolve("home").toString(),
                                "database.url", kit.address.url(),
                                "database.user", kit.address.user(),
                                "database.password-file", password.toString()));
        Invocation invocation =
                new Invocation(new Terminal(Words.load(), Language.ENGLISH), _ -> settings);
        try (Heard heard = Heard.together()) {
            int code = new CommandLine(new AuditVerifyCommand(invocation)).execute(options);
            return new Said(code, heard.out());
        }
    }
}

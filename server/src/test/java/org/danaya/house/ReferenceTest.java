package org.danaya.house;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import org.danaya.app.TestSettings;
import org.danaya.base.FaultCode;
import org.danaya.base.Setting;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;

/** The reference documents that no module owns alone. */
class ReferenceTest {

    private static final Words WORDS = Words.load();

    @Test
    void theModuleMapIsWritten() {
        String rows =
                ModuleMapTest.MODULES.stream()
                        .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                        .map(ReferenceTest::row)
                        .collect(joining("\n"));
        ReferenceDoc.compare(
                "modules.md",
                "# Modules\n\nWhat each module uses, as the code has it.\n\n"
                        + "| module | uses |\n|---|---|\n"
                        + rows);
    }

    @Test
    void theConfigurationKeysAreWritten() {
        String rows = TestSettings.all().stream().map(ReferenceTest::row).collect(joining("\n"));
        ReferenceDoc.compare(
                "configuration.md",
                """
                # Configuration

                A key stands in `danaya.conf` in the home (`key = value`, UTF-8), or in the environment variable beside it, or, for `home`, `port`, \
                `edge-port` and `role`, on the command line. The command line is stronger than the environment, the environment stronger than \
                the file. An unknown key or a wrong value stops the start, and every problem is named at once.

                | key | variable | value | by default | what it does |
                |---|---|---|---|---|
                """
                        + rows);
    }

    @Test
    void theFaultCodesAreWritten() {
        String rows =
                Declared.constantsOf(FaultCode.class).stream()
                        .sorted(Comparator.comparing(FaultCode::code))
                        .map(ReferenceTest::row)
                        .collect(joining("\n"));
        ReferenceDoc.compare(
                "faults.md",
                "# Fault codes\n\nStable. The sentence beside each has places for the facts.\n\n"
                        + "| code | HTTP status | sentence |\n|---|---|---|\n"
                        + rows);
    }

    private static String row(ApplicationModule module) {
        List<String> uses = ModuleMapTest.used(module).map(used -> "`" + used + "`").toList();
        return "| `%s` | %s |"
                .formatted(module.getIdentifier(), uses.isEmpty() ? "–" : String.join(" ", uses));
    }

    private static String row(Setting<?> setting) {
        String byDefault = setting.byDefault() == null ? "–" : "`" + setting.byDefault() + "`";
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(
                        setting.key(),
                        setting.variable(),
                        setting.format(),
                        byDefault,
                        WORDS.say(Language.ENGLISH, "setting.about." + setting.key()));
    }

    private static String row(FaultCode fault) {
        return "| `%s` | %d | %s |"
                .formatted(
                        fault.code(),
                        fault.kind().status(),
                        WORDS.sentence(Language.ENGLISH, "fault." + fault.code()));
    }
}

package org.danaya.trust.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.PageSettings;
import org.danaya.page.Terminal;
import org.danaya.trust.validation.ValidationOutcome.ReportKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says whether the signatures of a file hold: exits 0 where all do, 1 where one doesn't, there is
 * none, or the file can't be checked. Trusts the folder of the settings alone.
 */
@Command(name = "validate", mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "validate-file")
    private Path file = Path.of("");

    @Option(names = "--content", paramLabel = "FILE", descriptionKey = "validate-content")
    private List<Path> content = new ArrayList<>();

    @Option(names = "--anchors", paramLabel = "FOLDER", descriptionKey = "validate-anchors")
    private @Nullable Path anchors;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "validate-report")
    private @Nullable Path report;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    ValidateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Settings settings = invocation.settings(home);
        Terminal terminal = invocation.terminal();
        TrustAnchors trusted =
                anchors == null
                        ? ValidationConfiguration.folder(settings)
                        : new FolderAnchors(anchors);
        Validations validations =
                new Validations(
                        settings, List.of(trusted), StatusSources.none(), Clock.systemUTC());
        ValidationOutcome outcome =
                validations.check(
                        read(file),
                        content.stream().map(ValidateCommand::read).toList(),
                        terminal.language().locale());
        Told told = new Telling(speech(settings, terminal)).told(outcome);
        if (json) {
            terminal.print(
                    JsonMapper.builder()
                            .build()
                            .writeValueAsString(ValidationApi.verdict(outcome, told, null)));
        } else {
            print(terminal, told);
        }
        if (outcome instanceof ValidationOutcome.Checked checked) {
            write(checked);
        }
        return told.code().equals("holds") ? Terminal.DONE : Terminal.NEGATIVE;
    }

    private static void print(Terminal terminal, Told told) {
        terminal.print(told.sentence());
        terminal.print(told.advice());
        if (told.signatures().size() > 1) {
            told.signatures().forEach(each -> terminal.print("  " + each.sentence()));
        }
        told.signatures().stream()
                .flatMap(each -> each.remarks().stream())
                .distinct()
                .forEach(each -> terminal.print("  " + each));
        told.remarks().forEach(each -> terminal.print("  " + each));
        told.anchors().forEach(each -> terminal.print("  " + each.name() + " : " + each.state()));
    }

    private void write(ValidationOutcome.Checked checked) {
        if (report == null) {
            return;
        }
        try {
            Files.writeString(
                    report, String.valueOf(checked.reports().texts().get(ReportKind.ETSI)));
        } catch (IOException e) {
            throw new Fault(
                    e, ValidationFault.FILE_UNUSABLE, report, String.valueOf(e.getMessage()));
        }
    }

    private static SignedFile read(Path path) {
        try {
            return new SignedFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Fault(e, ValidationFault.FILE_UNUSABLE, path, String.valueOf(e.getMessage()));
        }
    }

    private static Telling.Speech speech(Settings settings, Terminal terminal) {
        ZoneId zone = settings.get(PageSettings.TIME_ZONE);
        DateTimeFormatter pattern =
                DateTimeFormatter.ofPattern(
                        terminal.word("local.time"), terminal.language().locale());
        return new Telling.Speech() {
            @Override
            public String word(String key, Object... facts) {
                return terminal.word(key, facts);
            }

            @Override
            public String time(Instant time) {
                return pattern.format(time.atZone(zone));
            }
        };
    }
}

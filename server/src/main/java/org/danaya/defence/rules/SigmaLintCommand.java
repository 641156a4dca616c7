package org.danaya.defence.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.sigma.lint.Finding;
import org.danaya.sigma.lint.Severity;
import org.danaya.sigma.rule.RuleFolder;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what is wrong with Sigma documents: a line for each finding, then how many there are. Exits
 * 0 where no error was found, 1 where one was, or with {@code --strict} anything.
 */
@Command(name = "lint", mixinStandardHelpOptions = true)
final class SigmaLintCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "sigma.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--level", paramLabel = "SEVERITY", descriptionKey = "sigma.lint.level")
    private Severity level = Severity.NOTE;

    @Option(names = "--only", paramLabel = "CHECK", split = ",", descriptionKey = "sigma.lint.only")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--off", paramLabel = "CHECK", split = ",", descriptionKey = "sigma.lint.off")
    private Set<String> off = new LinkedHashSet<>();

    @Mixin private PlaceholdersOption placeholders = new PlaceholdersOption();

    @Option(names = "--strict", descriptionKey = "sigma.lint.strict")
    private boolean strict;

    @Option(names = "--summary", descriptionKey = "sigma.lint.summary")
    private boolean summary;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Terminal terminal;
    private final CheckWords words;

    SigmaLintCommand(Invocation invocation) {
        terminal = invocation.terminal();
        words = new CheckWords(terminal);
    }

    @Override
    public Integer call() {
        Set<String> unknown = new LinkedHashSet<>(only);
        unknown.addAll(off);
        CheckWords.ids().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            return terminal.wrongUse("rules.lint.no-such-check", String.join(", ", unknown));
        }
        LintReport report = LintReport.of(documents(), this::isWanted);
        if (json) {
            terminal.print(
                    JsonMapper.builder()
                            .build()
                            .writeValueAsString(report.machine(words, summary)));
        } else {
            tell(report);
        }
        boolean bad = strict ? !report.findings().isEmpty() : report.hasErrors();
        return bad ? Terminal.NEGATIVE : Terminal.DONE;
    }

    private List<Written> documents() {
        for (Path file : files) {
            RulesFault.mustExist(file);
        }
        List<Written> documents =
                RuleFolder.readWithYaml(new RuleReader(placeholders.read(terminal)), files);
        if (documents.isEmpty()) {
            throw new Fault(
                    RulesFault.NONE,
                    files.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return documents;
    }

    private boolean isWanted(Finding finding) {
        return finding.severity().compareTo(level) <= 0
                && (only.isEmpty() || only.contains(finding.check()))
                && !off.contains(finding.check());
    }

    private void tell(LintReport report) {
        if (!summary) {
            report.findings().forEach(this::tell);
        }
        terminal.say(
                "rules.lint.documents",
                report.documents(),
                report.rules(),
                report.correlations(),
                report.filters(),
                report.refused());
        terminal.say(
                "rules.lint.findings",
                count(report, Severity.ERROR),
                count(report, Severity.WARNING),
                count(report, Severity.NOTE));
        report.byCheck()
                .forEach((check, number) -> terminal.print("  %6d  %s".formatted(number, check)));
    }

    private static long count(LintReport report, Severity severity) {
        return report.findings().stream().filter(finding -> finding.severity() == severity).count();
    }

    private void tell(Finding finding) {
        terminal.print(
                finding.source().file()
                        + ":"
                        + finding.source().line()
                        + ": "
                        + words.word(finding.severity())
                        + " "
                        + finding.check()
                        + ": "
                        + words.sentence(finding));
    }
}

package org.danaya.texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.text.TextFault;
import org.danaya.text.grammar.AknValidator;
import org.danaya.text.grammar.Drafts;
import org.danaya.text.grammar.Finding;
import org.danaya.text.grammar.Report;
import org.danaya.text.grammar.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says whether documents are Akoma Ntoso 3.0, and what else is wrong with them. Exits 0 where no
 * error was found, 1 where one was, 3 where a file can't be read or isn't Akoma Ntoso.
 */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class TextValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "text.files")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--drafts", descriptionKey = "text.validate.drafts")
    private boolean drafts;

    @Option(names = "--errors", descriptionKey = "text.validate.errors")
    private boolean errorsOnly;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Terminal terminal;
    private final TextDrawer drawer;
    private final FindingWords words;

    TextValidateCommand(Invocation invocation) {
        terminal = invocation.terminal();
        drawer = new TextDrawer(terminal);
        words = new FindingWords(terminal);
    }

    @Override
    public Integer call() {
        boolean valid = true;
        List<Map<String, Object>> machine = new ArrayList<>();
        for (Path file : files) {
            Report report = report(file);
            valid &= report.valid();
            if (json) {
                machine.add(machine(file, report));
            } else {
                tell(file, report);
            }
        }
        if (json) {
            terminal.print(JsonMapper.builder().build().writeValueAsString(machine));
        }
        return valid ? Terminal.DONE : Terminal.NEGATIVE;
    }

    private Report report(Path file) {
        byte[] bytes = drawer.akn(file);
        try {
            return AknValidator.validate(bytes, drafts ? Drafts.AS_FINAL : Drafts.REFUSED);
        } catch (TextFault e) {
            throw drawer.unreadable(file, e);
        }
    }

    private List<Finding> told(Report report) {
        return report.findings().stream()
                .filter(finding -> !errorsOnly || finding.severity() == Severity.ERROR)
                .toList();
    }

    private void tell(Path file, Report report) {
        for (Finding finding : told(report)) {
            terminal.print(
                    file
                            + ":"
                            + finding.line()
                            + ":"
                            + finding.column()
                            + ": "
                            + words.word(finding.severity())
                            + " "
                            + finding.code()
                            + ": "
                            + words.sentence(finding)
                            + " ("
                            + finding.path()
                            + ")");
        }
        String verdict =
                !report.valid()
                        ? "texts.invalid"
                        : report.conforms() ? "texts.valid" : "texts.valid-draft";
        terminal.say(verdict, file, report.errors(), report.warnings());
    }

    private Map<String, Object> machine(Path file, Report report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file.toString());
        fields.put("valid", report.valid());
        fields.put("conforms", report.conforms());
        fields.put("errors", report.errors());
        fields.put("warnings", report.warnings());
        fields.put("findings", told(report).stream().map(this::machine).toList());
        return fields;
    }

    private Map<String, Object> machine(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", finding.code());
        fields.put("severity", finding.severity() == Severity.ERROR ? "error" : "warning");
        fields.put("line", finding.line());
        fields.put("column", finding.column());
        fields.put("path", finding.path());
        fields.put("subject", finding.subject());
        fields.put("found", finding.found());
        fields.put("expected", finding.expected());
        fields.put("message", words.sentence(finding));
        return fields;
    }
}

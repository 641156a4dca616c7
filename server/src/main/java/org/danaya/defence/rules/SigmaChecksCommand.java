package org.danaya.defence.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.sigma.lint.Linter;
import org.danaya.sigma.lint.Severity;
import org.danaya.sigma.rule.Cause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Lists what the linter looks for, and why a document may be refused. */
@Command(name = "checks", mixinStandardHelpOptions = true)
final class SigmaChecksCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Terminal terminal;
    private final CheckWords words;

    SigmaChecksCommand(Invocation invocation) {
        terminal = invocation.terminal();
        words = new CheckWords(terminal);
    }

    /**
     * A line of the list.
     *
     * @param clause of the specification; empty for a refusal
     */
    private record Entry(String id, Severity severity, String meaning, String clause) {}

    @Override
    public Integer call() {
        List<Entry> entries = new ArrayList<>();
        for (Linter.About about : Linter.checks()) {
            entries.add(
                    new Entry(about.id(), about.severity(), words.meaning(about), about.clause()));
        }
        for (Cause cause : Cause.values()) {
            entries.add(
                    new Entry(
                            Linter.REFUSED + cause.code(),
                            Linter.severity(cause),
                            words.meaning(cause),
                            ""));
        }
        if (json) {
            terminal.print(
                    JsonMapper.builder()
                            .build()
                            .writeValueAsString(
                                    entries.stream().map(SigmaChecksCommand::machine).toList()));
        } else {
            entries.forEach(this::tell);
        }
        return Terminal.DONE;
    }

    private void tell(Entry entry) {
        terminal.print(
                "%s (%s)%s"
                        .formatted(
                                entry.id(),
                                words.word(entry.severity()),
                                entry.clause().isEmpty() ? "" : " [" + entry.clause() + "]"));
        terminal.print("    " + entry.meaning());
    }

    private static Map<String, Object> machine(Entry entry) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("check", entry.id());
        told.put("severity", CheckWords.code(entry.severity()));
        told.put("meaning", entry.meaning());
        told.put("clause", entry.clause());
        return told;
    }
}

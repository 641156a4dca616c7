package org.danaya.defence.rules;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import picocli.CommandLine;

/** The command {@code danaya sigma} within a test. */
record SigmaLines(int exit, String out, String err) {

    static SigmaLines sigma(Language language, Object... arguments) {
        Terminal terminal = new Terminal(Words.load(), language);
        Invocation invocation =
                new Invocation(
                        terminal,
                        _ -> {
                            throw new AssertionError("no installation is needed");
                        });
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = new CommandLine(new Sigma());
            line.addSubcommand(new SigmaLintCommand(invocation));
            line.addSubcommand(new SigmaChecksCommand(invocation));
            int exit =
                    line.setCaseInsensitiveEnumValuesAllowed(true)
                            .setExecutionExceptionHandler(
                                    (problem, _, _) -> terminal.failure(problem))
                            .execute(
                                    Stream.of(arguments)
                                            .map(String::valueOf)
                                            .toArray(String[]::new));
            return new SigmaLines(
                    exit,
                    said.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @CommandLine.Command
    private static final class Sigma {}
}

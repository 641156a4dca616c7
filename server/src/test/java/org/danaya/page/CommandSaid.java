package org.danaya.page;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What a command said, within a test: its exit code, standard output and standard error. */
public record CommandSaid(int exit, String out, String err) {

    /** Runs a command that needs no installation. */
    public static CommandSaid run(
            Language language, Function<Invocation, CommandLine> command, Object... arguments) {
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
            int exit =
                    command.apply(invocation)
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .setExecutionExceptionHandler(
                                    (problem, _, _) -> terminal.failure(problem))
                            .execute(
                                    Stream.of(arguments)
                                            .map(String::valueOf)
                                            .toArray(String[]::new));
            return new CommandSaid(
                    exit,
                    said.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}

package org.danaya.page;

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
        try (Heard heard = Heard.apart()) {
            int exit =
                    command.apply(invocation)
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .setExecutionExceptionHandler(
                                    (problem, _, _) -> terminal.failure(problem))
                            .execute(
                                    Stream.of(arguments)
                                            .map(String::valueOf)
                                            .toArray(String[]::new));
            return new CommandSaid(exit, heard.out(), heard.err());
        }
    }
}

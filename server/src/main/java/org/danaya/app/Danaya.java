package org.danaya.app;

import org.danaya.page.Language;
import org.danaya.page.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one command of the command line. */
@Command(
        name = "danaya",
        subcommands = {RunCommand.class},
        mixinStandardHelpOptions = true,
        version = "danaya 0.1.0",
        resourceBundle = "commands")
public final class Danaya {

    private Danaya() {}

    /**
     * Runs one command and exits with its code: 0 done, 1 a negative answer, 2 wrong use, 3
     * failure.
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Terminal terminal = new Terminal(Words.load(), Language.of(Terminal.systemLanguage()));
        return new CommandLine(new Danaya())
                .setExecutionExceptionHandler((exception, _, _) -> terminal.failure(exception))
                .setExitCodeExceptionMapper(_ -> Terminal.FAILURE);
    }
}

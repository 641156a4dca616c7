package org.danaya.app;

import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

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
        Invocation invocation = new Invocation(terminal, Configuration::settings);
        return new CommandLine(new Danaya(), commands(invocation))
                .setExecutionExceptionHandler((exception, _, _) -> terminal.failure(exception));
    }

    /** Makes each command with the constructor that takes the invocation, where it has one. */
    private static IFactory commands(Invocation invocation) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                try {
                    var constructor = type.getDeclaredConstructor(Invocation.class);
                    constructor.setAccessible(true);
                    return constructor.newInstance(invocation);
                } catch (NoSuchMethodException _) {
                    return CommandLine.defaultFactory().create(type);
                }
            }
        };
    }
}

package org.danaya.app;

import java.util.List;
import java.util.Locale;
import org.danaya.page.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence for a command that was used wrongly. */
final class WrongUse {

    private WrongUse() {}

    /** Tells what is wrong and where the help is, with a stable code, and gives the exit code. */
    static int tell(ParameterException problem, Terminal terminal) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, name, terminal);
            case MissingParameterException missing -> missing(missing, name, terminal);
            case OverwrittenOptionException twice ->
                    terminal.wrongUse("wrong-use.twice", name(twice.getOverwritten()), name);
            default -> value(problem, name, terminal);
        };
    }

    /** A value that isn't what its option asks for. */
    private static int value(ParameterException problem, String name, Terminal terminal) {
        ArgSpec argument = problem.getArgSpec();
        String value = problem.getValue();
        if (argument == null || value == null) {
            return terminal.wrongUse("wrong-use.other", String.valueOf(problem.getMessage()), name);
        }
        Iterable<String> choices = argument.completionCandidates();
        if (choices != null) {
            String all = String.join(", ", choices).toLowerCase(Locale.ROOT);
            return terminal.wrongUse("wrong-use.choice", name(argument), value, all, name);
        }
        Class<?> type = argument.auxiliaryTypes()[0];
        boolean whole = type == int.class || type == long.class;
        return terminal.wrongUse(
                whole ? "wrong-use.number" : "wrong-use.value", name(argument), value, name);
    }

    /** As it is written: an option's name, or what stands for a parameter. */
    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName()
                : HelpText.label(argument, argument.command().resourceBundle());
    }

    /** Something is missing: often because its name was misspelt, and that is then told. */
    private static int missing(MissingParameterException problem, String name, Terminal terminal) {
        CommandLine command = problem.getCommandLine();
        List<String> unknown =
                command.getUnmatchedArguments().stream()
                        .filter(each -> each.startsWith("-"))
                        .limit(1)
                        .toList();
        return unknown.isEmpty()
                ? terminal.wrongUse(
                        "wrong-use.missing", name(problem.getMissing().getFirst()), name)
                : unmatched(new UnmatchedArgumentException(command, unknown), name, terminal);
    }

    private static int unmatched(
            UnmatchedArgumentException problem, String name, Terminal terminal) {
        List<String> suggestions = problem.getSuggestions();
        String given = String.join(" ", problem.getUnmatched());
        if (suggestions.isEmpty()) {
            return terminal.wrongUse("wrong-use.unknown", given, name);
        }
        return terminal.wrongUse("wrong-use.unknown-near", given, name, suggestions.getFirst());
    }
}

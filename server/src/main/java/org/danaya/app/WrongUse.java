package org.danaya.app;

import java.util.List;
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

    /** Tells what is wrong and where the help is, and gives the exit code. */
    static int tell(ParameterException problem, Terminal terminal) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, name, terminal);
            case MissingParameterException missing ->
                    terminal.complain(
                            "wrong-use.missing", name(missing.getMissing().getFirst()), name);
            case OverwrittenOptionException twice ->
                    terminal.complain("wrong-use.twice", name(twice.getOverwritten()), name);
            default ->
                    terminal.complain(
                            "wrong-use.value", String.valueOf(problem.getMessage()), name);
        }
        return Terminal.WRONG_USE;
    }

    /** As it is written: an option's name, or what stands for a parameter. */
    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static void unmatched(
            UnmatchedArgumentException problem, String name, Terminal terminal) {
        List<String> suggestions = problem.getSuggestions();
        String given = String.join(" ", problem.getUnmatched());
        if (suggestions.isEmpty()) {
            terminal.complain("wrong-use.unknown", given, name);
        } else {
            terminal.complain("wrong-use.unknown-near", given, name, suggestions.getFirst());
        }
    }
}

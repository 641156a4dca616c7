package org.danaya.defence.rules;

import org.danaya.page.CommandSaid;
import org.danaya.page.Language;
import picocli.CommandLine;

/** The command {@code danaya sigma} within a test. */
final class SigmaLines {

    private SigmaLines() {}

    static CommandSaid sigma(Language language, Object... arguments) {
        return CommandSaid.run(
                language,
                invocation -> {
                    CommandLine line = new CommandLine(new Sigma());
                    line.addSubcommand(new SigmaLintCommand(invocation));
                    line.addSubcommand(new SigmaChecksCommand(invocation));
                    return line;
                },
                arguments);
    }

    @CommandLine.Command
    private static final class Sigma {}
}

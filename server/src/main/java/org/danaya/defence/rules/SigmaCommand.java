package org.danaya.defence.rules;

import picocli.CommandLine.Command;

/** The commands about detection rules. */
@Command(
        name = "sigma",
        subcommands = {SigmaLintCommand.class, SigmaChecksCommand.class},
        mixinStandardHelpOptions = true)
public final class SigmaCommand {}

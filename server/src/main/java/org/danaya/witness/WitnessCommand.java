package org.danaya.witness;

import picocli.CommandLine.Command;

/** What concerns this installation as a witness of other logs. */
@Command(
        name = "witness",
        subcommands = {WitnessKeyCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class WitnessCommand {}

package org.danaya.logdesk;

import picocli.CommandLine.Command;

/** The commands of the public log. */
@Command(
        name = "log",
        subcommands = {
            LogStatusCommand.class,
            LogKeyCommand.class,
            LogProveCommand.class,
            LogOpenCommand.class,
            LogCheckCommand.class,
            LogFsckCommand.class,
            LogRecoverCommand.class,
            LogEraseCommand.class
        },
        mixinStandardHelpOptions = true)
public final class LogCommand {}

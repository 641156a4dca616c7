package org.danaya.trust.ceremony;

import picocli.CommandLine.Command;

/** The commands of key ceremonies. */
@Command(
        name = "ceremony",
        subcommands = {
            CeremonyBeginCommand.class,
            CeremonyAbandonCommand.class,
            CeremonyListCommand.class,
            CeremonyAuthorityCommand.class,
            CeremonyRevokeCommand.class,
            CeremonyCheckCommand.class
        },
        mixinStandardHelpOptions = true)
public final class CeremonyCommand {}

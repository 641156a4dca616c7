package org.danaya.trust.registration.command;

import picocli.CommandLine.Command;

/** The commands about certificates. */
@Command(
        name = "cert",
        subcommands = {CertListCommand.class, CertShowCommand.class, CertExportCommand.class},
        mixinStandardHelpOptions = true)
public final class CertCommand {}

package org.danaya.trust.trustlist;

import picocli.CommandLine.Command;

/** What concerns trusted lists. */
@Command(
        name = "trustlist",
        mixinStandardHelpOptions = true,
        subcommands = {
            TrustlistStatusCommand.class,
            TrustlistShowCommand.class,
            TrustlistVerifyCommand.class,
            TrustlistExportCommand.class
        })
public final class TrustlistCommand {}

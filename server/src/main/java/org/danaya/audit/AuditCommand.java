package org.danaya.audit;

import picocli.CommandLine.Command;

/** The commands of the audit journal. */
@Command(
        name = "audit",
        subcommands = {AuditVerifyCommand.class},
        mixinStandardHelpOptions = true)
public final class AuditCommand {}

package org.danaya.app;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.base.Actor;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.authority.Revocations;
import org.danaya.trust.registration.command.CertOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Revokes a certificate at the machine, for when nobody can sign in. The platform must be stopped:
 * the act is the operator's, in its journal and its log.
 */
@Command(name = "revoke", mixinStandardHelpOptions = true)
final class CertRevokeCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "CERTIFICATE", descriptionKey = "cert-id")
    private String certificate = "";

    @Option(names = "--reason", paramLabel = "REASON", descriptionKey = "cert-reason")
    private RevocationReason reason = RevocationReason.UNSPECIFIED;

    @Option(names = "--since", paramLabel = "TIME", descriptionKey = "cert-since")
    private @Nullable String since;

    @Option(names = "--yes", descriptionKey = "cert-yes")
    private boolean yes;

    private final Invocation invocation;

    CertRevokeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        Optional<Instant> moment;
        try {
            moment = Optional.ofNullable(since).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return terminal.wrongUse("registration.command.wrong-time", String.valueOf(since));
        }
        try (Platform platform = Platform.start(invocation.settings(home))) {
            Certificate found = CertOf.text(platform.bean(Certificates.class), certificate);
            if (!yes) {
                terminal.say("registration.command.would-revoke", found.subject());
                return Terminal.DONE;
            }
            String user = System.getProperty("user.name", "?");
            ScopedValue.where(Actor.CURRENT, new Actor.Operator(user))
                    .run(() -> platform.bean(Revocations.class).revoke(found.id(), reason, moment));
            terminal.say("registration.command.revoked", found.subject());
            return Terminal.DONE;
        }
    }
}

package org.danaya.trust.ceremony;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.authority.RevocationReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Revokes an issuing authority. Says what would happen; does it with {@code --yes}. */
@Command(name = "revoke", mixinStandardHelpOptions = true)
final class CeremonyRevokeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CODE", descriptionKey = "ceremony-code")
    private String code = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            descriptionKey = "ceremony-reason")
    private RevocationReason reason = RevocationReason.UNSPECIFIED;

    @Option(names = "--yes", descriptionKey = "ceremony-yes")
    private boolean yes;

    @Mixin private GatheringOption gathering = new GatheringOption();
    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    CeremonyRevokeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        if (!yes) {
            terminal.say("ceremony.would-revoke", code);
            return Terminal.NEGATIVE;
        }
        Clock clock = Clock.systemUTC();
        try (CeremonyDesk desk = CeremonyDesk.open(invocation.settings(home), clock)) {
            terminal.say(
                    "ceremony.held",
                    desk.ceremony()
                            .revoke(
                                    gathering.folder(),
                                    gathering.gathering(terminal, clock),
                                    code,
                                    reason,
                                    desk.handover()));
            return Terminal.DONE;
        }
    }
}

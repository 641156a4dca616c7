package org.danaya.trust.ceremony;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Renews the root's revocation list. */
@Command(name = "crl", mixinStandardHelpOptions = true)
final class CeremonyListCommand implements Callable<Integer> {

    @Mixin private GatheringOption gathering = new GatheringOption();
    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    CeremonyListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        Terminal terminal = invocation.terminal();
        try (CeremonyDesk desk = CeremonyDesk.open(invocation.settings(home), clock)) {
            terminal.say(
                    "ceremony.held",
                    desk.ceremony()
                            .renewList(
                                    gathering.folder(),
                                    gathering.gathering(terminal, clock),
                                    desk.handover()));
            return Terminal.DONE;
        }
    }
}

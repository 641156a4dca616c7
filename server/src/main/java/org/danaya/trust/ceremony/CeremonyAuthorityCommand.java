package org.danaya.trust.ceremony;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.profile.AuthorityKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes another issuing authority. */
@Command(name = "authority", mixinStandardHelpOptions = true)
final class CeremonyAuthorityCommand implements Callable<Integer> {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "ceremony-kind")
    private AuthorityKind kind = AuthorityKind.PERSONS;

    @Option(
            names = "--suffix",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "ceremony-suffix")
    private String suffix = "";

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "ceremony-name")
    private String name = "";

    @Option(names = "--algorithm", paramLabel = "NAME", descriptionKey = "ceremony-algorithm")
    private KeyAlgorithm algorithm = KeyAlgorithm.EC_P256;

    @Mixin private GatheringOption gathering = new GatheringOption();
    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    CeremonyAuthorityCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        Terminal terminal = invocation.terminal();
        if (kind == AuthorityKind.ROOT || !Plans.SUFFIX.matcher(suffix).matches()) {
            return terminal.failure(
                    new Fault(
                            CeremonyFault.WRONG_ANSWER,
                            "kind, suffix",
                            kind.code() + ", " + suffix));
        }
        try (CeremonyDesk desk = CeremonyDesk.open(invocation.settings(home), clock)) {
            terminal.say(
                    "ceremony.held",
                    desk.ceremony()
                            .addAuthority(
                                    gathering.folder(),
                                    gathering.gathering(terminal, clock),
                                    kind,
                                    suffix,
                                    name,
                                    algorithm,
                                    desk.handover()));
            return Terminal.DONE;
        }
    }
}

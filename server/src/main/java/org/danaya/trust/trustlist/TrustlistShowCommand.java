package org.danaya.trust.trustlist;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.TrustedList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a list says: each service on a line, with tabs between. Judges nothing. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class TrustlistShowCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "trustlist.file.optional")
    private @Nullable Path file;

    private final Invocation invocation;

    TrustlistShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        TrustedList list =
                ListReader.read(
                        file == null
                                ? PublishedFiles.of(invocation.settings(home)).list()
                                : PublishedFiles.read(file));
        Terminal terminal = invocation.terminal();
        Locale locale = terminal.language().locale();
        for (TrustedList.Listed each : list.services()) {
            ServiceState state = each.service().state();
            terminal.print(
                    String.join(
                            "\t",
                            each.provider().name().best(locale),
                            each.provider().registration(),
                            each.service().name().best(locale),
                            each.service().type(),
                            terminal.word("trustlist.state." + state.code()),
                            state.since().toString()));
        }
        return Terminal.DONE;
    }
}

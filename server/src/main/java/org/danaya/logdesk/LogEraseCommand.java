package org.danaya.logdesk;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.log.AttachedLog;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Destroys what a leaf commits to. Its entry stays in the log, and says nothing any more. */
@Command(name = "erase", mixinStandardHelpOptions = true)
final class LogEraseCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "REFERENCE", descriptionKey = "log-reference")
    private String reference = "";

    @Option(names = "--yes", descriptionKey = "log-erase-yes")
    private boolean yes;

    private final Invocation invocation;

    LogEraseCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        try (AttachedLog log = AttachedLog.to(invocation.settings(home))) {
            log.requireErasable(reference);
            if (!yes) {
                terminal.say("log.erase.would", reference);
                return Terminal.DONE;
            }
            log.erase(reference, Operator.name(), Clock.systemUTC());
            terminal.say("log.erase.done", reference);
            return Terminal.DONE;
        }
    }
}

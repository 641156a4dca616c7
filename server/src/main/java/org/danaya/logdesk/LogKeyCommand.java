package org.danaya.logdesk;

import java.util.concurrent.Callable;
import org.danaya.log.AttachedLog;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.verify.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the keys that check the log's signatures, one a line, Ed25519 first. */
@Command(name = "key", mixinStandardHelpOptions = true)
final class LogKeyCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    LogKeyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (AttachedLog log = AttachedLog.to(invocation.settings(home))) {
            log.publicLog().keys().stream()
                    .map(VerifierKey::vkey)
                    .forEach(invocation.terminal()::print);
            return Terminal.DONE;
        }
    }
}

package org.danaya.logdesk;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.danaya.log.AttachedLog;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a file that shows a third person what a leaf commits to. */
@Command(name = "open", mixinStandardHelpOptions = true)
final class LogOpenCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "LEAF", descriptionKey = "log-leaf")
    private String leaf = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "log-out")
    private Path out = Path.of("");

    private final Invocation invocation;

    LogOpenCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (AttachedLog log = AttachedLog.to(invocation.settings(home))) {
            OutFile.write(out, log.proofs().open(leaf).toBytes());
            invocation.terminal().say("log.open.written", out);
            return Terminal.DONE;
        }
    }
}

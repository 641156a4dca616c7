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

/** Writes a proof that a leaf is in the log (C2SP tlog-proof). */
@Command(name = "prove", mixinStandardHelpOptions = true)
final class LogProveCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "LEAF", descriptionKey = "log-leaf")
    private String leaf = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "log-out")
    private Path out = Path.of("");

    private final Invocation invocation;

    LogProveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (AttachedLog log = AttachedLog.to(invocation.settings(home))) {
            OutFile.write(out, log.proofs().prove(leaf).toBytes());
            invocation.terminal().say("log.prove.written", out);
            return Terminal.DONE;
        }
    }
}

package org.danaya.logdesk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.log.AttachedLog;
import org.danaya.log.Halt;
import org.danaya.log.LogFault;
import org.danaya.log.Recovery;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds out whether a halted log may go on, makes its files again, and lifts the halt. */
@Command(name = "recover", mixinStandardHelpOptions = true)
final class LogRecoverCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--seen", paramLabel = "CHECKPOINT", descriptionKey = "log-seen")
    private List<Path> seen = new ArrayList<>();

    @Option(names = "--nothing-later", descriptionKey = "log-nothing-later")
    private boolean nothingLater;

    @Option(names = "--yes", descriptionKey = "log-recover-yes")
    private boolean yes;

    private final Invocation invocation;

    LogRecoverCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (AttachedLog log = AttachedLog.to(invocation.settings(home));
                Recovery recovery = log.recovery(Clock.systemUTC())) {
            List<SignedNote> notes = seen.stream().map(LogRecoverCommand::note).toList();
            return switch (recovery.examine(notes)) {
                case Recovery.Finding.Unrecoverable(Halt.Reason reason, String detail) -> {
                    Terminal terminal = invocation.terminal();
                    terminal.complain(
                            "log.recover.refused",
                            terminal.word("log.halt." + reason.code()),
                            detail);
                    yield Terminal.NEGATIVE;
                }
                case Recovery.Finding.Recoverable found -> recover(recovery, found);
            };
        }
    }

    private int recover(Recovery recovery, Recovery.Finding.Recoverable found) {
        Terminal terminal = invocation.terminal();
        terminal.say("log.recover.found", found.size(), found.shown());
        if (recovery.restored() && seen.isEmpty() && !nothingLater) {
            terminal.complain("log.recover.restored");
            return Terminal.NEGATIVE;
        }
        if (!yes) {
            terminal.say("log.recover.would");
            return Terminal.DONE;
        }
        recovery.recover(found, Operator.name());
        terminal.say("log.recover.done");
        return Terminal.DONE;
    }

    private static SignedNote note(Path file) {
        byte[] bytes = OutFile.read(file, SignedNote.MAX_BYTES);
        if (SignedNote.parse(bytes) instanceof Parsed.Ok<SignedNote>(SignedNote note)) {
            return note;
        }
        throw new Fault(LogFault.FILE_UNUSABLE, file, "not a checkpoint");
    }
}

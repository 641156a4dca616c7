package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks what a ceremony left. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CeremonyCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", descriptionKey = "ceremony-folder")
    private Path folder = Path.of("");

    private final Invocation invocation;

    CeremonyCheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<CeremonyCheck.Result> results = new CeremonyCheck(new CeremonyFolder(folder)).run();
        Terminal terminal = invocation.terminal();
        for (CeremonyCheck.Result result : results) {
            terminal.say(result.holds() ? "ceremony.holds" : "ceremony.broken", result.what());
        }
        return results.stream().allMatch(CeremonyCheck.Result::holds)
                ? Terminal.DONE
                : Terminal.NEGATIVE;
    }
}

package org.danaya.trust.ceremony;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Clears away a first ceremony that was cut short. Says what would be destroyed; does it with
 * {@code --yes}.
 */
@Command(name = "abandon", mixinStandardHelpOptions = true)
final class CeremonyAbandonCommand implements Callable<Integer> {

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            required = true,
            descriptionKey = "ceremony-folder-unfinished")
    private Path folder = Path.of("");

    @Option(names = "--yes", descriptionKey = "ceremony-yes")
    private boolean yes;

    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    CeremonyAbandonCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        boolean file = Files.exists(folder.resolve(RootKeys.KEY_FOLDER));
        try (CeremonyDesk desk = CeremonyDesk.open(invocation.settings(home), Clock.systemUTC())) {
            List<String> keys =
                    desk.ceremony()
                            .abandon(
                                    new CeremonyFolder(folder),
                                    desk.handover(),
                                    desk.published(),
                                    yes);
            String named = keys.isEmpty() ? "–" : String.join(", ", keys);
            terminal.say(yes ? "ceremony.abandoned" : "ceremony.would-abandon", named, folder);
            if (!file) {
                terminal.say("ceremony.abandon-token");
            }
            return yes ? Terminal.DONE : Terminal.NEGATIVE;
        }
    }
}

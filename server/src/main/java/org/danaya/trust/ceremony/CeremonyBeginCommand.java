package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds the first ceremony: guided by questions, or after a script. */
@Command(name = "begin", mixinStandardHelpOptions = true)
final class CeremonyBeginCommand implements Callable<Integer> {

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            required = true,
            descriptionKey = "ceremony-folder-new")
    private Path folder = Path.of("");

    @Option(names = "--script", paramLabel = "FILE", descriptionKey = "ceremony-script")
    private @Nullable Path script;

    @Option(names = "--rehearsal", descriptionKey = "ceremony-rehearsal")
    private boolean rehearsal;

    @Option(names = "--by-default", descriptionKey = "ceremony-by-default")
    private boolean byDefault;

    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    CeremonyBeginCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        Clock clock = Clock.systemUTC();
        CeremonyFolder fresh = CeremonyFolder.fresh(folder);
        try (CeremonyDesk desk = CeremonyDesk.open(invocation.settings(home), clock)) {
            Plan plan;
            if (script != null) {
                plan = Plans.read(script.toString(), fresh.read(script), rehearsal);
            } else if (rehearsal && byDefault) {
                plan = Plans.rehearsal(clock);
            } else {
                Guide guide = new Guide(Questions.at(terminal), clock);
                plan = guide.plan(rehearsal);
                if (!guide.confirm(
                        "confirm", plan.name(org.danaya.trust.profile.AuthorityKind.ROOT))) {
                    return Terminal.NEGATIVE;
                }
            }
            Path act = desk.ceremony().begin(plan, fresh, desk.handover());
            terminal.say(plan.rehearsal() ? "ceremony.rehearsed" : "ceremony.held", act);
            return Terminal.DONE;
        }
    }
}

package org.danaya.logdesk;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.log.AttachedLog;
import org.danaya.log.Halt;
import org.danaya.log.LogFigures;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says how the log is. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class LogStatusCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    LogStatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        try (AttachedLog log = AttachedLog.to(invocation.settings(home))) {
            LogFigures figures = log.figures();
            Optional<Halt> halt = log.examine(Clock.systemUTC());
            if (json) {
                Map<String, Object> facts = facts(figures, halt);
                facts.put("running", log.isRunning());
                invocation.terminal().print(new JsonMapper().writeValueAsString(facts));
            } else {
                tell(figures, halt, log.isRunning());
            }
            return halt.isEmpty() ? Terminal.DONE : Terminal.NEGATIVE;
        }
    }

    private void tell(LogFigures figures, Optional<Halt> halted, boolean running) {
        Terminal terminal = invocation.terminal();
        Instant now = Clock.systemUTC().instant();
        terminal.say("log.status.origin", figures.origin());
        terminal.say("log.status.published", figures.publishedSize(), figures.placed());
        Instant last = figures.publishedAt();
        if (last != null) {
            terminal.say("log.status.age", Duration.between(last, now).toSeconds());
        }
        terminal.say("log.status.waiting", figures.waiting(), figures.lag(now).toSeconds());
        if (halted.isEmpty()) {
            terminal.say(running ? "log.status.sound" : "log.status.stopped");
        } else {
            Halt halt = halted.get();
            terminal.say(
                    "log.status.halted",
                    terminal.word("log.halt." + halt.reason().code()),
                    halt.since().toString(),
                    halt.detail());
        }
    }

    private static Map<String, Object> facts(LogFigures figures, Optional<Halt> halted) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("origin", figures.origin());
        facts.put("publishedSize", figures.publishedSize());
        Instant last = figures.publishedAt();
        if (last != null) {
            facts.put("publishedAt", last.toString());
        }
        facts.put("placed", figures.placed());
        facts.put("waiting", figures.waiting());
        facts.put("lagSeconds", figures.lag(Clock.systemUTC().instant()).toSeconds());
        facts.put("halted", halted.isPresent());
        halted.ifPresent(
                halt -> {
                    facts.put("haltReason", halt.reason().code());
                    facts.put("haltDetail", halt.detail());
                    facts.put("haltedAt", halt.since().toString());
                });
        return facts;
    }
}

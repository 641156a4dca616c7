package org.danaya.logdesk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.log.AttachedLog;
import org.danaya.log.Fsck;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Makes every hash of the log again and compares files, database and checkpoint. */
@Command(name = "fsck", mixinStandardHelpOptions = true)
final class LogFsckCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    LogFsckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (AttachedLog log = AttachedLog.to(invocation.settings(home))) {
            long start = System.nanoTime();
            Fsck.Outcome outcome = log.fsck().run(_ -> {});
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (json) {
                invocation.terminal().print(new JsonMapper().writeValueAsString(facts(outcome)));
            } else {
                tell(outcome, took);
            }
            return switch (outcome) {
                case Fsck.Outcome.Sound _ -> Terminal.DONE;
                case Fsck.Outcome.Different _ -> Terminal.NEGATIVE;
                case Fsck.Outcome.Unverifiable _ -> Terminal.FAILURE;
            };
        }
    }

    private static Map<String, Object> facts(Fsck.Outcome outcome) {
        Map<String, Object> facts = new LinkedHashMap<>();
        switch (outcome) {
            case Fsck.Outcome.Sound(long size, long erased, long files) -> {
                facts.put("outcome", "sound");
                facts.put("size", size);
                facts.put("erased", erased);
                facts.put("files", files);
            }
            case Fsck.Outcome.Different(String where, String detail) -> {
                facts.put("outcome", "different");
                facts.put("where", where);
                facts.put("detail", detail);
            }
            case Fsck.Outcome.Unverifiable(String where, String detail) -> {
                facts.put("outcome", "unverifiable");
                facts.put("where", where);
                facts.put("detail", detail);
            }
        }
        return facts;
    }

    private void tell(Fsck.Outcome outcome, Duration took) {
        Terminal terminal = invocation.terminal();
        switch (outcome) {
            case Fsck.Outcome.Sound(long size, long erased, long files) ->
                    terminal.say("log.fsck.sound", size, files, erased, took.toMillis() / 1000.0);
            case Fsck.Outcome.Different(String where, String detail) ->
                    terminal.complain("log.fsck.different", where, detail);
            case Fsck.Outcome.Unverifiable(String where, String detail) ->
                    terminal.complain("log.fsck.unverifiable", where, detail);
        }
    }
}

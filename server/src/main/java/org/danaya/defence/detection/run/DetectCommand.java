package org.danaya.defence.detection.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.defence.detection.findings.Showing;
import org.danaya.defence.detection.findings.Summary;
import org.danaya.defence.rules.CheckWords;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Finds what Sigma rules look for in files of events. Exits 0 where everything was read, whether or
 * not something was found.
 */
@Command(name = "detect", mixinStandardHelpOptions = true)
public final class DetectCommand implements Callable<Integer> {

    private static final int MOST_THREADS = 256;
    private static final int BAR = 20;

    @Parameters(paramLabel = "INPUT", arity = "1..*", descriptionKey = "detect-input")
    private List<String> inputs = new ArrayList<>();

    @Mixin private RuleOptions rules = new RuleOptions();
    @Mixin private TimeOptions times = new TimeOptions();
    @Mixin private ResultOptions results = new ResultOptions();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "detect-threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--stats", descriptionKey = "detect-stats")
    private boolean stats;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();

    DetectCommand(Invocation invocation) {
        this.terminal = invocation.terminal();
    }

    @Override
    public Integer call() {
        if (threads < 1 || threads > MOST_THREADS) {
            return terminal.wrongUse("detect.threads", MOST_THREADS);
        }
        Optional<Window> window = times.window(terminal);
        if (window.isEmpty()) {
            return Terminal.WRONG_USE;
        }
        if (inputs.stream().anyMatch(String::isBlank)) {
            return terminal.wrongUse("detect.empty");
        }
        Instant began = clock.instant();
        Rules loaded = rules.read(clock, terminal);
        List<Input> listed = InputList.of(inputs);
        for (Input input : listed) {
            if (input instanceof Input.OfRules(String name, int files, boolean _)) {
                terminal.complain("detect.rules-as-input", name, files);
            }
        }
        Showing showing =
                new Showing(
                        terminal.words(),
                        terminal.language(),
                        new Showing.Run(began, inputs, rules.names(), asked(window.get())),
                        terminal.isColoured(),
                        terminal.width(),
                        false);
        try (OutputStream out = results.open(listed, terminal)) {
            Findings findings = results.to(out, showing);
            Summary summary = new Summary();
            Account account = detect(loaded, window.get(), listed, both(findings, summary));
            Ledger ledger =
                    account.ledger(
                            loaded.set(),
                            new CheckWords(terminal)::sentence,
                            Duration.between(began, clock.instant()));
            findings.end(ledger);
            if (json) {
                terminal.remark(summary.json(ledger));
            } else {
                summary.lines(ledger, showing).forEach(terminal::remark);
            }
            return account.missed() ? Terminal.FAILURE : Terminal.DONE;
        } catch (UncheckedIOException | IOException e) {
            if (results.isClosed(e)) {
                return Terminal.DONE;
            }
            throw results.unwritten(e);
        }
    }

    private Showing.Asked asked(Window window) {
        Rules.Choice choice = rules.choice();
        return new Showing.Asked(choice.leastLevel(), choice.tags(), window.from(), window.to());
    }

    /** How much of all inputs was read, where their sizes are known, and how many events. */
    private Detection.Progress progress(List<Input> listed) {
        long all =
                listed.stream()
                        .mapToLong(input -> input instanceof Input.Openable open ? open.size() : 0)
                        .sum();
        return (bytes, events) -> {
            int done = all == 0 ? 0 : (int) Math.min(BAR, bytes * BAR / all);
            String bar = "█".repeat(done) + "░".repeat(BAR - done);
            terminal.progress("detect.progress", bar, bytes >> 20, events);
        };
    }

    private static Findings both(Findings findings, Summary summary) {
        return new Findings() {
            @Override
            public void found(Match match) {
                findings.found(match);
                summary.found(match);
            }

            @Override
            public void end(Ledger ledger) {
                findings.end(ledger);
            }
        };
    }

    private Account detect(Rules loaded, Window window, List<Input> listed, Findings findings) {
        try (Detection detection =
                new Detection(
                        loaded, window, results.detail(), threads, findings, progress(listed))) {
            detection.read(listed);
            terminal.endProgress();
            if (stats) {
                Account account = detection.account();
                double each = Math.max(1, account.events());
                terminal.complain(
                        "detect.stats",
                        loaded.elapsed().toMillis() / 1_000.0,
                        loaded.routing().compiling().toMillis() / 1_000.0,
                        account.coverage().kinds(),
                        detection.looked() / each);
            }
            return detection.account();
        }
    }
}

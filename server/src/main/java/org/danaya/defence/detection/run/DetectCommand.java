package org.danaya.defence.detection.run;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.defence.detection.DetectionFault;
import org.danaya.defence.detection.Findings;
import org.danaya.defence.detection.Ledger;
import org.danaya.defence.detection.Match;
import org.danaya.defence.detection.findings.FindingsFormat;
import org.danaya.defence.detection.findings.Showing;
import org.danaya.defence.detection.findings.Summary;
import org.danaya.defence.rules.CheckWords;
import org.danaya.defence.rules.PlaceholdersOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.sigma.pipeline.Pipeline;
import org.danaya.sigma.pipeline.PipelineDefect;
import org.danaya.sigma.pipeline.PipelineReader;
import org.danaya.sigma.pipeline.Pipelines;
import org.danaya.sigma.rule.Level;
import org.jspecify.annotations.Nullable;
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
    private static final int MOST_REFUSED = 5;
    private static final int BUFFER = 1 << 16;
    private static final String STANDARD_OUTPUT = "-";

    /** What systems say, in every language, of a pipe that nobody reads any more. */
    private static final String CLOSED = "pipe";

    @Parameters(paramLabel = "INPUT", arity = "1..*", descriptionKey = "detect-input")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--rules",
            paramLabel = "FOLDER",
            required = true,
            arity = "1",
            descriptionKey = "detect-rules")
    private List<Path> rules = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "json|table|csv|timeline|html",
            descriptionKey = "detect-format")
    private FindingsFormat format = FindingsFormat.JSON;

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "detect-output")
    private @Nullable Path output;

    @Option(names = "--min-level", paramLabel = "LEVEL", descriptionKey = "detect-min-level")
    private Level least = Level.INFORMATIONAL;

    @Option(names = "--tag", paramLabel = "TAG", descriptionKey = "detect-tag")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "detect-from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", descriptionKey = "detect-to")
    private @Nullable String to;

    @Option(names = "--routing", paramLabel = "auto|event|off", descriptionKey = "detect-routing")
    private RoutingMode routing = RoutingMode.AUTO;

    @Option(names = "--pipeline", paramLabel = "FILE", descriptionKey = "detect-pipeline")
    private List<Path> pipelines = new ArrayList<>();

    @Mixin private PlaceholdersOption placeholders = new PlaceholdersOption();

    @Option(names = "--explain", descriptionKey = "detect-explain")
    private boolean explain;

    @Option(names = "--evidence", descriptionKey = "detect-evidence")
    private boolean evidence;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "detect-threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--stats", descriptionKey = "detect-stats")
    private boolean stats;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;
    private final Clock clock = Clock.systemUTC();

    DetectCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        if (threads < 1 || threads > MOST_THREADS) {
            terminal.complain("detect.threads", MOST_THREADS);
            return Terminal.WRONG_USE;
        }
        for (String time : Stream.of(from, to).filter(Objects::nonNull).toList()) {
            if (EventTimes.read(time).isEmpty()) {
                terminal.complain("detect.time", time);
                return Terminal.WRONG_USE;
            }
        }
        Window window = new Window(time(from), time(to));
        if (window.isEmpty()) {
            terminal.complain("detect.window", String.valueOf(from), String.valueOf(to));
            return Terminal.WRONG_USE;
        }
        if (inputs.stream().anyMatch(String::isBlank)) {
            terminal.complain("detect.empty");
            return Terminal.WRONG_USE;
        }
        Instant began = clock.instant();
        Rules loaded = rules();
        List<Input> listed = InputList.of(inputs);
        if (output != null) {
            spareInputs(listed, output);
        }
        Showing showing =
                new Showing(
                        terminal.words(),
                        terminal.language(),
                        new Showing.Run(began, inputs, rules.stream().map(Path::toString).toList()),
                        terminal.isColoured(),
                        terminal.width(),
                        false);
        try (OutputStream out = out()) {
            Findings findings = format.to(out, showing);
            Summary summary = new Summary();
            Account account = detect(loaded, window, listed, both(findings, summary));
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
            String why = String.valueOf(e.getMessage());
            if (output == null && why.toLowerCase(Locale.ROOT).contains(CLOSED)) {
                // Whoever read this has seen enough.
                return Terminal.DONE;
            }
            throw new Fault(e, DetectionFault.FILE, output == null ? STANDARD_OUTPUT : output, why);
        }
    }

    /** Results never replace the events they are about. */
    private static void spareInputs(List<Input> listed, Path output) {
        if (Files.isRegularFile(output)
                && listed.stream().anyMatch(input -> isSame(Path.of(input.name()), output))) {
            throw new Fault(DetectionFault.OVERWRITES, output);
        }
    }

    private static boolean isSame(Path input, Path output) {
        try {
            return Files.isSameFile(input, output);
        } catch (IOException _) {
            return false;
        }
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
            invocation.terminal().progress("detect.progress", bar, bytes >> 20, events);
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
        Terminal terminal = invocation.terminal();
        try (Detection detection =
                new Detection(loaded, window, detail(), threads, findings, progress(listed))) {
            detection.read(listed);
            terminal.endProgress();
            if (stats) {
                Account account = detection.account();
                double each = Math.max(1, account.events());
                terminal.complain(
                        "detect.stats",
                        loaded.elapsed().toMillis() / 1_000.0,
                        account.coverage().kinds(),
                        detection.looked() / each);
            }
            return detection.account();
        }
    }

    /** A report is for people who haven't the events: it shows them, and why. */
    private Detail detail() {
        boolean report = format == FindingsFormat.HTML;
        return new Detail(explain || report, evidence || report);
    }

    private Rules rules() {
        List<Pipeline> others = new ArrayList<>();
        for (Path file : pipelines) {
            try {
                others.add(PipelineReader.read(file));
            } catch (PipelineDefect e) {
                throw new Fault(
                        e,
                        DetectionFault.PIPELINE,
                        e.file(),
                        e.line(),
                        String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new Fault(e, DetectionFault.FILE, file, String.valueOf(e.getMessage()));
            }
        }
        Rules loaded =
                Rules.read(
                        clock,
                        rules,
                        placeholders.read(invocation.terminal()),
                        new Rules.Choice(least, tags),
                        routing,
                        Pipelines.with(others));
        if (loaded.set().rules().isEmpty()) {
            CheckWords words = new CheckWords(invocation.terminal());
            loaded.set().refused().stream()
                    .limit(MOST_REFUSED)
                    .forEach(
                            refused ->
                                    invocation
                                            .terminal()
                                            .complain(
                                                    "detect.refused",
                                                    refused.source().file(),
                                                    words.sentence(refused)));
            throw new Fault(DetectionFault.NO_RULE, loaded.set().refused().size());
        }
        return loaded;
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(EventTimes::read);
    }

    private OutputStream out() {
        if (output == null) {
            return new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        }
        try {
            return new BufferedOutputStream(Files.newOutputStream(output), BUFFER);
        } catch (IOException e) {
            throw new Fault(e, DetectionFault.FILE, output, String.valueOf(e.getMessage()));
        }
    }
}

package org.danaya.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TileSource;
import org.danaya.verify.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows any C2SP log from outside, and says loudly when it breaks its promise. */
@Command(name = "monitor", mixinStandardHelpOptions = true)
public final class MonitorCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** An answer from a stale cache is looked at again before it counts as a rollback. */
    private static final int ROLLBACK_LOOKS = 3;

    @Parameters(index = "0", paramLabel = "URL", descriptionKey = "monitor.url")
    private String url = "";

    @Option(names = "--key", required = true, paramLabel = "KEY", descriptionKey = "monitor.key")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--state", paramLabel = "FILE", descriptionKey = "monitor.state")
    private @Nullable Path state;

    @Option(names = "--once", descriptionKey = "monitor.once")
    private boolean once;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "60",
            descriptionKey = "monitor.interval")
    private int interval;

    @Option(names = "--hashes-only", descriptionKey = "monitor.hashes-only")
    private boolean hashesOnly;

    @Option(
            names = "--max-megabytes",
            paramLabel = "MB",
            defaultValue = "10000",
            descriptionKey = "monitor.max-megabytes")
    private long maxMegabytes;

    @Option(names = "--json", descriptionKey = "monitor.json")
    private boolean json;

    private final Invocation invocation;
    private final Clock clock = Clock.systemUTC();

    MonitorCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<VerifierKey> its = keys.stream().map(MonitorCommand::key).toList();
        try (HttpClient http = WitnessConfiguration.http(TIMEOUT)) {
            SignedNote last = remembered(its);
            while (true) {
                MonitorOutcome outcome = look(http, its, last);
                if (outcome instanceof MonitorOutcome.Grown grown) {
                    last = grown.note();
                    remember(last);
                }
                tell(outcome);
                if (outcome instanceof MonitorOutcome.Broken) {
                    return Terminal.NEGATIVE;
                }
                if (once) {
                    return outcome instanceof MonitorOutcome.Unreachable
                            ? Terminal.FAILURE
                            : Terminal.DONE;
                }
                Thread.sleep(Duration.ofSeconds(interval));
            }
        }
    }

    private MonitorOutcome look(HttpClient http, List<VerifierKey> its, @Nullable SignedNote last)
            throws InterruptedException {
        MonitorOutcome outcome = new MonitorOutcome.Unreachable("not tried");
        for (int looks = 0; looks < ROLLBACK_LOOKS; looks++) {
            outcome = new LogMonitor(source(http), its, !hashesOnly).look(last);
            if (!(outcome instanceof MonitorOutcome.Rollback)) {
                return outcome;
            }
            Thread.sleep(Duration.ofSeconds(looks));
        }
        return outcome;
    }

    private TileSource source(HttpClient http) {
        try {
            URI address = URI.create(url);
            return switch (String.valueOf(address.getScheme())) {
                case "http", "https" ->
                        new HttpTiles(http, address, TIMEOUT, maxMegabytes * 1_000_000);
                case "file" -> TileSource.directory(Path.of(address));
                default -> throw new Fault(WitnessFault.WRONG_ADDRESS, url);
            };
        } catch (IllegalArgumentException e) {
            throw new Fault(e, WitnessFault.WRONG_ADDRESS, url);
        }
    }

    /** A key's text, or a file that holds it. */
    private static VerifierKey key(String text) {
        String vkey = text;
        if (!text.contains("+")) {
            try {
                vkey = Files.readString(Path.of(text));
            } catch (IOException e) {
                throw new Fault(e, WitnessFault.WRONG_KEY, text);
            }
        }
        return switch (VerifierKey.parse(vkey.strip())) {
            case Parsed.Ok<VerifierKey>(VerifierKey key) -> key;
            case Parsed.Malformed<VerifierKey>(var reason, int _, int _, String detail) ->
                    throw new Fault(WitnessFault.WRONG_KEY, reason.code() + ", " + detail);
        };
    }

    private @Nullable SignedNote remembered(List<VerifierKey> its) {
        Path file = state;
        if (file == null || Files.notExists(file)) {
            return null;
        }
        try {
            if (SignedNote.parse(Files.readAllBytes(file))
                            instanceof Parsed.Ok<SignedNote>(SignedNote note)
                    && new LogMonitor(_ -> Optional.empty(), its, false).own(note).isPresent()) {
                return note;
            }
        } catch (IOException e) {
            throw new Fault(e, WitnessFault.MONITOR_STATE, file, String.valueOf(e.getMessage()));
        }
        throw new Fault(WitnessFault.MONITOR_STATE, file, "no checkpoint of this log");
    }

    private void remember(SignedNote note) {
        Path file = state;
        if (file != null) {
            write(file.toAbsolutePath(), note.toBytes());
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            DurableFiles.replace(file, bytes, DurableFiles.ALL_READ);
            DurableFiles.syncFolder(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new Fault(e, WitnessFault.MONITOR_STATE, file, String.valueOf(e.getMessage()));
        }
    }

    private void tell(MonitorOutcome outcome) {
        switch (outcome) {
            case MonitorOutcome.Unchanged(var checkpoint) ->
                    say(outcome, checkpoint.size(), "", "");
            case MonitorOutcome.Grown grown ->
                    say(outcome, grown.checkpoint().size(), Long.toString(grown.entries()), "");
            case MonitorOutcome.Unreachable(String detail) -> say(outcome, -1, detail, "");
            case MonitorOutcome.Broken broken ->
                    say(outcome, -1, broken.detail(), keep(broken).toString());
        }
    }

    private void say(MonitorOutcome outcome, long size, String detail, String evidence) {
        if (json) {
            invocation
                    .terminal()
                    .print(
                            "{\"time\":\"%s\",\"outcome\":\"%s\",\"size\":%s,\"detail\":%s,\"evidence\":%s}"
                                    .formatted(
                                            Instant.now(clock),
                                            outcome.code(),
                                            size < 0 ? "null" : size,
                                            quoted(detail),
                                            quoted(evidence)));
        } else if (outcome instanceof MonitorOutcome.Broken
                || outcome instanceof MonitorOutcome.Unreachable) {
            invocation.terminal().complain("monitor." + outcome.code(), detail, evidence);
        } else {
            invocation.terminal().say("monitor." + outcome.code(), size, detail);
        }
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "null";
        }
        String plain = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + plain.replaceAll("\\p{Cntrl}", " ") + '"';
    }

    /** Writes the evidence beside the state, or into this folder where there is no state. */
    private Path keep(MonitorOutcome.Broken broken) {
        Path beside = state == null ? Path.of("danaya-monitor") : state;
        String name =
                beside.getFileName()
                        + "."
                        + broken.code()
                        + "."
                        + clock.instant().getEpochSecond()
                        + ".txt";
        Path file = beside.toAbsolutePath().resolveSibling(name);
        String text =
                broken.code() + ": " + broken.detail() + "\n" + url + "\n\n" + broken.evidence();
        write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}

package org.danaya.mandates.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.Freshness;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says the verdict on a mandate: exits 0 where it is valid and the information is fresh, 1 for
 * anything else. It trusts the anchor file that it is given, and nothing else; without one it
 * repeats what a portal says.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|CODE", descriptionKey = "verify-what")
    private String what = "";

    @Option(names = "--anchor", paramLabel = "FILE", descriptionKey = "verify-anchor")
    private @Nullable Path anchor;

    @Option(names = "--snapshot", paramLabel = "FILE", descriptionKey = "verify-snapshot")
    private @Nullable Path snapshot;

    @Option(names = "--max-age", paramLabel = "DAYS", descriptionKey = "verify-max-age")
    private int days = Math.toIntExact(Freshness.DEFAULT_LIMIT.toDays());

    @Option(names = "--memory", paramLabel = "FILE", descriptionKey = "verify-memory")
    private @Nullable Path memory;

    @Option(names = "--forget-log", descriptionKey = "verify-forget-log")
    private boolean forget;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "verify-server")
    private @Nullable URI server;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private static final int MOST_ANCHOR = 1 << 20;

    private final Terminal terminal;
    private final Clock clock;

    VerifyCommand(Invocation invocation) {
        this(invocation, Clock.systemUTC());
    }

    VerifyCommand(Invocation invocation, Clock clock) {
        this.terminal = invocation.terminal();
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean offline = anchor != null && snapshot != null;
        boolean how = offline != (server != null) && (snapshot == null || anchor != null);
        if (!how || days < 1 || (forget && anchor == null) || !isOfTheWeb(server)) {
            return terminal.wrongUse("mandates.verify.how");
        }
        try (FileReaders readers = new FileReaders();
                Portal portal =
                        server == null ? null : new Portal(server, terminal.language(), clock)) {
            Pinned pinned = anchor == null ? null : pinned(anchor, portal);
            Judge judge = new Judge(terminal, readers, pinned, portal, clock);
            return tell(shown(judge), pinned);
        } catch (ConnectException | HttpTimeoutException | Portal.Unanswered e) {
            terminal.complain(
                    "mandates.verify.unreachable", String.valueOf(server), String.valueOf(e));
            return Terminal.FAILURE;
        } catch (IOException e) {
            terminal.complain("mandates.verify.unreadable", String.valueOf(e.getMessage()));
            return Terminal.FAILURE;
        } catch (Fault e) {
            int failure = terminal.failure(e);
            return e.code() instanceof CheckFault found ? found.exit() : failure;
        }
    }

    private static boolean isOfTheWeb(@Nullable URI address) {
        return address == null
                || (address.getHost() != null
                        && List.of("http", "https")
                                .contains(
                                        String.valueOf(address.getScheme())
                                                .toLowerCase(Locale.ROOT)));
    }

    private Pinned.Memory memory(Anchor trusted) {
        return new Pinned.Memory(memory == null ? Pinned.memory(trusted) : memory, forget);
    }

    private Pinned pinned(Path file, @Nullable Portal portal)
            throws IOException, InterruptedException {
        Anchor trusted =
                switch (Anchor.parse(LocalFiles.bytes(file, MOST_ANCHOR))) {
                    case Parsed.Ok<Anchor>(Anchor read) -> read;
                    case Parsed.Malformed<Anchor>(Reason reason, _, _, String detail) ->
                            throw new Fault(CheckFault.ANCHOR, file, reason.code() + ": " + detail);
                };
        return Pinned.open(
                trusted,
                portal == null
                        ? LocalFiles.bytes(Objects.requireNonNull(snapshot), Portal.MOST_SNAPSHOT)
                        : portal.snapshot(),
                memory(trusted),
                (from, to) -> portal == null ? Optional.empty() : portal.growth(from, to),
                portal != null,
                clock.instant(),
                Duration.ofDays(days));
    }

    private CheckAnswer.Shown shown(Judge judge) throws IOException, InterruptedException {
        Path file = file();
        return file == null ? judge.typed(what) : judge.file(file);
    }

    private @Nullable Path file() {
        try {
            Path path = Path.of(what);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private int tell(CheckAnswer.Shown shown, @Nullable Pinned pinned) {
        List<String> remarks = new ArrayList<>(shown.remarks());
        if (pinned == null) {
            remarks.add(terminal.word("mandates.verify.believed", String.valueOf(server)));
        } else {
            pinned.findings().stream()
                    .map(each -> terminal.word("mandates.verify.finding." + Pinned.name(each)))
                    .distinct()
                    .forEach(remarks::add);
            pinned.forgotten()
                    .map(kept -> terminal.word("mandates.verify.forgotten", kept.toString()))
                    .ifPresent(remarks::add);
        }
        if (json) {
            terminal.print(
                    JsonMapper.builder()
                            .build()
                            .writeValueAsString(
                                    new CheckAnswer.Shown(
                                            shown.kind(),
                                            shown.answers(),
                                            shown.named(),
                                            remarks,
                                            shown.signature())));
        } else {
            shown.answers().forEach(this::tell);
            shown.named().forEach(this::tellNamed);
            if (shown.signature() != null) {
                terminal.print(shown.signature().sentence());
            }
            remarks.forEach(terminal::print);
        }
        boolean good =
                !shown.answers().isEmpty() && shown.answers().stream().allMatch(CheckAnswer::good);
        return good ? Terminal.DONE : Terminal.NEGATIVE;
    }

    private void tell(CheckAnswer answer) {
        String confirm =
                answer.verdict().equals("VALIDE") && answer.toConfirm()
                        ? terminal.word("mandates.verify.confirm")
                        : "";
        terminal.print(answer.verdict() + confirm + " – " + answer.sentence());
        answer.remarks().forEach(terminal::print);
        terminal.print(answer.next());
        terminal.print(terminal.word("mandates.verify.known", answer.known().toString()));
    }

    private void tellNamed(CheckAnswer answer) {
        Facts facts = answer.mandate();
        terminal.print(
                "  "
                        + (facts == null
                                ? answer.title()
                                : terminal.word(
                                        "mandates.check.named.number",
                                        Long.toString(facts.number()),
                                        answer.title())));
        terminal.print("  " + answer.sentence());
        terminal.print("  " + terminal.word("mandates.check.named"));
    }
}

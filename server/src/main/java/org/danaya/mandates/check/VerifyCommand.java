package org.danaya.mandates.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.mandate.Anchor;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Remembered;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.VerdictWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says the verdict on a mandate: exits 0 where it is valid, 1 for any other verdict. Without a
 * network it trusts the anchor file that it is given, and nothing else.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 32 << 20;

    @Parameters(paramLabel = "FILE|CODE", descriptionKey = "verify-what")
    private String what = "";

    @Option(names = "--anchor", paramLabel = "FILE", descriptionKey = "verify-anchor")
    private @Nullable Path anchor;

    @Option(names = "--snapshot", paramLabel = "FILE", descriptionKey = "verify-snapshot")
    private @Nullable Path snapshot;

    @Option(names = "--max-age", paramLabel = "DAYS", descriptionKey = "verify-max-age")
    private int days = Math.toIntExact(Freshness.DEFAULT_LIMIT.toDays());

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "verify-server")
    private @Nullable URI server;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Terminal terminal;
    private final VerdictWords words;
    private final JsonMapper mapper = JsonMapper.builder().build();

    VerifyCommand(Invocation invocation) {
        this.terminal = invocation.terminal();
        this.words = VerdictWords.of(terminal.language().locale());
    }

    /** What answers isn't a portal. */
    private static final class Unanswered extends IOException {

        private static final long serialVersionUID = 1;

        Unanswered(String message) {
            super(message);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean offline = anchor != null && snapshot != null;
        if (offline == (server != null) || (anchor == null) != (snapshot == null)) {
            terminal.complain("mandates.verify.how");
            return Terminal.WRONG_USE;
        }
        List<String> shown = shown();
        if (shown.isEmpty()) {
            terminal.complain("fault.mandates.exhibit-none");
            return Terminal.NEGATIVE;
        }
        List<CheckApi.Answer> answers = new ArrayList<>();
        for (String each : shown) {
            boolean isSeal = each.contains(":") || each.length() > 2 * ShortCode.CHARACTERS;
            if (!isSeal && !(ShortCode.read(each) instanceof ShortCode.Reading.Good)) {
                terminal.print(words.reading(ShortCode.read(each)));
                return Terminal.NEGATIVE;
            }
            if (!isSeal && offline) {
                terminal.complain("mandates.verify.code-needs-server");
                return Terminal.WRONG_USE;
            }
            try {
                answers.add(server == null ? offline(each) : isSeal ? sealed(each) : asked(each));
            } catch (ConnectException | HttpTimeoutException | Unanswered e) {
                terminal.complain(
                        "mandates.verify.unreachable", String.valueOf(server), String.valueOf(e));
                return Terminal.FAILURE;
            }
        }
        answers.forEach(this::tell);
        return answers.stream().allMatch(each -> each.verdict().equals("VALIDE"))
                ? Terminal.DONE
                : Terminal.NEGATIVE;
    }

    /** The codes that are shown: those of a file, or what was typed. */
    private List<String> shown() throws IOException {
        Path file = file();
        if (file == null) {
            return List.of(what);
        }
        if (Files.size(file) > MOST_BYTES) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        if (Exhibits.isSealText(bytes)) {
            return List.of(new String(bytes, StandardCharsets.UTF_8));
        }
        if (Exhibits.isPdf(bytes)) {
            terminal.complain("mandates.verify.letter", file);
            return ((Sight.Pages) ReadingProcess.look(bytes)).texts().stream()
                    .filter(text -> text.startsWith(MandateSeal.PREFIX))
                    .toList();
        }
        return ReadingProcess.look(bytes) instanceof Sight.Picture(List<String> texts)
                ? texts
                : List.of();
    }

    private @Nullable Path file() {
        try {
            Path path = Path.of(what);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private CheckApi.Answer offline(String seal) throws IOException {
        Instant now = CLOCK.instant();
        byte[] pinned = Files.readAllBytes(java.util.Objects.requireNonNull(anchor));
        byte[] known = Files.readAllBytes(java.util.Objects.requireNonNull(snapshot));
        return switch (Anchor.parse(pinned)) {
            case Parsed.Ok<Anchor>(Anchor trusted) ->
                    answer(
                            MandateCheck.offline(
                                    seal,
                                    known,
                                    trusted,
                                    now,
                                    Duration.ofDays(days),
                                    Remembered.NOTHING));
            case Parsed.Malformed<Anchor>(Reason reason, _, _, String detail) ->
                    answer(MandateCheck.refuse(reason, detail, Freshness.live(now)));
        };
    }

    /** A seal is believed where the server says the same of its code. */
    private CheckApi.Answer sealed(String text) throws IOException, InterruptedException {
        return switch (MandateSeal.read(text)) {
            case Parsed.Malformed<MandateSeal>(Reason reason, _, _, String detail) ->
                    answer(MandateCheck.refuse(reason, detail, Freshness.live(CLOCK.instant())));
            case Parsed.Ok<MandateSeal>(MandateSeal seal) -> {
                CheckApi.Answer said = asked(ShortCode.ofData(seal.claimed().code()).toString());
                Facts facts = said.mandate();
                yield facts == null || SealedFacts.agree(seal.claimed(), facts.sealed())
                        ? said
                        : answer(
                                MandateCheck.refuse(
                                        Reason.SIGNATURE_WRONG,
                                        "the register says otherwise",
                                        Freshness.live(said.known())));
            }
        };
    }

    private CheckApi.Answer asked(String code) throws IOException, InterruptedException {
        String plain = code.replaceAll("[^0-9A-Za-z]", "");
        URI address = java.util.Objects.requireNonNull(server).resolve("/api/v1/mandates/" + plain);
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> response =
                    client.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(PATIENCE)
                                    .header("Accept", "application/json")
                                    .header(
                                            "Accept-Language",
                                            terminal.language().locale().getLanguage())
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new Unanswered("HTTP " + response.statusCode());
            }
            return mapper.readValue(response.body(), CheckApi.Answer.class);
        } catch (JacksonException e) {
            throw new Unanswered(String.valueOf(e.getMessage()));
        }
    }

    private CheckApi.Answer answer(MandateVerdict verdict) {
        return new CheckApi.Answer(
                verdict.code(),
                words.title(verdict),
                words.sentence(verdict),
                words.remarks(verdict),
                words.next(verdict),
                verdict.freshness().known(),
                null,
                verdict.known().map(Facts::of).orElse(null),
                null);
    }

    private void tell(CheckApi.Answer answer) {
        if (json) {
            terminal.print(mapper.writeValueAsString(answer));
            return;
        }
        terminal.print(answer.verdict() + " – " + answer.sentence());
        answer.remarks().forEach(terminal::print);
        terminal.print(answer.next());
        terminal.print(terminal.word("mandates.verify.known", answer.known().toString()));
    }
}

package org.danaya.mandates.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.page.Terminal;
import org.danaya.verify.Parsed;
import org.danaya.verify.Reason;
import org.danaya.verify.mandate.ClockRemark;
import org.danaya.verify.mandate.Freshness;
import org.danaya.verify.mandate.MandateCheck;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.VerdictWords;
import org.jspecify.annotations.Nullable;

/**
 * Decides for the command line. With an anchor every seal is checked with its keys, and what a
 * portal adds can only make a verdict worse; without one a portal is repeated.
 */
final class Judge {

    private static final int MOST_BYTES = 32 << 20;

    private final Terminal terminal;
    private final VerdictWords words;
    private final FileReaders readers;
    private final @Nullable Pinned pinned;
    private final @Nullable Portal portal;
    private final Clock clock;

    Judge(
            Terminal terminal,
            FileReaders readers,
            @Nullable Pinned pinned,
            @Nullable Portal portal,
            Clock clock) {
        this.terminal = terminal;
        this.words = VerdictWords.of(terminal.language().locale());
        this.readers = readers;
        this.pinned = pinned;
        this.portal = portal;
        this.clock = clock;
    }

    /** What was typed: a seal's text or a short code. */
    CheckAnswer.Shown typed(String text) throws IOException, InterruptedException {
        return Checks.isSeal(text)
                ? shown("seal", List.of(sealed(text)))
                : shown("code", List.of(coded(text)));
    }

    /**
     * A file.
     *
     * @throws Fault {@link CheckFault} where it shows nothing that can be checked
     */
    CheckAnswer.Shown file(Path file) throws IOException, InterruptedException {
        if (Files.size(file) > MOST_BYTES) {
            throw new Fault(CheckFault.LARGE);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (Exhibits.isSealText(bytes)) {
            return shown("seal", List.of(sealed(new String(bytes, StandardCharsets.UTF_8))));
        }
        if (Exhibits.isForeignPicture(bytes)) {
            throw new Fault(CheckFault.FORMAT);
        }
        return switch (readers.look(bytes)) {
            case Sight.Picture(List<String> texts) when texts.isEmpty() ->
                    throw new Fault(CheckFault.NONE);
            case Sight.Picture(List<String> texts) -> picture(texts);
            case Sight.Pages(List<String> texts, boolean scan) ->
                    pinned == null ? asked(bytes) : pages(pinned, bytes, texts, scan);
            case Sight.Other() -> asked(bytes);
            case Sight.TooLarge() -> throw new Fault(CheckFault.LARGE);
            case Sight.TooHard() -> throw new Fault(CheckFault.HARD);
        };
    }

    private static CheckAnswer.Shown shown(String kind, List<CheckAnswer> answers) {
        return new CheckAnswer.Shown(kind, answers, List.of(), List.of(), null);
    }

    private CheckAnswer.Shown picture(List<String> texts) throws IOException, InterruptedException {
        List<String> remarks = new ArrayList<>();
        if (texts.size() > 1) {
            remarks.add(terminal.word("mandates.check.several", texts.size()));
        }
        remarks.add(terminal.word("mandates.check.copy"));
        return new CheckAnswer.Shown("picture", scanned(texts), List.of(), remarks, null);
    }

    /** Nothing can be told of it here. */
    private CheckAnswer.Shown asked(byte[] bytes) throws IOException, InterruptedException {
        if (portal == null || pinned != null) {
            throw new Fault(CheckFault.UNKNOWN);
        }
        return portal.file(bytes).orElseThrow(() -> new Fault(CheckFault.UNKNOWN));
    }

    private CheckAnswer.Shown pages(Pinned trusted, byte[] pdf, List<String> texts, boolean scan)
            throws IOException, InterruptedException {
        List<String> ours = texts.stream().filter(Checks::isOurs).toList();
        if (ours.isEmpty()) {
            throw new Fault(CheckFault.NO_CODE);
        }
        if (scan) {
            return picture(ours);
        }
        List<CheckAnswer> named = scanned(ours);
        LetterSeal seal =
                named.size() == 1
                        ? trusted.letter(pdf, terminal.language().locale())
                        : LetterSeal.FORGED;
        return switch (seal) {
            case HOLDS -> shown("letter", named);
            case UNCERTAIN ->
                    shown(
                            "letter",
                            List.of(
                                    named.getFirst()
                                            .doubted(
                                                    terminal.word(
                                                            "mandates.verify.seal-uncertain"))));
            case FORGED ->
                    new CheckAnswer.Shown(
                            "letter",
                            List.of(refused(Reason.LETTER_UNPROVEN, "its seal doesn’t hold")),
                            named,
                            List.of(),
                            null);
        };
    }

    private List<CheckAnswer> scanned(List<String> texts) throws IOException, InterruptedException {
        List<CheckAnswer> answers = new ArrayList<>();
        for (String text : texts) {
            String last = text.substring(text.lastIndexOf('/') + 1);
            boolean address = !text.startsWith(MandateSeal.PREFIX) && Checks.isOurs(text);
            answers.add(address ? coded(last) : sealed(text));
        }
        return answers;
    }

    private CheckAnswer sealed(String text) throws IOException, InterruptedException {
        if (pinned == null) {
            return compared(text);
        }
        MandateVerdict verdict = pinned.check(text);
        CheckAnswer answer = timed(CheckAnswer.of(words, verdict));
        if (portal == null || !(verdict instanceof MandateVerdict.Valid valid)) {
            return answer;
        }
        return worse(answer, portal.code(ShortCode.ofData(valid.mandate().code()).toString()));
    }

    /** A seal is believed where the server says the same of its code. */
    private CheckAnswer compared(String text) throws IOException, InterruptedException {
        return switch (MandateSeal.read(text)) {
            case Parsed.Malformed<MandateSeal>(Reason reason, _, _, String detail) ->
                    refused(reason, detail);
            case Parsed.Ok<MandateSeal>(MandateSeal seal) -> {
                CheckAnswer said = asker().code(ShortCode.ofData(seal.claimed().code()).toString());
                Facts facts = said.mandate();
                yield facts == null || SealedFacts.agree(seal.claimed(), facts.sealed())
                        ? said
                        : refused(Reason.SIGNATURE_WRONG, "the register says otherwise");
            }
        };
    }

    private CheckAnswer coded(String typed) throws IOException, InterruptedException {
        return switch (ShortCode.read(typed)) {
            case ShortCode.Reading.Good(ShortCode code) -> {
                CheckAnswer said = asker().code(code.toString());
                yield pinned == null ? said : proven(pinned, said, code);
            }
            case ShortCode.Reading.Doubtful doubtful ->
                    refused(Reason.CODE_WRONG, "")
                            .mistyped(words.reading(doubtful), doubtful.suggestion().toString());
            case ShortCode.Reading.Wrong wrong ->
                    refused(Reason.CODE_WRONG, "").mistyped(words.reading(wrong), null);
        };
    }

    /** What a portal says of a code is believed where it shows the seal. */
    private CheckAnswer proven(Pinned trusted, CheckAnswer said, ShortCode code) {
        String seal = said.seal();
        if (seal == null) {
            return said.verdict().equals("VALIDE")
                    ? refused(Reason.SIGNATURE_WRONG, "the portal shows no seal")
                    : said;
        }
        boolean same =
                MandateSeal.read(seal) instanceof Parsed.Ok<MandateSeal>(MandateSeal read)
                        && read.claimed().code().equals(code.data());
        return same
                ? worse(timed(CheckAnswer.of(words, trusted.check(seal))), said)
                : refused(Reason.SIGNATURE_WRONG, "the portal shows another mandate’s seal");
    }

    /** A portal may know of an end before the lists do; it can't make anything good. */
    private static CheckAnswer worse(CheckAnswer proven, CheckAnswer said) {
        return proven.verdict().equals("VALIDE") && !said.verdict().equals("VALIDE")
                ? said
                : proven;
    }

    /** A wrong clock is told, since dates are judged by it. */
    private CheckAnswer timed(CheckAnswer answer) {
        return switch (portal == null ? ClockRemark.NONE : portal.clock()) {
            case NONE -> answer;
            case BEHIND -> answer.doubted(terminal.word("mandates.verify.clock-behind"));
            case AHEAD -> answer.doubted(terminal.word("mandates.verify.clock-ahead"));
        };
    }

    private Portal asker() {
        return Optional.ofNullable(portal).orElseThrow(() -> new Fault(CheckFault.NEEDS_SERVER));
    }

    private CheckAnswer refused(Reason reason, String detail) {
        MandateVerdict verdict =
                pinned == null
                        ? MandateCheck.refuse(reason, detail, Freshness.live(clock.instant()))
                        : pinned.refuse(reason, detail);
        return CheckAnswer.of(words, verdict);
    }
}

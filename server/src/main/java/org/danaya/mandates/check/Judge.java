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
import org.danaya.verify.mandate.MandateCredential;
import org.danaya.verify.mandate.MandateSeal;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Powers;
import org.danaya.verify.mandate.SealedMandate;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.Standing;
import org.danaya.verify.mandate.VerdictWords;
import org.jspecify.annotations.Nullable;

/**
 * Decides for the command line. With an anchor every seal is checked with its keys, and what a
 * portal adds can only make a verdict worse; without one a portal is repeated.
 */
final class Judge {

    private static final int MOST_BYTES = 32 << 20;
    private static final String UNKNOWN = "INCONNU_OU_FALSIFIE";

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
        if (MandateCredential.isOne(text)) {
            return credential(text);
        }
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
        byte[] bytes = LocalFiles.bytes(file, MOST_BYTES);
        if (Exhibits.isSealText(bytes)) {
            return shown("seal", List.of(sealed(new String(bytes, StandardCharsets.UTF_8))));
        }
        if (bytes.length <= MandateCredential.MAX_CHARACTERS
                && MandateCredential.isOne(new String(bytes, StandardCharsets.UTF_8))) {
            return credential(new String(bytes, StandardCharsets.UTF_8));
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

    /** A mandate in a wallet: with what of it its bearer shows. */
    private CheckAnswer.Shown credential(String text) throws IOException, InterruptedException {
        return pinned == null
                ? asked(text.getBytes(StandardCharsets.UTF_8))
                : shown("credential", List.of(sealed(text)));
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
        Facts mandate = named.getFirst().mandate();
        if (named.size() == 1 && mandate == null) {
            return shown("letter", named);
        }
        LetterSeal seal =
                named.size() == 1 && mandate != null
                        ? trusted.letter(pdf, mandate, terminal.language().locale())
                        : LetterSeal.FORGED;
        return switch (seal) {
            case HOLDS -> shown("letter", named);
            case UNCERTAIN ->
                    shown(
                            "letter",
                            List.of(
                                    named.getFirst()
                                            .doubted(
                                                    words,
                                                    terminal.word(
                                                            "mandates.verify.seal-uncertain",
                                                            trusted.anchor().portal()))));
            case ANOTHERS -> unproven(Reason.LETTER_SEALER, "another structure’s seal", named);
            case FORGED -> unproven(Reason.LETTER_UNPROVEN, "its seal doesn’t hold", named);
        };
    }

    private CheckAnswer.Shown unproven(Reason reason, String detail, List<CheckAnswer> named) {
        return new CheckAnswer.Shown(
                "letter", List.of(refused(reason, detail)), named, List.of(), null);
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
        return portal == null || !(verdict instanceof MandateVerdict.Valid valid)
                ? timed(CheckAnswer.of(words, verdict))
                : worse(valid, portal.code(ShortCode.ofData(valid.mandate().code()).toString()));
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
            return said.verdict().equals(UNKNOWN)
                    ? refused(Reason.MANDATE_UNKNOWN, "the portal says so")
                            .remarked(terminal.word("mandates.verify.said-alone"))
                    : refused(Reason.PORTAL_UNPROVEN, "the portal shows no seal");
        }
        boolean same =
                MandateSeal.read(seal) instanceof Parsed.Ok<MandateSeal>(MandateSeal read)
                        && read.claimed().code().equals(code.data());
        if (!same) {
            return refused(Reason.SIGNATURE_WRONG, "the portal shows another mandate’s seal");
        }
        MandateVerdict verdict = trusted.check(seal);
        return verdict instanceof MandateVerdict.Valid valid
                ? worse(valid, said)
                : timed(CheckAnswer.of(words, verdict));
    }

    /**
     * A portal may know of an end before the lists do; it can't make anything good. Which verdict
     * it says is all that is taken of it: the words are our own, of the facts that are proven.
     */
    private CheckAnswer worse(MandateVerdict.Valid proven, CheckAnswer said) {
        SealedMandate mandate = proven.mandate();
        Freshness freshness = proven.freshness();
        return switch (said.verdict()) {
            case "VALIDE" -> reduced(proven, said);
            case "REVOQUE" ->
                    said(
                            new MandateVerdict.Revoked(mandate, new Standing.Revoked(), freshness),
                            "mandates.verify.said");
            case "SUSPENDU" ->
                    said(
                            new MandateVerdict.Suspended(
                                    mandate, new Standing.Suspended(), freshness),
                            "mandates.verify.said");
            case UNKNOWN ->
                    said(
                            MandateCheck.refuse(
                                    Reason.MANDATE_UNKNOWN, "the portal says so", freshness),
                            "mandates.verify.said-alone");
            default ->
                    timed(CheckAnswer.of(words, proven))
                            .doubted(words, terminal.word("mandates.verify.said-otherwise"));
        };
    }

    /** Powers that a portal doesn't name any more. */
    private CheckAnswer reduced(MandateVerdict.Valid proven, CheckAnswer said) {
        Facts facts = said.mandate();
        Powers left = facts == null ? proven.remaining() : proven.remaining().and(facts.left());
        if (!left.equals(proven.remaining())) {
            return said(
                    MandateCheck.decide(
                            proven.mandate(), new Standing.Reduced(left), proven.freshness()),
                    "mandates.verify.said");
        }
        CheckAnswer answer = timed(CheckAnswer.of(words, proven));
        return said.toConfirm()
                ? answer.doubted(words, terminal.word("mandates.verify.said-otherwise"))
                : answer;
    }

    private CheckAnswer said(MandateVerdict verdict, String key) {
        return timed(CheckAnswer.of(words, verdict)).remarked(terminal.word(key));
    }

    /** A wrong clock is told, since dates are judged by it. */
    private CheckAnswer timed(CheckAnswer answer) {
        return switch (portal == null ? ClockRemark.NONE : portal.clock()) {
            case NONE -> answer;
            case BEHIND -> answer.doubted(words, terminal.word("mandates.verify.clock-behind"));
            case AHEAD -> answer.doubted(words, terminal.word("mandates.verify.clock-ahead"));
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

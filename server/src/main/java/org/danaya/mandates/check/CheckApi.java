package org.danaya.mandates.check;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.ApiFile;
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.log.LogProofs;
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Register;
import org.danaya.mandates.position.portal.PositionSaying;
import org.danaya.page.Needs;
import org.danaya.page.Open;
import org.danaya.page.PageFault;
import org.danaya.page.Pages;
import org.danaya.page.View;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.trust.validation.Telling;
import org.danaya.trust.validation.Told;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.VerdictWords;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mandates for programs: one by its short code, for anybody; who could, on a day, for officers. */
@RestController
class CheckApi {

    private static final String PATH = "/api/v1/mandates";

    private final Checks checks;
    private final Exhibits exhibits;
    private final Register register;
    private final Structures structures;
    private final LogProofs proofs;
    private final Pages pages;

    CheckApi(
            Checks checks,
            Exhibits exhibits,
            Mandates mandates,
            Structures structures,
            LogProofs proofs,
            Pages pages) {
        this.checks = checks;
        this.exhibits = exhibits;
        this.register = mandates.register();
        this.structures = structures;
        this.proofs = proofs;
        this.pages = pages;
    }

    /**
     * A place in the public log.
     *
     * @param tlogProof C2SP tlog-proof, of which the extra data is the leaf's entry
     */
    record Proof(long leaf, String tlogProof) {}

    /**
     * Who could, and how that is known.
     *
     * @param at the instant as of which it is told
     */
    record AsOf(String structure, String power, LocalDate on, Instant at, List<One> mandates) {}

    /**
     * One mandate.
     *
     * @param leaf its place in the public log
     * @param opening salt, content and proof of its leaf, as {@code danaya log check} reads them
     */
    record One(Facts mandate, long leaf, String opening) {}

    @Open
    @ApiOperation(
            id = "checkMandate",
            about = "The verdict on the mandate of a short code, as the register is now.")
    @GetMapping(PATH + "/{code}")
    ResponseEntity<CheckAnswer> check(HttpServletRequest request, @PathVariable String code) {
        return unkept(typed(pages.view(request), checks.coded(code)));
    }

    private CheckAnswer typed(View view, CheckOutcome outcome) {
        return switch (outcome) {
            case CheckOutcome.Decided decided -> answer(view, decided);
            case CheckOutcome.Mistyped(ShortCode.Reading reading) ->
                    answer(view, checks.unknown())
                            .mistyped(
                                    new Showing(view).wrong(reading),
                                    reading instanceof ShortCode.Reading.Doubtful doubtful
                                            ? doubtful.suggestion().toString()
                                            : null);
        };
    }

    @Open
    @ApiOperation(
            id = "checkShown",
            about =
                    "The verdict on a photograph, a letter, the text of a seal, or the short code in"
                            + " the field code, which so stands in no address. Nothing is kept.")
    @ApiFile(name = "file", about = "Picture, PDF, or text of a seal.")
    @PostMapping(PATH + "/checks")
    ResponseEntity<CheckAnswer.Shown> shown(HttpServletRequest request, Submission sent) {
        View view = pages.view(request);
        Upload file = sent.files().get("file");
        List<String> codes = sent.texts().getOrDefault("code", List.of());
        if (file == null
                && codes.size() == 1
                && codes.getFirst().length() <= CheckPages.MOST_CHARACTERS) {
            return unkept(
                    new CheckAnswer.Shown(
                            "code",
                            List.of(typed(view, checks.typed(codes.getFirst()))),
                            List.of(),
                            List.of(),
                            null));
        }
        if (file == null) {
            throw new Fault(CheckFault.NO_FILE);
        }
        return unkept(shown(view, exhibits.look(file.name(), file.bytes(), locale(view))));
    }

    private CheckAnswer.Shown shown(View view, Exhibit exhibit) {
        return switch (exhibit) {
            case Exhibit.Coded(List<CheckOutcome.Decided> outcomes, boolean picture) ->
                    new CheckAnswer.Shown(
                            picture ? "picture" : "seal",
                            answers(view, outcomes),
                            List.of(),
                            CheckPages.remarks(view, outcomes, picture),
                            null);
            case Exhibit.Letter(
                            CheckOutcome.Decided verdict,
                            List<CheckOutcome.Decided> named,
                            ValidationOutcome signatures) ->
                    new CheckAnswer.Shown(
                            "letter",
                            List.of(answer(view, verdict)),
                            answers(view, named),
                            List.of(),
                            signature(view, signatures));
            case Exhibit.Document(ValidationOutcome signatures)
                    when Exhibits.isNoDocument(signatures) ->
                    throw new Fault(CheckFault.UNKNOWN);
            case Exhibit.Document(ValidationOutcome signatures) ->
                    new CheckAnswer.Shown(
                            "document",
                            List.of(),
                            List.of(),
                            List.of(),
                            signature(view, signatures));
            case Exhibit.Unreadable(CheckFault why) -> throw new Fault(why);
        };
    }

    private static CheckAnswer.Signature signature(View view, ValidationOutcome signatures) {
        Told told = new Telling(Telling.Speech.of(view)).told(signatures);
        return new CheckAnswer.Signature(told.code(), told.sentence(), told.advice());
    }

    private List<CheckAnswer> answers(View view, List<CheckOutcome.Decided> outcomes) {
        return outcomes.stream().map(each -> answer(view, each)).toList();
    }

    private CheckAnswer answer(View view, CheckOutcome.Decided decided) {
        if (decided.position().isPresent()) {
            return CheckAnswer.of(
                    PositionSaying.of(view, decided.position().get()),
                    decided.verdict().freshness());
        }
        return CheckAnswer.of(VerdictWords.of(locale(view)), decided.verdict())
                .with(
                        decided.known()
                                .flatMap(known -> checks.seal(known.mandate().id()))
                                .orElse(null),
                        decided.known().flatMap(Showing::leaf).map(this::proof).orElse(null));
    }

    private static Locale locale(View view) {
        return view.language().locale();
    }

    private static <T> ResponseEntity<T> unkept(T answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private Proof proof(long leaf) {
        return new Proof(leaf, proofs.prove(Long.toString(leaf)).toText());
    }

    @Needs(Right.READ_MANDATES)
    @ApiOperation(
            id = "whoCould",
            about = "Who could do something in a structure’s name on a day, with the proofs.")
    @ApiParameter(name = "structure", about = "The structure’s identifier.")
    @ApiParameter(name = "power", about = "The power, such as SIGNER.")
    @ApiParameter(name = "on", about = "The day, such as 2026-03-31.")
    @GetMapping(PATH + "/as-of")
    AsOf asOf(Query query) {
        Structure structure =
                structures
                        .find(query.text("structure"))
                        .filter(each -> isInReach(each.id()))
                        .orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
        Power power = power(query.text("power"));
        LocalDate day = day(query.text("on"));
        List<Known> able = register.who(structure.id(), power, day);
        return new AsOf(
                structure.identifier(),
                power.code(),
                day,
                able.isEmpty() ? checks.now() : able.getFirst().at(),
                able.stream().map(this::one).toList());
    }

    private static boolean isInReach(UUID structure) {
        return Rights.current().hold(Right.READ_MANDATES, structure);
    }

    private One one(Known known) {
        Facts facts = checks.decided(known).verdict().known().map(Facts::of).orElseThrow();
        long leaf = Showing.leaf(known).orElseThrow();
        byte[] opening = proofs.open(Long.toString(leaf)).toBytes();
        return new One(facts, leaf, new String(opening, StandardCharsets.UTF_8));
    }

    private static Power power(String text) {
        return Arrays.stream(Power.values())
                .filter(power -> power.code().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Fault(PageFault.MALFORMED));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Fault(e, PageFault.MALFORMED);
        }
    }
}

package org.danaya.mandates.check;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.danaya.base.Fault;
import org.danaya.form.ApiFile;
import org.danaya.form.ApiOperation;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.log.LogProofs;
import org.danaya.mandates.position.portal.PositionSaying;
import org.danaya.page.Open;
import org.danaya.page.Pages;
import org.danaya.page.View;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.verify.mandate.ShortCode;
import org.danaya.verify.mandate.VerdictWords;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mandates for programs: by their short codes and by what is shown, for anybody. */
@RestController
class CheckApi {

    private static final String PATH = "/api/v1/mandates";

    private final Checks checks;
    private final Exhibits exhibits;
    private final LogProofs proofs;
    private final Pages pages;

    CheckApi(Checks checks, Exhibits exhibits, LogProofs proofs, Pages pages) {
        this.checks = checks;
        this.exhibits = exhibits;
        this.proofs = proofs;
        this.pages = pages;
    }

    /**
     * A place in the public log.
     *
     * @param tlogProof C2SP tlog-proof, of which the extra data is the leaf's entry
     */
    record Proof(long leaf, String tlogProof) {}

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
        return unkept(
                shown(
                        view,
                        exhibits.look(
                                file.name(), file.bytes(), locale(view), request.getRemoteAddr())));
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
            case Exhibit.Letter letter ->
                    new CheckAnswer.Shown(
                            "letter",
                            List.of(answer(view, letter.verdict())),
                            answers(view, letter.named()),
                            List.of(),
                            signature(Beside.letter(view, letter)));
            case Exhibit.Document(ValidationOutcome signatures)
                    when Exhibits.isNoDocument(signatures) ->
                    throw new Fault(CheckFault.UNKNOWN);
            case Exhibit.Document(ValidationOutcome signatures) ->
                    new CheckAnswer.Shown(
                            "document",
                            List.of(),
                            List.of(),
                            List.of(),
                            signature(Beside.document(view, signatures)));
            case Exhibit.Unreadable(CheckFault why) -> throw new Fault(why);
        };
    }

    private static CheckAnswer.Signature signature(CheckView.Signature beside) {
        return new CheckAnswer.Signature(beside.code(), beside.sentence(), beside.advice());
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
}

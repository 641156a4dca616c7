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
import org.danaya.form.ApiOperation;
import org.danaya.form.ApiParameter;
import org.danaya.form.Query;
import org.danaya.log.LogProofs;
import org.danaya.mandates.Known;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Register;
import org.danaya.page.Needs;
import org.danaya.page.Open;
import org.danaya.page.PageFault;
import org.danaya.page.Pages;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.verify.mandate.MandateVerdict;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Mandates for programs: one by its short code, for anybody; who could, on a day, for officers. */
@RestController
class CheckApi {

    private static final String PATH = "/api/v1/mandates";

    private final Checks checks;
    private final Register register;
    private final Structures structures;
    private final LogProofs proofs;
    private final Pages pages;

    CheckApi(
            Checks checks,
            Mandates mandates,
            Structures structures,
            LogProofs proofs,
            Pages pages) {
        this.checks = checks;
        this.register = mandates.register();
        this.structures = structures;
        this.proofs = proofs;
        this.pages = pages;
    }

    /**
     * A verdict.
     *
     * @param verdict one of the six
     * @param sentence who, for whom, for what, until when
     * @param next what to do
     * @param known when the register was read
     * @param suggestion the code that was perhaps meant, where one character is doubtful
     * @param mandate the facts; null where nothing vouches for it
     * @param proof that its signature is in the public log
     */
    record Answer(
            String verdict,
            String title,
            String sentence,
            List<String> remarks,
            String next,
            Instant known,
            @Nullable String suggestion,
            @Nullable Facts mandate,
            @Nullable Proof proof) {}

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
    ResponseEntity<Answer> check(HttpServletRequest request, @PathVariable String code) {
        Showing showing = new Showing(pages.view(request));
        Answer answer =
                switch (checks.coded(code)) {
                    case CheckOutcome.Decided decided -> answer(showing, decided, null, null);
                    case CheckOutcome.Mistyped(ShortCode.Reading reading) ->
                            answer(
                                    showing,
                                    checks.unknown(),
                                    showing.wrong(reading),
                                    reading instanceof ShortCode.Reading.Doubtful doubtful
                                            ? doubtful.suggestion().toString()
                                            : null);
                };
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private Answer answer(
            Showing showing,
            CheckOutcome.Decided decided,
            @Nullable String wrong,
            @Nullable String suggestion) {
        CheckView.Shown shown = showing.shown(decided);
        MandateVerdict verdict = decided.verdict();
        return new Answer(
                verdict.code(),
                shown.title(),
                wrong == null ? shown.sentence() : wrong,
                shown.remarks(),
                shown.next(),
                verdict.freshness().known(),
                suggestion,
                verdict.known().map(Facts::of).orElse(null),
                decided.known().flatMap(Showing::leaf).map(this::proof).orElse(null));
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

package org.danaya.trust.validation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.form.ApiFile;
import org.danaya.form.ApiOperation;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Open;
import org.danaya.page.Pages;
import org.danaya.page.View;
import org.danaya.trust.validation.SignatureVerdict.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checking a signature, for programs: no account; the file is not kept. */
@RestController
class ValidationApi {

    private final Validations validations;
    private final ReportShelf shelf;
    private final Pages pages;

    ValidationApi(Validations validations, ReportShelf shelf, Pages pages) {
        this.validations = validations;
        this.shelf = shelf;
        this.pages = pages;
    }

    /**
     * A verdict.
     *
     * @param outcome {@code holds}, {@code does-not-hold}, {@code unsigned}, or the code of a
     *     refusal
     * @param reports where the reports can be had for some minutes: add {@code etsi.xml}, {@code
     *     simple.xml}, {@code detailed.xml} or {@code diagnostic.xml}
     */
    record Verdict(
            String outcome,
            String sentence,
            String advice,
            List<Signature> signatures,
            List<String> remarks,
            List<Anchors> anchors,
            @Nullable String reports) {}

    /**
     * One signature.
     *
     * @param signedAt when, as far as it is known
     * @param proven whether a timestamp proves that time
     * @param statusAt when the status that was used was produced
     */
    record Signature(
            String standing,
            String sentence,
            String signer,
            @Nullable String structure,
            @Nullable String title,
            boolean seal,
            List<Role> roles,
            @Nullable Instant signedAt,
            boolean proven,
            @Nullable Instant statusAt,
            String level,
            String indication,
            List<String> covers,
            List<String> remarks) {}

    /**
     * A function that the signer claims, such as under which mandate.
     *
     * @param recorded whether this installation made the signature and wrote down the same; where
     *     not, it is the signer's word alone
     */
    record Role(String text, boolean recorded) {}

    /** A source of trust. */
    record Anchors(
            String name,
            int certificates,
            boolean usable,
            @Nullable Instant issuedAt,
            @Nullable Instant nextUpdate) {}

    @Open
    @ApiOperation(
            id = "validateSignature",
            about = "Whether the signatures of a file hold; the file is not kept.")
    @ApiFile(name = "file", about = "The signed file, or a signature.", required = true)
    @ApiFile(name = "content", about = "What it is a signature of, where that is another file.")
    @PostMapping("/api/v1/validations")
    Verdict validate(HttpServletRequest request, Submission sent) {
        SignedFile file = file(sent, "file").orElseThrow(() -> new Fault(ValidationFault.NO_FILE));
        View view = pages.view(request);
        ValidationOutcome outcome =
                validations.check(
                        file, file(sent, "content").stream().toList(), view.language().locale());
        return verdict(
                outcome,
                new Telling(Telling.Speech.of(view)).told(outcome),
                outcome instanceof ValidationOutcome.Checked checked
                        ? ValidationPages.PATH + "/reports/" + shelf.put(checked.reports()) + "/"
                        : null);
    }

    static Verdict verdict(ValidationOutcome outcome, Told told, @Nullable String reports) {
        List<Signature> signatures = List.of();
        List<Anchors> anchors = List.of();
        if (outcome instanceof ValidationOutcome.Checked checked) {
            signatures =
                    java.util.stream.IntStream.range(0, checked.signatures().size())
                            .mapToObj(
                                    i ->
                                            signature(
                                                    checked.signatures().get(i),
                                                    told.signatures().get(i)))
                            .toList();
            anchors = checked.anchors().stream().map(ValidationApi::anchors).toList();
        }
        return new Verdict(
                told.code(),
                told.sentence(),
                told.advice(),
                signatures,
                told.remarks(),
                anchors,
                reports);
    }

    private static Signature signature(SignatureVerdict verdict, Told.Signature told) {
        return new Signature(
                verdict.standing().code(),
                told.sentence(),
                verdict.by().name(),
                verdict.by().structure().orElse(null),
                verdict.by().title().orElse(null),
                verdict.by().seal(),
                verdict.roles().stream()
                        .map(role -> new Role(role.text(), role.recorded()))
                        .toList(),
                switch (verdict.at()) {
                    case Moment.Proven(Instant time) -> time;
                    case Moment.Claimed(Instant time) -> time;
                    case Moment.Untold() -> null;
                },
                verdict.at() instanceof Moment.Proven,
                verdict.status().orElse(null),
                verdict.level(),
                verdict.indication(),
                verdict.covers(),
                told.remarks());
    }

    private static Anchors anchors(AnchorsState state) {
        return new Anchors(
                state.name(),
                state.anchors(),
                state.usable(),
                state.issued().orElse(null),
                state.nextUpdate().orElse(null));
    }

    private static Optional<SignedFile> file(Submission sent, String name) {
        return Optional.ofNullable(sent.files().get(name))
                .map((Upload upload) -> new SignedFile(upload.name(), upload.bytes()));
    }
}

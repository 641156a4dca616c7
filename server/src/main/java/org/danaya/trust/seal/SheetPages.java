package org.danaya.trust.seal;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.signature.SignatureForm;
import org.danaya.trust.signature.SignatureLevel;
import org.danaya.trust.signature.SignedFor;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.danaya.trust.validation.Validations;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Sealing as an officer does: choose the structure, add documents, read, confirm, take them. */
@Controller
class SheetPages {

    static final String PATH = SealPages.PATH + "/new";
    private static final String SHEETS = SealPages.PATH + "/sheets/";
    private static final String ONE = SHEETS + "{id:[0-9a-f-]{36}}";
    private static final int LISTED = 100;

    private static final Field<SignatureForm> FORM =
            Field.choice("format", SignatureForm.class, "seal.form").optional();
    private static final Field<SignatureLevel> LEVEL =
            Field.choice("level", SignatureLevel.class, "signature.level").optional();

    private final Sheets sheets;
    private final SealCertificates certificates;
    private final Structures structures;
    private final Validations validations;
    private final SealNames names;
    private final FreshAssertions assertions;
    private final Field<Upload> file;

    SheetPages(
            Sheets sheets,
            SealCertificates certificates,
            Structures structures,
            Validations validations,
            SealNames names,
            FreshAssertions assertions) {
        this.sheets = sheets;
        this.certificates = certificates;
        this.structures = structures;
        this.validations = validations;
        this.names = names;
        this.assertions = assertions;
        this.file = Field.file("file", Math.toIntExact(validations.mostBytes()));
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @GetMapping(PATH)
    Answer ask() {
        return Page.of("seal/new", new SealViews.Asked(form(), !able().isEmpty()));
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @PostMapping(PATH)
    Answer begin(Submission sent) {
        Form form = form().read(sent);
        Optional<Sheets.Laid> laid = form.wrong() ? Optional.empty() : laid(form);
        if (!form.wrong() && laid.isEmpty()) {
            form = refused(form);
        }
        Optional<Structure> structure =
                form.wrong() ? Optional.empty() : structures.find(form.get(structure()));
        if (form.wrong() || structure.isEmpty()) {
            return Page.of("seal/new", new SealViews.Asked(form, !able().isEmpty())).status(422);
        }
        Rights.current().need(Right.SEAL_DOCUMENTS, structure.get().id());
        UUID made =
                sheets.begin(
                        Actor.self(), structure.get().id(), form.find(LEVEL), laid.orElseThrow());
        return Redirect.to(SHEETS + made);
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @GetMapping(ONE)
    Answer one(@PathVariable String id) {
        return Page.of("seal/sheet", shown(sheet(id), adding())).unkept();
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @PostMapping(ONE + "/add")
    Answer add(@PathVariable String id, Submission sent) {
        Sheet sheet = sheet(id);
        Form form = adding().read(sent);
        Optional<Sheets.Laid> laid = form.wrong() ? Optional.empty() : laid(form);
        if (laid.isEmpty()) {
            Form refused = form.wrong() ? form : refused(form);
            return Page.of("seal/sheet", shown(sheet, refused)).status(422).unkept();
        }
        sheets.add(sheet.head().id(), Actor.self(), laid.get());
        return Redirect.to(SHEETS + id);
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @PostMapping(ONE + "/challenge")
    ResponseEntity<String> challenge(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), sheets.statement(sheet(id))));
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @PostMapping(ONE + "/seal")
    Answer seal(@PathVariable String id, Submission sent) {
        UUID sheet = sheet(id).head().id();
        sheets.confirm(
                sheet, Actor.self(), one(sent, "seal-challenge"), one(sent, "seal-credential"));
        return resume(id);
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @PostMapping(ONE + "/resume")
    Answer resume(@PathVariable String id) {
        sheets.seal(sheet(id).head().id(), Actor.self());
        return Redirect.to(SHEETS + id).saying(Notice.done("seal.sealed"));
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @GetMapping(ONE + "/file/{piece:[0-9a-f-]{36}}")
    Answer file(@PathVariable String id, @PathVariable UUID piece) {
        SignedFile found = sheets.content(sheet(id), piece);
        String plain = found.name().replaceAll("[^A-Za-z0-9._-]", "_");
        return new Download(
                plain.length() > 120 ? plain.substring(plain.length() - 120) : plain,
                "application/octet-stream",
                (_, out) -> out.write(found.bytes()));
    }

    @Needs(Right.SEAL_DOCUMENTS)
    @PostMapping(ONE + "/abandon")
    Answer abandon(@PathVariable String id) {
        sheets.abandon(sheet(id).head().id(), Actor.self());
        return Redirect.to(SealPages.PATH).saying(Notice.done("seal.abandoned"));
    }

    private SealViews.OneSheet shown(Sheet sheet, Form adding) {
        Sheet.Head head = sheet.head();
        Optional<SealCertificates.Usable> usable = Optional.empty();
        String role = "";
        String statement = "";
        SealViews.Problem problem = SealViews.Problem.NONE;
        try {
            usable = Optional.of(certificates.of(head.structure()));
            if (sheet instanceof Sheet.Open) {
                role = SignedFor.role(names.confirmed(head.account(), head.structure()));
                statement = new String(sheets.statement(sheet), StandardCharsets.UTF_8);
            }
        } catch (Fault fault) {
            problem = new SealViews.Problem(fault.code().code(), fault.facts());
        }
        if (sheet instanceof Sheet.Confirmed confirmed) {
            role = SignedFor.role(confirmed.name());
        }
        return new SealViews.OneSheet(
                head.id().toString(),
                SealPages.structure(structures, head.structure()),
                usable.map(SealCertificates.Usable::name).orElse(""),
                usable.map(each -> each.certificate().notAfter()).orElse(head.madeAt()),
                head.level().code(),
                head.pieces().stream()
                        .map(
                                each ->
                                        new SealViews.Document(
                                                each.id().toString(),
                                                each.name(),
                                                each.form().code(),
                                                each.hex(),
                                                each.size(),
                                                each.active(),
                                                each.seal().isPresent()))
                        .toList(),
                sheet instanceof Sheet.Open,
                sheet instanceof Sheet.Confirmed confirmed && confirmed.isDone(),
                head.pieces().size() >= Sheets.MOST,
                problem,
                role,
                statement,
                adding);
    }

    /** The right is asked for again at each step: it may have been taken meanwhile. */
    private Sheet sheet(String id) {
        Sheet sheet =
                sheets.get(
                        Ids.read(id).orElseThrow(() -> new Fault(SealFault.UNKNOWN_SHEET)),
                        Actor.self());
        Rights.current().need(Right.SEAL_DOCUMENTS, sheet.head().structure());
        return sheet;
    }

    private Optional<Sheets.Laid> laid(Form form) {
        Upload upload = form.get(file);
        SignedFile given = new SignedFile(upload.name(), upload.bytes());
        SignatureForm wanted = form.find(FORM).orElseGet(() -> Seals.form(given));
        if (validations.danger(given).isPresent() || !Seals.fits(wanted, given)) {
            return Optional.empty();
        }
        return Optional.of(
                new Sheets.Laid(
                        given,
                        wanted,
                        validations.remarks(given).stream().anyMatch(SealsApi::isActive)));
    }

    private Form refused(Form form) {
        Upload upload = form.get(file);
        Optional<ValidationOutcome.Refused> danger =
                validations.danger(new SignedFile(upload.name(), upload.bytes()));
        return danger.isEmpty()
                ? form.refuse(FORM, "seal.not-pdf")
                : form.refuse(
                        "validation.refusal." + danger.get().why().code(),
                        danger.get().facts().toArray());
    }

    private Form form() {
        return Form.of("seal.new", structure(), file, FORM, LEVEL);
    }

    private Form adding() {
        return Form.of("seal.add", file, FORM);
    }

    private Field<String> structure() {
        return Field.choice(
                "structure",
                able().stream()
                        .map(each -> Option.named(each.identifier(), each.name(Language.FRENCH)))
                        .toList());
    }

    /** The structures in whose name whoever looks can seal now. */
    private List<Structure> able() {
        return switch (Rights.current()
                .reach(Right.SEAL_DOCUMENTS)
                .orElse(new Reach.Structures(Set.of()))) {
            case Reach.Everywhere() -> List.of();
            case Reach.Structures(Set<UUID> ids) ->
                    ids.stream()
                            .filter(certificates::can)
                            .limit(LISTED)
                            .map(structures::find)
                            .flatMap(Optional::stream)
                            .sorted(Comparator.comparing(Structure::identifier))
                            .toList();
        };
    }

    private static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}

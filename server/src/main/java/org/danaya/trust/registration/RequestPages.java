package org.danaya.trust.registration;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Evidence;
import org.danaya.trust.authority.Examinations;
import org.danaya.trust.authority.IdentityCheck;
import org.danaya.trust.authority.KnownProfiles;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Requests for certificates: what waits, what was asked for, the evidence, the checks. */
@Controller
class RequestPages {

    static final String PATH = CertificatePages.PATH + "/requests";
    static final String ONE = PATH + "/{id:[0-9a-f-]{36}}";

    static final Field<String> REASON = Field.area("reason", 1_000);
    private static final List<String> KINDS =
            List.of(
                    "identity-document",
                    "appointment-act",
                    "mandate-letter",
                    "structure-act",
                    "control-of-names",
                    "other");
    private static final Field<String> KIND =
            Field.choice(
                    "kind",
                    KINDS.stream()
                            .map(kind -> Option.worded(kind, "registration.evidence." + kind))
                            .toList());
    private static final Field<Upload> FILE = Field.file("file", Evidence.MAX_BYTES);
    private static final Field<String> TEXT = Field.text("q", 100).optional();

    private final Requests requests;
    private final Examinations examinations;
    private final KnownProfiles profiles;
    private final RequestSheets sheets;
    private final Table<Request> table;

    RequestPages(
            Requests requests,
            Examinations examinations,
            KnownProfiles profiles,
            RequestSheets sheets,
            Called called) {
        this.requests = requests;
        this.examinations = examinations;
        this.profiles = profiles;
        this.sheets = sheets;
        this.table =
                Table.of(
                                "registration.requests",
                                List.of(
                                        Column.<Request>link(
                                                "subject",
                                                each -> RequestSheets.title(each.head()),
                                                each -> PATH + "/" + each.head().id()),
                                        Column.<Request>text(
                                                "structure",
                                                each -> called.structure(each.head().structure())),
                                        new Column<Request>("profile", this::profile, null),
                                        Column.<Request>tag("state", Shown::tag),
                                        Column.<Request>time("since", RequestPages::since),
                                        Column.<Request>text(
                                                "applicant",
                                                each -> called.account(each.head().applicant()))))
                        .filteredBy(TEXT);
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        String text = asked.filters().find(TEXT).orElse("").toLowerCase(java.util.Locale.ROOT);
        List<Request> all =
                requests.open(Reached.of(Right.READ_CERTIFICATES)).stream()
                        .filter(
                                each ->
                                        RequestSheets.title(each.head())
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .contains(text))
                        .toList();
        List<Request> rows = all.stream().skip(asked.offset()).limit(asked.limit()).toList();
        return asked.away()
                ? table.download(asked, "requests", rows)
                : Page.of(
                        "registration/requests",
                        new Shown.Requests(table.show(asked, rows, all.size())));
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(ONE)
    Answer one(@PathVariable UUID id) {
        return Page.of(
                "registration/request",
                sheets.one(reached(Right.READ_CERTIFICATES, id), attach(), refusal()));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @PostMapping(ONE + "/evidence")
    Answer attach(@PathVariable UUID id, Submission sent) {
        Request request = reached(Right.REQUEST_CERTIFICATES, id);
        Form form = attach().read(sent);
        if (form.wrong()) {
            return Page.of("registration/request", sheets.one(request, form, refusal()))
                    .status(422);
        }
        Upload file = form.get(FILE);
        requests.attach(id, form.get(KIND), file.name(), file.bytes(), Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("registration.attached"));
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(ONE + "/evidence/{file:[0-9a-f-]{36}}")
    Answer evidence(@PathVariable UUID id, @PathVariable UUID file) {
        reached(Right.READ_CERTIFICATES, id);
        return piece(requests, id, file);
    }

    @Needs(Right.EXAMINE_CERTIFICATES)
    @PostMapping(ONE + "/checks")
    Answer check(@PathVariable UUID id, Submission sent) {
        reached(Right.EXAMINE_CERTIFICATES, id);
        List<IdentityCheck> checks =
                Arrays.stream(IdentityCheck.values())
                        .filter(check -> sent.values("check").contains(check.code()))
                        .toList();
        examinations.check(List.of(id), checks, Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("registration.checked"));
    }

    @Needs(Right.EXAMINE_CERTIFICATES)
    @PostMapping(ONE + "/prepare")
    Answer prepare(@PathVariable UUID id) {
        reached(Right.EXAMINE_CERTIFICATES, id);
        examinations.prepare(id, Actor.self());
        return Redirect.to(PATH + "/" + id).saying(Notice.done("registration.prepared"));
    }

    /** Refused by an officer; an approver has a route of their own. */
    @Needs(value = Right.EXAMINE_CERTIFICATES, freshly = true)
    @PostMapping(ONE + "/refuse")
    Answer refuse(@PathVariable UUID id, Submission sent) {
        return refused(reached(Right.EXAMINE_CERTIFICATES, id), sent);
    }

    @Needs(value = Right.APPROVE_CERTIFICATES, freshly = true)
    @PostMapping(ONE + "/disapprove")
    Answer disapprove(@PathVariable UUID id, Submission sent) {
        return refused(reached(Right.APPROVE_CERTIFICATES, id), sent);
    }

    private Answer refused(Request request, Submission sent) {
        Form form = refusal().read(sent);
        if (form.wrong()) {
            return Page.of("registration/request", sheets.one(request, attach(), form)).status(422);
        }
        UUID id = request.head().id();
        examinations.refuse(id, Actor.self(), form.get(REASON));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("registration.refused"));
    }

    private Request reached(Right right, UUID id) {
        Request request = requests.get(id);
        Reached.need(right, request.head().structure());
        return request;
    }

    /** A file of a request, never shown by the browser. */
    static Answer piece(Requests requests, UUID request, UUID file) {
        Evidence piece =
                requests.evidence(request).stream()
                        .filter(each -> each.id().equals(file))
                        .findFirst()
                        .orElseThrow(
                                () -> new org.danaya.base.Fault(AuthorityFault.UNKNOWN_REQUEST));
        byte[] content = requests.evidence(request, file).orElseThrow();
        String name = piece.name().replaceAll("[^A-Za-z0-9._-]", "-");
        return new Download(
                name.isEmpty() ? "piece" : name.substring(0, Math.min(120, name.length())),
                "application/octet-stream",
                (_, out) -> out.write(content));
    }

    static Form attach() {
        return Form.of("registration.attach", KIND, FILE);
    }

    static Form refusal() {
        return Form.of("registration.refusal", REASON);
    }

    private Cell profile(Request request) {
        String code = request.head().profile();
        return profiles.find(code)
                .<Cell>map(
                        known ->
                                new Cell.Named(
                                        known.profile().title().fr(), known.profile().title().en()))
                .orElseGet(() -> new Cell.Text(code));
    }

    private static Instant since(Request request) {
        return request instanceof Request.Prepared prepared
                ? prepared.preparedAt()
                : request.head().submittedAt();
    }
}

package org.danaya.trust.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.danaya.people.InWhoseName;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.signature.mail.SignerMail;
import org.danaya.trust.validation.SignedFile;
import org.danaya.trust.validation.ValidationOutcome;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing as people do: drop a file, place, invite, sign. */
@Controller
class SigningPages {

    static final String PATH = "/console/signatures";
    static final String ONE = PATH + "/{id}";

    static final int MOST_SHOWN = 200;

    /** In the address: in whose name, by the id of an office or a mandate. */
    private static final String AS = "as";

    private static final Field<String> LABEL = Field.text("label", 200);
    private static final Field<Together> TOGETHER =
            Field.choice("together", Together.class, "signature.together").radios().optional();
    private static final Field<String> MAIL = Field.mail("mail").optional();
    private static final Field<String> CODE = Field.text("code", 40);
    private static final Field<String> REASON = Field.area("reason", 1_000);

    private final SigningRequests requests;
    private final SigningMeans means;
    private final Intake intake;
    private final FreshAssertions assertions;
    private final SignerMail mail;
    private final SigningWork work;

    SigningPages(
            SigningRequests requests,
            SigningMeans means,
            Intake intake,
            FreshAssertions assertions,
            SignerMail mail,
            SigningWork work) {
        this.requests = requests;
        this.means = means;
        this.intake = intake;
        this.assertions = assertions;
        this.mail = mail;
        this.work = work;
    }

    @SignedIn
    @GetMapping(PATH)
    Answer list() {
        UUID self = Actor.self();
        List<SigningViews.Row> rows =
                requests.of(self, Optional.empty(), MOST_SHOWN).stream()
                        .map(
                                each ->
                                        new SigningViews.Row(
                                                each,
                                                SigningViews.state(each),
                                                each.signer(self).filter(each::turn).isPresent()))
                        .toList();
        return Page.of(
                "signature/list",
                new SigningViews.Listed(
                        rows.stream().filter(SigningViews.Row::turn).toList(),
                        rows.stream().filter(row -> !row.turn()).toList(),
                        certificate(self)));
    }

    @SignedIn
    @GetMapping(PATH + "/new")
    Answer ask() {
        return Page.of("signature/new", new SigningViews.Asked(upload()));
    }

    @SignedIn
    @PostMapping(PATH + "/new")
    Answer create(Submission sent) {
        Form form = upload().read(sent);
        if (form.wrong()) {
            return Page.of("signature/new", new SigningViews.Asked(form)).status(422);
        }
        Upload upload = form.get(file());
        SignedFile file = new SignedFile(upload.name(), upload.bytes());
        Optional<ValidationOutcome.Refused> danger = intake.danger(file);
        if (danger.isEmpty()) {
            danger =
                    Intake.each(file).stream()
                            .flatMap(each -> intake.danger(each).stream())
                            .findFirst();
        }
        if (danger.isPresent()) {
            Form refused =
                    form.refuse(
                            "validation.refusal." + danger.get().why().code(),
                            danger.get().facts().toArray());
            return Page.of("signature/new", new SigningViews.Asked(refused)).status(422);
        }
        boolean together = form.find(TOGETHER).filter(t -> t == Together.ONE).isPresent();
        SigningRequest made =
                requests.create(
                        Actor.self(),
                        file.name(),
                        together ? List.of(file) : Intake.each(file),
                        intake.level());
        return Redirect.to(path(made.id()));
    }

    @SignedIn
    @GetMapping(PATH + "/join")
    Answer joining() {
        return Page.of("signature/join", new SigningViews.Asked(Form.of("signature.join", CODE)));
    }

    @SignedIn
    @PostMapping(PATH + "/join")
    Answer join(Submission sent) {
        Form form = Form.of("signature.join", CODE).read(sent);
        Optional<UUID> joined =
                form.wrong() ? Optional.empty() : requests.join(form.get(CODE), Actor.self());
        if (joined.isPresent()) {
            return Redirect.to(path(joined.get()));
        }
        Form refused = form.wrong() ? form : form.refuse(CODE, "signature.join.wrong");
        return Page.of("signature/join", new SigningViews.Asked(refused)).status(422);
    }

    @SignedIn
    @GetMapping(ONE)
    Answer show(@PathVariable String id) {
        return page(get(id), Optional.empty(), invitation());
    }

    @SignedIn
    @PostMapping(ONE + "/invite")
    Answer invite(@PathVariable String id, Submission sent) {
        Form form = invitation().read(sent);
        if (form.wrong()) {
            return page(get(id), Optional.empty(), form).status(422);
        }
        Invitation made = requests.invite(id(id), Actor.self(), form.get(LABEL));
        SigningRequest request = get(id);
        Optional<String> to = mail.configured() ? form.find(MAIL) : Optional.empty();
        to.ifPresent(address -> mail.write(request.id(), made.signer(), address));
        return page(request, Optional.of(made.code()), invitation()).unkept();
    }

    @SignedIn
    @PostMapping(ONE + "/remove")
    Answer remove(@PathVariable String id, Submission sent) {
        requests.remove(id(id), Actor.self(), id(one(sent, "signer")));
        return Redirect.to(path(id(id)));
    }

    @SignedIn
    @PostMapping(ONE + "/form")
    Answer form(@PathVariable String id, Submission sent) {
        SignatureForm chosen =
                Arrays.stream(SignatureForm.values())
                        .filter(each -> each.code().equals(one(sent, "form")))
                        .findFirst()
                        .orElseThrow(() -> unknown());
        requests.form(id(id), Actor.self(), id(one(sent, "document")), chosen);
        return Redirect.to(path(id(id)));
    }

    @SignedIn
    @PostMapping(ONE + "/order")
    Answer order(@PathVariable String id, Submission sent) {
        requests.order(id(id), Actor.self(), one(sent, "order").equals("true"));
        return Redirect.to(path(id(id)));
    }

    @SignedIn
    @PostMapping(ONE + "/open")
    Answer open(@PathVariable String id, Submission sent) {
        if (!(get(id).state() instanceof SigningRequest.State.Draft)) {
            // Pressed twice, or after a step back: its page says where it stands.
            return Redirect.to(path(id(id)));
        }
        Form form = Form.of("signature.open", MAIL).read(sent);
        if (form.wrong()) {
            return Redirect.to(path(id(id))).saying(Notice.warning("signature.open.mail.wrong"));
        }
        if (mail.configured() && get(id).owner().equals(Actor.self())) {
            form.find(MAIL).ifPresent(address -> mail.writeOwner(id(id), address));
        }
        requests.open(id(id), Actor.self());
        SigningRequest request = get(id);
        boolean own = request.signer(Actor.self()).filter(request::turn).isPresent();
        return own
                ? Redirect.to(path(request.id()) + "/sign")
                : Redirect.to(path(request.id())).saying(Notice.done("signature.opened"));
    }

    @SignedIn
    @GetMapping(ONE + "/file/{document}")
    Answer file(@PathVariable String id, @PathVariable String document) {
        SigningDocument found = get(id).document(id(document));
        byte[] content = requests.content(found).bytes();
        String plain = found.signedName().replaceAll("[^A-Za-z0-9._-]", "_");
        return new Download(
                plain.length() > 120 ? plain.substring(plain.length() - 120) : plain,
                "application/octet-stream",
                (_, out) -> out.write(content));
    }

    @SignedIn
    @GetMapping(ONE + "/sign")
    Answer signing(@PathVariable String id, Query query) {
        SigningRequest request = get(id);
        if (request.signer(Actor.self()).filter(request::turn).isEmpty()
                || certificate(Actor.self()).isEmpty()) {
            return Redirect.to(path(request.id()));
        }
        List<InWhoseName.Held> names = means.names(Actor.self());
        String chosen = query.text(AS);
        if (chosen.isEmpty() && !names.isEmpty()) {
            return Page.of("signature/name", new SigningViews.Naming(request, names)).unkept();
        }
        Optional<UUID> basis = SignedFor.chosen(chosen);
        return Page.of(
                        "signature/sign",
                        new SigningViews.Confirming(
                                request,
                                certificate(Actor.self()).orElse(""),
                                chosen.isEmpty() ? SignedFor.OWN : chosen,
                                means.name(Actor.self(), basis),
                                new String(
                                        means.statement(request, Actor.self(), basis),
                                        StandardCharsets.UTF_8)))
                .unkept();
    }

    @SignedIn
    @PostMapping(path = ONE + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String challenge(@PathVariable String id, Submission sent) {
        Optional<UUID> basis = SignedFor.chosen(one(sent, AS));
        return assertions.ask(Actor.self(), means.statement(get(id), Actor.self(), basis));
    }

    @SignedIn
    @PostMapping(ONE + "/sign")
    Answer sign(@PathVariable String id, Submission sent) {
        requests.confirm(
                id(id),
                Actor.self(),
                SignedFor.chosen(one(sent, AS)),
                one(sent, "sign-challenge"),
                one(sent, "sign-credential"));
        return Redirect.to(path(id(id)));
    }

    /** Lets a signature go on that failed too often; what was confirmed stands. */
    @SignedIn
    @PostMapping(ONE + "/again")
    Answer again(@PathVariable String id) {
        for (Signer each : get(id).signers()) {
            if (each.state() instanceof Signer.State.Signing) {
                work.again(each.id());
            }
        }
        return Redirect.to(path(id(id))).saying(Notice.done("signature.again.done"));
    }

    @SignedIn
    @PostMapping(ONE + "/decline")
    Answer decline(@PathVariable String id, Submission sent) {
        Form form = Form.of("signature.decline", REASON).read(sent);
        if (!form.wrong()) {
            requests.decline(id(id), Actor.self(), form.get(REASON));
        }
        return Redirect.to(path(id(id)))
                .saying(
                        form.wrong()
                                ? Notice.warning("signature.decline.why")
                                : Notice.done("signature.declined"));
    }

    @SignedIn
    @PostMapping(ONE + "/withdraw")
    Answer withdraw(@PathVariable String id) {
        requests.withdraw(id(id), Actor.self());
        return Redirect.to(PATH).saying(Notice.done("signature.withdrawn"));
    }

    /** What becomes of an archive's files. */
    enum Together {
        EACH,
        ONE
    }

    private Page page(SigningRequest request, Optional<String> code, Form invite) {
        UUID self = Actor.self();
        return Page.of(
                "signature/request",
                new SigningViews.Shown(
                        request,
                        self,
                        SigningViews.state(request),
                        request.signers().stream()
                                .map(
                                        each ->
                                                new SigningViews.Person(
                                                        each,
                                                        SigningViews.state(each),
                                                        requests.signed(each),
                                                        each.state() instanceof Signer.State.Signing
                                                                && work.stopped(each.id()),
                                                        each.account()
                                                                .filter(self::equals)
                                                                .isPresent()))
                                .toList(),
                        code,
                        certificate(self),
                        pdf(request),
                        invite,
                        mail.configured()));
    }

    private Optional<String> certificate(UUID account) {
        return means.certificate(account)
                .map(each -> each.certificate().getSubjectX500Principal().getName())
                .map(name -> name.replaceFirst("(?s).*?CN=([^,]*).*", "$1"));
    }

    private SigningRequest get(String id) {
        return requests.get(id(id), Actor.self());
    }

    static Optional<SigningDocument> pdf(SigningRequest request) {
        return request.documents().size() == 1
                ? request.documents().stream().filter(each -> each.pages() > 0).findFirst()
                : Optional.empty();
    }

    private Form upload() {
        return Form.of("signature.new", file(), TOGETHER);
    }

    private Field<Upload> file() {
        return Field.file("file", intake.mostBytes());
    }

    private Form invitation() {
        return mail.configured()
                ? Form.of("signature.invite", LABEL, MAIL)
                : Form.of("signature.invite", LABEL);
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(() -> unknown());
    }

    static Fault unknown() {
        return new Fault(SignatureFault.UNKNOWN);
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    static String one(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }
}

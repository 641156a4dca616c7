package org.danaya.trust.registration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.trust.authority.Approvals;
import org.danaya.trust.authority.AuthorityFault;
import org.danaya.trust.authority.Examinations;
import org.danaya.trust.authority.IdentityCheck;
import org.danaya.trust.authority.KnownProfile;
import org.danaya.trust.authority.Register;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Many certificates at once: a list, what is wrong in it, and what then waits together. */
@Controller
class BatchPages {

    static final String BATCH = RequestPages.PATH + "/batches";

    private static final String PATH = RequestPages.PATH + "/import";
    private static final String KEPT = PATH + "/{id:[0-9a-f-]{36}}";
    private static final String ONE = BATCH + "/{id:[0-9a-f-]{36}}";
    private static final String WORDS = "registration.list";
    private static final Field<String> STRUCTURE = Field.text("structure", 40);
    private static final Field<Upload> FILE = Field.file("file", BatchFile.MOST_BYTES);

    private final Requests requests;
    private final Examinations examinations;
    private final Approvals approvals;
    private final BatchTable table;
    private final Structures structures;
    private final KnownFacts facts;
    private final Register register;
    private final Ids ids;
    private final Clock clock;
    private final Field<String> profile;

    BatchPages(
            Requests requests,
            Examinations examinations,
            Approvals approvals,
            BatchTable table,
            Structures structures,
            KnownFacts facts,
            Register register,
            Ids ids,
            Clock clock) {
        this.requests = requests;
        this.examinations = examinations;
        this.approvals = approvals;
        this.table = table;
        this.structures = structures;
        this.facts = facts;
        this.register = register;
        this.ids = ids;
        this.clock = clock;
        this.profile =
                Field.choice(
                        "profile",
                        requests.profiles().stream()
                                .map(known -> CertificatePages.option(known.profile()))
                                .toList());
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @GetMapping(PATH)
    Answer blank() {
        return Page.of("registration/ask", asking(form()));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @PostMapping(PATH)
    Answer upload(Submission sent) {
        Form form = form().read(sent);
        Optional<Structure> structure = form.find(STRUCTURE).flatMap(structures::find);
        if (form.find(STRUCTURE).isPresent() && structure.isEmpty()) {
            form = form.refuse(STRUCTURE, "registration.list.structure.unknown");
        }
        if (form.wrong()) {
            return Page.of("registration/ask", asking(form)).status(422);
        }
        Reached.need(Right.REQUEST_CERTIFICATES, structure.map(Structure::id));
        Upload file = form.get(FILE);
        if (read(file.bytes(), form.get(profile), structure.orElseThrow())
                instanceof BatchFile.Outcome.Unreadable(String key, List<Object> why)) {
            return Page.of("registration/ask", asking(form.refuse(key, why.toArray()))).status(422);
        }
        UUID id = ids.next();
        table.insert(
                new BatchTable.Kept(
                        id,
                        Actor.self(),
                        form.get(profile),
                        structure.orElseThrow().id(),
                        file.name().substring(0, Math.min(200, file.name().length())),
                        file.bytes(),
                        clock.instant()));
        return Redirect.to(PATH + "/" + id);
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @GetMapping(KEPT)
    Answer preview(@PathVariable UUID id) {
        BatchTable.Kept kept = kept(id);
        return Page.of(
                "registration/list",
                new Shown.Wishes(
                        kept.name(),
                        known(kept.profile()).title(),
                        structures.get(kept.structure()).name(org.danaya.page.Language.FRENCH),
                        lines(kept).stream().map(BatchPages::wish).toList(),
                        PATH + "/" + id));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @PostMapping(KEPT)
    Answer send(@PathVariable UUID id) {
        BatchTable.Kept kept = kept(id);
        List<BatchFile.Entry> lines =
                lines(kept).stream().filter(each -> each.troubles().isEmpty()).toList();
        UUID batch = ids.next();
        List<Requests.Asked> asked = lines.stream().map(line -> asked(line, kept, batch)).toList();
        List<Optional<Fault>> refusals = requests.refusals(asked);
        List<Requests.Asked> wanted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (refusals.get(i).isEmpty()) {
                wanted.add(asked.get(i));
            } else {
                refused.add(Integer.toString(lines.get(i).number()));
            }
        }
        if (!refused.isEmpty() && wanted.isEmpty()) {
            throw refusals.getFirst().orElseThrow();
        }
        if (wanted.isEmpty() || !table.delete(id)) {
            throw new Fault(RegistrationFault.UNKNOWN_LIST);
        }
        requests.submit(Actor.self(), wanted);
        Redirect done =
                Redirect.to(BATCH + "/" + batch)
                        .saying(
                                Notice.done(
                                        "registration.list.sent", Integer.toString(wanted.size())));
        return refused.isEmpty()
                ? done
                : done.saying(
                        Notice.warning(
                                "registration.list.keys-refused", String.join(", ", refused)));
    }

    private static Requests.Asked asked(BatchFile.Entry line, BatchTable.Kept kept, UUID batch) {
        return new Requests.Asked(
                kept.profile(),
                Optional.of(kept.structure()),
                Optional.empty(),
                line.subject(),
                line.names(),
                line.key().orElseThrow(),
                Optional.of(batch));
    }

    @Needs(Right.REQUEST_CERTIFICATES)
    @PostMapping(KEPT + "/abandon")
    Answer abandon(@PathVariable UUID id) {
        table.delete(kept(id).id());
        return Redirect.to(RequestPages.PATH).saying(Notice.info("registration.list.abandoned"));
    }

    @Needs(Right.READ_CERTIFICATES)
    @GetMapping(ONE)
    Answer batch(@PathVariable UUID id) {
        List<Request> all = reached(Right.READ_CERTIFICATES, id);
        UUID self = Actor.self();
        List<Request.Prepared> prepared =
                all.stream()
                        .filter(Request.Prepared.class::isInstance)
                        .map(Request.Prepared.class::cast)
                        .toList();
        Optional<UUID> structure = all.getFirst().head().structure();
        boolean own = self.equals(all.getFirst().head().applicant());
        boolean submitted = all.stream().anyMatch(Request.Submitted.class::isInstance);
        boolean approves =
                !prepared.isEmpty()
                        && !own
                        && prepared.stream().noneMatch(each -> self.equals(each.preparedBy()))
                        && Reached.holds(Right.APPROVE_CERTIFICATES, structure);
        return Page.of(
                "registration/batch",
                new Shown.Batch(
                        BATCH + "/" + id,
                        known(all.getFirst().head().profile()).title(),
                        all.stream()
                                .map(
                                        each ->
                                                new Shown.Mine(
                                                        each,
                                                        RequestSheets.title(each.head()),
                                                        Shown.tag(each),
                                                        false))
                                .toList(),
                        submitted && !own && Reached.holds(Right.EXAMINE_CERTIFICATES, structure)
                                ? IdentityCheck.of(known(all.getFirst().head().profile()).kind())
                                        .stream()
                                        .map(IdentityCheck::code)
                                        .toList()
                                : List.of(),
                        own,
                        approves
                                ? prepared.stream()
                                        .map(each -> each.head().id().toString())
                                        .toList()
                                : List.of(),
                        approves ? Statements.hash(approvals, prepared) : "",
                        all.stream()
                                .flatMap(each -> unconfirmed(each.head()).stream())
                                .distinct()
                                .map(Wanted::label)
                                .toList()));
    }

    private List<SubjectAttribute> unconfirmed(Request.Head head) {
        return register.unconfirmed(
                known(head.profile()), register.find(head.structure()), head.subject());
    }

    /** Notes for all of them what an officer checked, and prepares them. */
    @Needs(value = Right.EXAMINE_CERTIFICATES, freshly = true)
    @PostMapping(ONE + "/prepare")
    Answer prepare(@PathVariable UUID id, Submission sent) {
        List<Request> all = reached(Right.EXAMINE_CERTIFICATES, id);
        List<IdentityCheck> checks =
                Arrays.stream(IdentityCheck.values())
                        .filter(check -> sent.values("check").contains(check.code()))
                        .toList();
        List<UUID> submitted =
                all.stream()
                        .filter(Request.Submitted.class::isInstance)
                        .map(each -> each.head().id())
                        .toList();
        int prepared = submitted.size();
        if (prepared > 0) {
            examinations.check(submitted, checks, Actor.self());
            examinations.prepare(submitted, Actor.self());
        }
        return Redirect.to(BATCH + "/" + id)
                .saying(Notice.done("registration.batch.prepared", Integer.toString(prepared)));
    }

    private List<Request> reached(Right right, UUID batch) {
        List<Request> all = requests.ofBatch(batch);
        if (all.isEmpty()) {
            throw new Fault(AuthorityFault.UNKNOWN_REQUEST);
        }
        all.forEach(each -> Reached.need(right, each.head().structure()));
        return all;
    }

    private BatchTable.Kept kept(UUID id) {
        BatchTable.Kept kept =
                table.find(id, Actor.self())
                        .orElseThrow(() -> new Fault(RegistrationFault.UNKNOWN_LIST));
        Reached.need(Right.REQUEST_CERTIFICATES, Optional.of(kept.structure()));
        return kept;
    }

    private List<BatchFile.Entry> lines(BatchTable.Kept kept) {
        return switch (read(kept.content(), kept.profile(), structures.get(kept.structure()))) {
            case BatchFile.Outcome.Read(List<BatchFile.Entry> lines) -> lines;
            case BatchFile.Outcome.Unreadable _ -> throw new Fault(RegistrationFault.UNKNOWN_LIST);
        };
    }

    private BatchFile.Outcome read(byte[] content, String profile, Structure structure) {
        Profile known = known(profile);
        return BatchFile.read(
                content,
                known,
                facts.proposed(known, structure, Optional.empty()),
                requests,
                subject -> register.differences(known, Optional.of(structure), subject));
    }

    private Profile known(String id) {
        return requests.profiles().stream()
                .map(KnownProfile::profile)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_PROFILE, id));
    }

    private static Shown.Wish wish(BatchFile.Entry line) {
        return new Shown.Wish(
                line.number(),
                line.title(),
                line.troubles().stream()
                        .map(each -> new Shown.Trouble(each.column(), each.key(), each.facts()))
                        .toList());
    }

    private Form form() {
        return Form.of(WORDS, profile, STRUCTURE, FILE);
    }

    private static Shown.Asking asking(Form form) {
        return new Shown.Asking(
                "registration.list.title",
                "",
                "registration.list.intro",
                "registration.requests",
                RequestPages.PATH,
                form,
                PATH,
                "registration.list.preview");
    }
}

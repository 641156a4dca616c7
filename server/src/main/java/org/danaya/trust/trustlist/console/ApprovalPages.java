package org.danaya.trust.trustlist.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.trust.trustlist.ApproveOutcome;
import org.danaya.trust.trustlist.Draft;
import org.danaya.trust.trustlist.Drafts;
import org.danaya.trust.trustlist.Edition;
import org.danaya.trust.trustlist.Editions;
import org.danaya.trust.trustlist.SigningKeys;
import org.danaya.trust.trustlist.TrustlistFault;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where another person reads what changes, and approves exactly that with a passkey. */
@Controller
class ApprovalPages {

    private static final String PATH = DraftPages.PATH + "/approval";
    private static final Field<String> ISSUED = Field.text("issued", 40).hidden();
    private static final Field<String> REASON = Field.area("reason", 1000);

    private final Drafts drafts;
    private final Editions editions;
    private final SigningKeys keys;

    ApprovalPages(Drafts drafts, Editions editions, SigningKeys keys) {
        this.drafts = drafts;
        this.editions = editions;
        this.keys = keys;
    }

    @Needs(Right.APPROVE_TRUST_LIST)
    @GetMapping(PATH)
    Answer approval() {
        return page(submitted(), editions.now(), List.of(), refusal());
    }

    /** The exact bytes that are approved, to look at with any tool. */
    @Needs(Right.APPROVE_TRUST_LIST)
    @GetMapping(PATH + "/unsigned")
    Answer unsigned(Query query) {
        byte[] bytes = editions.prepare(submitted().head(), issued(query.text("issued"))).bytes();
        return new Download(
                "danaya-tl-unsigned.xml", "application/xml", (_, out) -> out.write(bytes));
    }

    @Needs(Right.APPROVE_TRUST_LIST)
    @PostMapping(PATH + "/challenge")
    ResponseEntity<String> challenge(Submission sent) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        editions.ask(
                                Asked.version(sent),
                                issued(Asked.one(sent, "issued")),
                                Actor.self()));
    }

    @Needs(Right.APPROVE_TRUST_LIST)
    @PostMapping(PATH)
    Answer approve(Submission sent) {
        ApproveOutcome outcome =
                editions.approve(
                        Asked.version(sent),
                        issued(Asked.one(sent, "issued")),
                        Actor.self(),
                        Asked.one(sent, "challenge"),
                        Asked.one(sent, "credential"));
        return switch (outcome) {
            case ApproveOutcome.Published(Edition edition) ->
                    Redirect.to(ListPages.PATH + "/editions/" + edition.sequence())
                            .saying(Notice.done("trustlist.approval.done"));
            case ApproveOutcome.Forbidden(ApproveOutcome.Rule rule) ->
                    page(
                                    submitted(),
                                    editions.now(),
                                    List.of("trustlist.rule." + rule.code()),
                                    refusal())
                            .status(409);
            case ApproveOutcome.Wrong _ ->
                    page(submitted(), editions.now(), List.of(), refusal()).status(409);
        };
    }

    @Needs(Right.APPROVE_TRUST_LIST)
    @PostMapping(PATH + "/return")
    Answer giveBack(Submission sent) {
        Form form = refusal().read(sent);
        if (form.wrong()) {
            return page(submitted(), editions.now(), List.of(), form).status(422);
        }
        drafts.giveBack(Asked.version(sent), form.get(REASON));
        return Redirect.to(ListPages.PATH).saying(Notice.info("trustlist.approval.returned"));
    }

    private Page page(Draft.Submitted draft, Instant issued, List<String> why, Form giveBack) {
        Draft.Head head = draft.head();
        Editions.Prepared prepared = editions.prepare(head, issued);
        Form confirm =
                Form.of("trustlist.approval", ISSUED, SchemeForm.VERSION)
                        .with(ISSUED, issued.toString())
                        .with(SchemeForm.VERSION, Integer.toString(head.version()));
        for (String key : why) {
            confirm = confirm.refuse(key);
        }
        return Page.of(
                "trustlist/approval",
                new Shown.Approval(
                        head.version(),
                        head.sequence(),
                        issued,
                        Objects.requireNonNull(prepared.list().scheme().nextUpdate()),
                        prepared.sha256(),
                        prepared.changes(),
                        head.reasons(),
                        prepared.problems(),
                        confirm,
                        giveBack.with(SchemeForm.VERSION, Integer.toString(head.version())),
                        head.authors().contains(Actor.self()),
                        keys.current().isPresent()));
    }

    private Draft.Submitted submitted() {
        if (drafts.current().orElse(null) instanceof Draft.Submitted submitted) {
            return submitted;
        }
        throw new Fault(TrustlistFault.NO_DRAFT);
    }

    private static Form refusal() {
        return Form.of("trustlist.return", REASON, SchemeForm.VERSION);
    }

    private static Instant issued(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Fault(e, TrustlistFault.DRAFT_CHANGED);
        }
    }
}

package org.danaya.mandates.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.Approvals;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.signin.FreshAssertions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Another person's look at a draft: approved with a passkey over what the page shows, or refused.
 */
@Controller
class MandateApprovalPages {

    private static final String ONE = MandatePages.PATH + Within.ID;
    private static final Field<String> REASON = Field.area("reason", 500);

    private final Mandates mandates;
    private final Within within;
    private final FreshAssertions assertions;

    MandateApprovalPages(Mandates mandates, Within within, FreshAssertions assertions) {
        this.mandates = mandates;
        this.within = within;
        this.assertions = assertions;
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(ONE + "/approve")
    Answer look(@PathVariable String id) {
        Known known = alone(id);
        Mandate.Head head = known.head();
        if (mandates.approvals().wrote(Actor.self(), head)) {
            throw new Fault(MandateFault.OWN_DRAFT);
        }
        if (head.terms().person().equals(within.person())) {
            throw new Fault(MandateFault.OWN_MANDATE);
        }
        byte[] statement = Approvals.statement(List.of(head));
        String path = MandatePages.PATH + "/" + head.id();
        String seen = "?seen=" + Within.seen(statement);
        return Page.of(
                        "mandates/confirm",
                        new Shown.Confirming(
                                "mandates.approve.title",
                                "M-" + head.number(),
                                MandateDraftPages.up(head),
                                Shown.Content.of(known),
                                "mandates.approve.next",
                                path + "/approve/challenge" + seen,
                                path + "/approve" + seen,
                                "mandates.approve.submit",
                                Within.text(statement),
                                path + "/refuse",
                                "mandates.refuse.link"))
                .unkept();
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/approve/challenge")
    ResponseEntity<String> challenge(@PathVariable String id, @RequestParam String seen) {
        byte[] statement = Approvals.statement(List.of(alone(id).head()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), Within.asSeen(statement, seen)));
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/approve")
    Answer approve(@PathVariable String id, @RequestParam String seen, Submission sent) {
        List<Mandate.Head> heads = List.of(alone(id).head());
        Within.asSeen(Approvals.statement(heads), seen);
        mandates.approvals()
                .approve(
                        Actor.self(),
                        heads,
                        Within.one(sent, "mandate-challenge"),
                        Within.one(sent, "mandate-credential"));
        return Redirect.to(MandatePages.PATH + "/" + id)
                .saying(Notice.done("mandates.done.approved"));
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(ONE + "/refuse")
    Answer askToRefuse(@PathVariable String id) {
        return refusing(draft(id), Form.of("mandates.refuse", REASON)).page(200);
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/refuse")
    Answer refuse(@PathVariable String id, Submission sent) {
        Known known = draft(id);
        Form form = Form.of("mandates.refuse", REASON).read(sent);
        if (form.wrong()) {
            return refusing(known, form).page(422);
        }
        mandates.drafts().refuse(known.head().id(), Actor.self(), form.get(REASON));
        return Redirect.to(MandatePages.PATH + "/" + id)
                .saying(Notice.done("mandates.done.refused"));
    }

    /** A draft that isn't a place in a delegation: these are approved with the whole of it. */
    private Known alone(String id) {
        Known known = draft(id);
        if (known.head().terms().group().isPresent()) {
            throw new Fault(MandateFault.OF_DELEGATION);
        }
        return known;
    }

    private Known draft(String id) {
        Known known = within.mandate(id, Right.APPROVE_MANDATES);
        if (!(known.mandate() instanceof Mandate.Draft)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return known;
    }

    private static Asked refusing(Known known, Form form) {
        String path = MandatePages.PATH + "/" + known.head().id();
        return new Asked(
                "mandates.refuse.title",
                "M-" + known.head().number() + " " + known.head().names().holder(),
                "mandates.refuse.intro",
                MandateDraftPages.up(known.head()),
                form,
                path + "/refuse",
                "mandates.refuse.submit",
                path,
                false);
    }
}

package org.danaya.mandates.position.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionDecisions;
import org.danaya.mandates.position.PositionFault;
import org.danaya.mandates.position.PositionNames;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.page.Above;
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

/** Another person's look at a draft: validated with a passkey over what is shown, or refused. */
@Controller
class PositionApprovalPages {

    private static final String PATH = PositionConsolePages.PATH;
    private static final String ONE = PATH + PositionDesk.ID;
    private static final Field<String> REASON = Field.area("reason", 500);

    private final OfficialPositions positions;
    private final PositionDesk desk;
    private final FreshAssertions assertions;

    PositionApprovalPages(
            OfficialPositions positions, PositionDesk desk, FreshAssertions assertions) {
        this.positions = positions;
        this.desk = desk;
        this.assertions = assertions;
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(ONE + "/approve")
    Answer look(@PathVariable String id) {
        OfficialPosition.Head head = draft(id).head();
        if (positions.decisions().wrote(Actor.self(), head)) {
            throw new Fault(MandateFault.OWN_DRAFT);
        }
        byte[] statement = PositionDecisions.validation(head);
        String path = PATH + "/" + head.id();
        String seen = "?seen=" + PositionDesk.seen(statement);
        return Page.of(
                        "positions/confirm",
                        new Sheets.Confirming(
                                "positions.approve.title",
                                head.terms().french().subject(),
                                List.of(
                                        PositionConsolePages.HOME,
                                        Above.name(head.terms().french().subject(), path)),
                                desk.content(head),
                                "positions.approve.next",
                                head.names().structure(),
                                path + "/approve/challenge" + seen,
                                path + "/approve" + seen,
                                "positions.approve.submit",
                                PositionDesk.text(statement),
                                path + "/refuse",
                                "positions.refuse.link"))
                .unkept();
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/approve/challenge")
    ResponseEntity<String> challenge(@PathVariable String id, @RequestParam String seen) {
        byte[] statement = PositionDecisions.validation(draft(id).head());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), PositionDesk.asSeen(statement, seen)));
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/approve")
    Answer approve(@PathVariable String id, @RequestParam String seen, Submission sent) {
        OfficialPosition.Head head = draft(id).head();
        PositionDesk.asSeen(PositionDecisions.validation(head), seen);
        positions
                .decisions()
                .validate(
                        Actor.self(),
                        head,
                        PositionDesk.sent(sent, "position-challenge"),
                        PositionDesk.sent(sent, "position-credential"));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("positions.done.validated"));
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(ONE + "/refuse")
    Answer askToRefuse(@PathVariable String id) {
        return refusing(draft(id), reason()).page(200);
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(ONE + "/refuse")
    Answer refuse(@PathVariable String id, Submission sent) {
        Known known = draft(id);
        Form form = reason().read(sent);
        if (form.wrong()) {
            return refusing(known, form).page(422);
        }
        positions
                .decisions()
                .withdraw(
                        known.head().id(),
                        Actor.self(),
                        OfficialPosition.Draft.class::isInstance,
                        form.get(REASON));
        return Redirect.to(PATH + "/" + id).saying(Notice.done("positions.done.refused"));
    }

    private Known draft(String id) {
        Known known = desk.position(id, Right.APPROVE_MANDATES);
        if (!(known.position() instanceof OfficialPosition.Draft)) {
            throw new Fault(PositionFault.WRONG_STATE, known.position().code());
        }
        return known;
    }

    private static Form reason() {
        return Form.of("positions.refuse", REASON);
    }

    private static Asked refusing(Known known, Form form) {
        String path = PATH + "/" + known.head().id();
        return new Asked(
                "positions.refuse.title",
                PositionNames.of(known.position()),
                "positions.refuse.intro",
                List.of(
                        PositionConsolePages.HOME,
                        Above.name(known.head().terms().french().subject(), path)),
                form,
                path + "/refuse",
                "positions.refuse.submit",
                path,
                true);
    }
}

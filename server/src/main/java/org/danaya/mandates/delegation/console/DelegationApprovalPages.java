package org.danaya.mandates.delegation.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Submission;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.console.Several;
import org.danaya.mandates.console.Within;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Preparations;
import org.danaya.page.Answer;
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

/** Another person's look at all places of a delegation, confirmed by one answer of a passkey. */
@Controller
class DelegationApprovalPages {

    private static final String APPROVE = Reached.ONE + "/approve";

    private final Preparations preparations;
    private final Reached reached;
    private final DelegationSheets sheets;
    private final FreshAssertions assertions;

    DelegationApprovalPages(
            Preparations preparations,
            Reached reached,
            DelegationSheets sheets,
            FreshAssertions assertions) {
        this.preparations = preparations;
        this.reached = reached;
        this.sheets = sheets;
        this.assertions = assertions;
    }

    @Needs(Right.APPROVE_MANDATES)
    @GetMapping(APPROVE)
    Answer look(@PathVariable String id) {
        Delegation delegation = toApprove(id);
        if (sheets.whyNotApproved(delegation, preparations.clashes(delegation)).isEmpty()) {
            String path = Reached.path(delegation);
            return Page.of(
                            "mandates/confirm-delegation",
                            new DelegationShown.Confirming(
                                    Several.Confirming.of(
                                            "mandates.delegation.approve.title",
                                            Reached.title(delegation),
                                            Reached.up(delegation),
                                            delegation.drafts(),
                                            delegation.clashReason().stream()
                                                    .map(
                                                            reason ->
                                                                    Notice.warning(
                                                                            "mandates.delegation.approve.clash",
                                                                            reason))
                                                    .toList(),
                                            "mandates.delegation.approve.next",
                                            path + "/approve",
                                            "mandates.approve.submit",
                                            Preparations.statement(delegation),
                                            path),
                                    sheets.facts(delegation)))
                    .unkept();
        }
        return Redirect.to(Reached.path(delegation));
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(APPROVE + "/challenge")
    ResponseEntity<String> challenge(@PathVariable String id, @RequestParam String seen) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        assertions.ask(
                                Actor.self(),
                                Within.asSeen(Preparations.statement(toApprove(id)), seen)));
    }

    @Needs(Right.APPROVE_MANDATES)
    @PostMapping(APPROVE)
    Answer approve(@PathVariable String id, @RequestParam String seen, Submission sent) {
        Delegation delegation = toApprove(id);
        Within.asSeen(Preparations.statement(delegation), seen);
        preparations.approve(
                delegation.id(),
                Actor.self(),
                heads(delegation),
                Within.one(sent, "mandate-challenge"),
                Within.one(sent, "mandate-credential"));
        return Redirect.to(Reached.path(delegation))
                .saying(Notice.done("mandates.delegation.done.approved"));
    }

    private Delegation toApprove(String id) {
        Delegation delegation = reached.get(id, Right.APPROVE_MANDATES);
        if (delegation.drafts().isEmpty()) {
            throw new Fault(MandateFault.WRONG_STATE, delegation.state().code());
        }
        return delegation;
    }

    private static List<Mandate.Head> heads(Delegation delegation) {
        return delegation.drafts().stream().map(Known::head).toList();
    }
}

package org.danaya.mandates.delegation.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Preparations;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Nobody goes: all places of a delegation taken back in one act. Whoever drafts decides it until a
 * place is signed, whoever revokes afterwards.
 */
@Controller
class AbandonPages {

    private static final String PATH = Reached.ONE + "/abandon";
    private static final Field<String> REASON = Field.area("reason", 500);

    /** How far it had come when somebody was asked. */
    private static final Field<String> STATE = Field.text("state", 20).optional().hidden();

    private final Preparations preparations;
    private final Reached reached;

    AbandonPages(Preparations preparations, Reached reached) {
        this.preparations = preparations;
        this.reached = reached;
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH)
    Answer ask(@PathVariable String id) {
        Delegation delegation = needed(id);
        return asking(delegation, form().with(STATE, shown(delegation)), 200);
    }

    @Needs(value = Right.READ_MANDATES, freshly = true)
    @PostMapping(PATH)
    Answer abandon(@PathVariable String id, Submission sent) {
        Delegation delegation = needed(id);
        Form form = form().read(sent);
        if (form.wrong()) {
            return asking(delegation, form, 422);
        }
        String shown = form.find(STATE).orElse("");
        preparations.abandon(
                delegation.id(),
                Actor.self(),
                now -> shown(now).equals(shown) && mayAbandon(now),
                form.get(REASON));
        return Redirect.to(Reached.path(delegation))
                .saying(Notice.done("mandates.delegation.done.abandoned"));
    }

    /** Whether whoever looks may abandon it as it is now. */
    static boolean mayAbandon(Delegation delegation) {
        return delegation.state().isOpen()
                && Rights.current()
                        .hold(
                                delegation.isSigned()
                                        ? Right.REVOKE_MANDATES
                                        : Right.DRAFT_MANDATES,
                                delegation.structure());
    }

    private Delegation needed(String id) {
        Delegation delegation = reached.get(id, Right.READ_MANDATES);
        if (!delegation.state().isOpen()) {
            throw new Fault(MandateFault.WRONG_STATE, delegation.state().code());
        }
        Rights.current()
                .need(
                        delegation.isSigned() ? Right.REVOKE_MANDATES : Right.DRAFT_MANDATES,
                        delegation.structure());
        return delegation;
    }

    private static String shown(Delegation delegation) {
        return delegation.isSigned() ? "signed" : "unsigned";
    }

    private static Form form() {
        return Form.of("mandates.delegation.abandon", STATE, REASON);
    }

    private static Answer asking(Delegation delegation, Form form, int status) {
        return Page.of(
                        "mandates/abandon",
                        new DelegationShown.Abandoning(
                                delegation,
                                names(delegation, false),
                                names(delegation, true),
                                form,
                                Reached.up(delegation)))
                .status(status);
    }

    private static List<String> names(Delegation delegation, boolean signed) {
        return delegation.alive().stream()
                .filter(each -> isSigned(each) == signed)
                .filter(each -> !(each.mandate() instanceof Mandate.Expired))
                .map(each -> each.head().names().holder())
                .toList();
    }

    private static boolean isSigned(Known place) {
        return place.history().signature().isPresent();
    }
}

package org.danaya.mandates.delegation.console;

import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Office;
import org.danaya.mandates.console.Grantors;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Preparations;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Officers constitute delegations, change what they are for, and declare clashes. */
@Controller
class DelegationDraftPages {

    private static final String NEW = Reached.PATH + "/new";
    private static final String EVENT = NEW + "/event";
    private static final int REFUSED = 422;
    private static final Field<String> REASON = Field.area("reason", 500);

    private final Preparations preparations;
    private final Grantors grantors;
    private final Reached reached;

    DelegationDraftPages(Preparations preparations, Grantors grantors, Reached reached) {
        this.preparations = preparations;
        this.grantors = grantors;
        this.reached = reached;
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(NEW)
    Answer grantor(Query query) {
        return grantors.choose(query, "mandates.delegation.grantor.title", EVENT, Reached.up());
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(EVENT)
    Answer blank(@RequestParam String grantor) {
        return asking(grantors.named(grantor), OccasionForm.blank(), 200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(EVENT)
    Answer begin(@RequestParam String grantor, Submission sent) {
        Office office = grantors.named(grantor);
        Form form = OccasionForm.checked(OccasionForm.blank().read(sent), reached.today());
        if (form.wrong()) {
            return asking(office, form, REFUSED);
        }
        Delegation made =
                preparations.begin(
                        Actor.self(),
                        office.structure(),
                        new Grantor.OfOffice(office.id()),
                        OccasionForm.occasion(form),
                        form.get(OccasionForm.BASIS));
        return Redirect.to(Reached.path(made))
                .saying(Notice.done("mandates.delegation.done.begun", "D-" + made.number()));
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(Reached.ONE + "/edit")
    Answer edit(@PathVariable String id) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        return asking(delegation, OccasionForm.of(delegation), 200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(Reached.ONE + "/edit")
    Answer change(@PathVariable String id, Submission sent) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        Form form = OccasionForm.checked(OccasionForm.blank().read(sent), reached.today());
        if (form.wrong()) {
            return asking(delegation, form, REFUSED);
        }
        try {
            preparations.change(
                    delegation.id(),
                    Actor.self(),
                    OccasionForm.version(form),
                    OccasionForm.occasion(form),
                    form.get(OccasionForm.BASIS));
        } catch (Fault fault) {
            if (fault.code() != MandateFault.BEYOND && fault.code() != MandateFault.STALE) {
                throw fault;
            }
            return asking(delegation, form.refuse("fault." + fault.code().code()), REFUSED);
        }
        return Redirect.to(Reached.path(delegation))
                .saying(Notice.done("mandates.delegation.done.changed"));
    }

    @Needs(Right.DRAFT_MANDATES)
    @GetMapping(Reached.ONE + "/clashes")
    Answer askWhy(@PathVariable String id) {
        return declaring(reached.get(id, Right.DRAFT_MANDATES), reason(), 200);
    }

    @Needs(Right.DRAFT_MANDATES)
    @PostMapping(Reached.ONE + "/clashes")
    Answer declare(@PathVariable String id, Submission sent) {
        Delegation delegation = reached.get(id, Right.DRAFT_MANDATES);
        Form form = reason().read(sent);
        if (form.wrong()) {
            return declaring(delegation, form, REFUSED);
        }
        preparations.declare(delegation.id(), Actor.self(), form.get(REASON));
        return Redirect.to(Reached.path(delegation))
                .saying(Notice.done("mandates.delegation.done.declared"));
    }

    private static Form reason() {
        return Form.of("mandates.delegation.clash", REASON);
    }

    private static Answer declaring(Delegation delegation, Form form, int status) {
        String path = Reached.path(delegation);
        return new Asked(
                        "mandates.delegation.clash.title",
                        Reached.title(delegation),
                        "mandates.delegation.clash.intro",
                        Reached.up(delegation),
                        form,
                        path + "/clashes",
                        "mandates.delegation.clash.submit",
                        path,
                        false)
                .page(status);
    }

    private Answer asking(Office office, Form form, int status) {
        return new Asked(
                        "mandates.delegation.new.title",
                        grantors.called(office),
                        "mandates.delegation.new.intro",
                        Reached.up(),
                        form,
                        EVENT + "?grantor=" + Grantors.name(office.id()),
                        "mandates.delegation.new.submit",
                        Reached.PATH,
                        false)
                .page(status);
    }

    private static Answer asking(Delegation delegation, Form form, int status) {
        String path = Reached.path(delegation);
        return new Asked(
                        "mandates.delegation.edit.title",
                        Reached.title(delegation),
                        "mandates.delegation.edit.intro",
                        Reached.up(delegation),
                        form,
                        path + "/edit",
                        "mandates.delegation.edit.submit",
                        path,
                        false)
                .page(status);
    }
}

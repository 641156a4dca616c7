package org.danaya.consultation.observation.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.Referral;
import org.danaya.consultation.observation.form.CommentFormFault;
import org.danaya.consultation.observation.form.CommentForms;
import org.danaya.consultation.observation.form.FormSheets;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Crumb;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A form that came to the secretariat is put into the list of its structure, which alone hands it
 * in.
 */
@Controller
class ReferralFormPages {

    private static final String FORM = ReferralDesk.ONE + "/form";
    private static final String READ = FORM + "/{form:[0-9a-f-]{36}}";

    private final CommentForms forms;
    private final ReferralDesk desk;

    ReferralFormPages(CommentForms forms, ReferralDesk desk) {
        this.forms = forms;
        this.desk = desk;
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(FORM)
    Answer look(@PathVariable String id) {
        return asking(desk.referral(id, Right.DRAFT_TEXTS).referral(), FormSheets.empty(), 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(FORM)
    Answer read(@PathVariable String id, Submission sent) {
        Referral referral = desk.referral(id, Right.DRAFT_TEXTS).referral();
        Form form = FormSheets.empty().read(sent);
        if (form.wrong()) {
            return asking(referral, form, 422);
        }
        try {
            return Redirect.to(
                    ReferralDesk.path(referral)
                            + "/form/"
                            + forms.understand(
                                    Actor.self(), referral.id(), form.get(FormSheets.FILE)));
        } catch (Fault e) {
            if (!(e.code() instanceof CommentFormFault)) {
                throw e;
            }
            return asking(referral, form.refuse(FormSheets.FILE, "fault." + e.code().code()), 422);
        }
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(READ)
    Answer preview(@PathVariable String id, @PathVariable String form) {
        Referral referral = desk.referral(id, Right.DRAFT_TEXTS).referral();
        String path = ReferralDesk.path(referral) + "/form";
        return Page.of(
                "observation/preview",
                new FormSheets.Understood(
                        forms.preview(
                                Actor.self(),
                                referral.id(),
                                Ids.read(form).orElseThrow(ReferralFormPages::gone)),
                        up(referral),
                        path + "/" + form,
                        path));
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(READ)
    Answer take(@PathVariable String id, @PathVariable String form) {
        Referral referral = desk.referral(id, Right.DRAFT_TEXTS).referral();
        int added =
                forms.take(
                        Actor.self(),
                        referral.id(),
                        Ids.read(form).orElseThrow(ReferralFormPages::gone));
        return Redirect.to(ReferralDesk.path(referral))
                .saying(Notice.done("observation.done.put", Integer.toString(added)));
    }

    private static Fault gone() {
        return new Fault(ObservationFault.IMPORT_GONE);
    }

    private static List<Crumb> up(Referral referral) {
        return List.of(new Crumb(referral.head().structure().name(), ReferralDesk.path(referral)));
    }

    private static Answer asking(Referral referral, Form form, int status) {
        String path = ReferralDesk.path(referral);
        return Page.of(
                        "observation/form",
                        new FormSheets.Asking(
                                "observation.form.intro.for",
                                referral.head().structure().name(),
                                up(referral),
                                form,
                                path + "/form",
                                path,
                                ""))
                .status(status);
    }
}

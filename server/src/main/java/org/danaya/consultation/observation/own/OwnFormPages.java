package org.danaya.consultation.observation.own;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.consultation.observation.Observation;
import org.danaya.consultation.observation.ObservationFault;
import org.danaya.consultation.observation.Observations;
import org.danaya.consultation.observation.form.CommentFormFault;
import org.danaya.consultation.observation.form.CommentForms;
import org.danaya.consultation.observation.form.FormContent;
import org.danaya.consultation.observation.form.FormSheets;
import org.danaya.consultation.observation.form.FormWriter;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Crumb;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The commenting form of one's structure: handed out, read, taken after a look. */
@Controller
class OwnFormPages {

    private static final String FORM = OwnTexts.ONE + "/form";
    private static final String READ = FORM + "/{form:[0-9a-f-]{36}}";

    private final Observations observations;
    private final CommentForms forms;
    private final OwnTexts own;

    OwnFormPages(Observations observations, CommentForms forms, OwnTexts own) {
        this.observations = observations;
        this.forms = forms;
        this.own = own;
    }

    @SignedIn
    @GetMapping(FORM)
    Answer look(@PathVariable String id) {
        return asking(own.get(id), FormSheets.empty(), 200);
    }

    @SignedIn
    @PostMapping(FORM)
    Answer read(@PathVariable String id, Submission sent) {
        OwnTexts.Own asked = own.get(id);
        Form form = FormSheets.empty().read(sent);
        if (form.wrong()) {
            return asking(asked, form, 422);
        }
        try {
            return Redirect.to(
                    asked.path()
                            + "/form/"
                            + forms.understand(
                                    Actor.self(),
                                    asked.referral().id(),
                                    form.get(FormSheets.FILE)));
        } catch (Fault e) {
            if (!(e.code() instanceof CommentFormFault)) {
                throw e;
            }
            return asking(asked, form.refuse(FormSheets.FILE, "fault." + e.code().code()), 422);
        }
    }

    @SignedIn
    @GetMapping(READ)
    Answer preview(@PathVariable String id, @PathVariable String form) {
        OwnTexts.Own asked = own.get(id);
        return Page.of(
                "observation/preview",
                new FormSheets.Understood(
                        forms.preview(
                                Actor.self(),
                                asked.referral().id(),
                                Ids.read(form).orElseThrow(OwnFormPages::gone)),
                        up(asked),
                        asked.path() + "/form/" + form,
                        asked.path() + "/form"));
    }

    @SignedIn
    @PostMapping(READ)
    Answer take(@PathVariable String id, @PathVariable String form) {
        OwnTexts.Own asked = own.get(id);
        int added =
                forms.take(
                        Actor.self(),
                        asked.referral().id(),
                        Ids.read(form).orElseThrow(OwnFormPages::gone));
        return Redirect.to(asked.path())
                .saying(Notice.done("observation.done.taken", Integer.toString(added)));
    }

    @SignedIn
    @GetMapping(FORM + ".{ending:xlsx|docx}")
    Answer file(@PathVariable String id, @PathVariable String ending) {
        OwnTexts.Own asked = own.get(id);
        List<Observation.Draft> all = observations.drafts().of(asked.referral().id());
        return FormWriter.file(
                FormContent.own(
                        asked.dossier(), asked.version(), asked.referral().head().structure(), all),
                ending);
    }

    private static Fault gone() {
        return new Fault(ObservationFault.IMPORT_GONE);
    }

    private static List<Crumb> up(OwnTexts.Own asked) {
        return List.of(new Crumb(asked.dossier().title(), asked.path()));
    }

    private static Answer asking(OwnTexts.Own asked, Form form, int status) {
        return Page.of(
                        "observation/form",
                        new FormSheets.Asking(
                                "observation.form.intro",
                                asked.referral().head().structure().name(),
                                up(asked),
                                form,
                                asked.path() + "/form",
                                asked.path(),
                                asked.path() + "/form"))
                .status(status);
    }
}

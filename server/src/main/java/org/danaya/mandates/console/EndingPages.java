package org.danaya.mandates.console;

import java.util.List;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Mandates suspended, resumed, and revoked, whole or by a power. */
@Controller
class EndingPages {

    private static final String ONE = MandatePages.PATH + Within.ID;

    private final Mandates mandates;
    private final Within within;
    private final EndingDesk desk;

    EndingPages(Mandates mandates, Within within, EndingDesk desk) {
        this.mandates = mandates;
        this.within = within;
        this.desk = desk;
    }

    @Needs(Right.REVOKE_MANDATES)
    @GetMapping(ONE + "/suspend")
    Answer askToSuspend(@PathVariable String id) {
        Known known = inForce(id);
        return desk.asking(place(known), known, "suspend", suspending(), 200);
    }

    @Needs(Right.REVOKE_MANDATES)
    @PostMapping(ONE + "/suspend/check")
    Answer checkSuspension(@PathVariable String id, Submission sent) {
        Known known = inForce(id);
        Form form = suspending().read(sent);
        return form.wrong()
                ? desk.asking(place(known), known, "suspend", form, 422)
                : desk.deciding(
                        place(known),
                        known,
                        "suspend",
                        List.of(
                                Shown.Effect.of("mandates.suspend.effect.now"),
                                Shown.Effect.of("mandates.suspend.effect.undone"),
                                Shown.Effect.of("mandates.effect.log")),
                        form.get(EndingDesk.REASON),
                        Form.of("mandates.suspend", EndingDesk.REASON.hidden()).read(sent));
    }

    @Needs(value = Right.REVOKE_MANDATES, freshly = true)
    @PostMapping(ONE + "/suspend")
    Answer suspend(@PathVariable String id, Submission sent) {
        Known known = inForce(id);
        Form form = suspending().read(sent);
        if (form.wrong()) {
            return desk.asking(place(known), known, "suspend", form, 422);
        }
        mandates.endings().suspend(known.head().id(), Actor.self(), form.get(EndingDesk.REASON));
        return done(id, "mandates.done.suspended");
    }

    @Needs(Right.REVOKE_MANDATES)
    @GetMapping(ONE + "/resume")
    Answer askToResume(@PathVariable String id) {
        Known known = within.mandate(id, Right.REVOKE_MANDATES);
        if (!(known.mandate() instanceof Mandate.Suspended)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return desk.deciding(
                place(known),
                known,
                "resume",
                List.of(
                        Shown.Effect.of("mandates.resume.effect.now"),
                        Shown.Effect.of("mandates.effect.log")),
                "",
                Form.of("mandates.resume"));
    }

    @Needs(value = Right.REVOKE_MANDATES, freshly = true)
    @PostMapping(ONE + "/resume")
    Answer resume(@PathVariable String id) {
        Known known = within.mandate(id, Right.REVOKE_MANDATES);
        mandates.endings().resume(known.head().id(), Actor.self());
        return done(id, "mandates.done.resumed");
    }

    @Needs(Right.REVOKE_MANDATES)
    @GetMapping(ONE + "/revoke")
    Answer askToRevoke(@PathVariable String id) {
        Known known = alive(id);
        return desk.ask(place(known), known);
    }

    @Needs(Right.REVOKE_MANDATES)
    @PostMapping(ONE + "/revoke/check")
    Answer checkRevocation(@PathVariable String id, Submission sent) {
        Known known = alive(id);
        return desk.check(place(known), known, sent);
    }

    @Needs(value = Right.REVOKE_MANDATES, freshly = true)
    @PostMapping(ONE + "/revoke")
    Answer revoke(@PathVariable String id, Submission sent) {
        Known known = alive(id);
        return desk.revoke(place(known), known, sent);
    }

    private Known inForce(String id) {
        Known known = within.mandate(id, Right.REVOKE_MANDATES);
        if (!(known.mandate() instanceof Mandate.InForce)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return known;
    }

    private Known alive(String id) {
        return EndingDesk.alive(within.mandate(id, Right.REVOKE_MANDATES));
    }

    private static EndingDesk.Place place(Known known) {
        return new EndingDesk.Place(MandatePages.PATH, MandateDraftPages.up(known.head()));
    }

    private static Form suspending() {
        return Form.of("mandates.suspend", EndingDesk.REASON);
    }

    private static Answer done(String id, String key) {
        return Redirect.to(MandatePages.PATH + "/" + id).saying(Notice.done(key));
    }
}

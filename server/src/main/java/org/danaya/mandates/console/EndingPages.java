package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.verify.mandate.Power;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Mandates suspended, resumed, and revoked, whole or by a power. */
@Controller
class EndingPages {

    private static final String ONE = MandatePages.PATH + Within.ID;
    private static final String WHOLE = "whole";
    private static final Field<String> REASON = Field.area("reason", 500);

    private final Mandates mandates;
    private final Within within;

    EndingPages(Mandates mandates, Within within) {
        this.mandates = mandates;
        this.within = within;
    }

    @Needs(Right.REVOKE_MANDATES)
    @GetMapping(ONE + "/suspend")
    Answer askToSuspend(@PathVariable String id) {
        return asking(inForce(id), "suspend", suspending(), 200);
    }

    @Needs(Right.REVOKE_MANDATES)
    @PostMapping(ONE + "/suspend/check")
    Answer checkSuspension(@PathVariable String id, Submission sent) {
        Known known = inForce(id);
        Form form = suspending().read(sent);
        return form.wrong()
                ? asking(known, "suspend", form, 422)
                : deciding(
                        known,
                        "suspend",
                        List.of(
                                Shown.Effect.of("mandates.suspend.effect.now"),
                                Shown.Effect.of("mandates.suspend.effect.undone"),
                                Shown.Effect.of("mandates.effect.log")),
                        form.get(REASON),
                        Form.of("mandates.suspend", REASON.hidden()).read(sent));
    }

    @Needs(value = Right.REVOKE_MANDATES, freshly = true)
    @PostMapping(ONE + "/suspend")
    Answer suspend(@PathVariable String id, Submission sent) {
        Known known = inForce(id);
        Form form = suspending().read(sent);
        if (form.wrong()) {
            return asking(known, "suspend", form, 422);
        }
        mandates.endings().suspend(known.head().id(), Actor.self(), form.get(REASON));
        return done(id, "mandates.done.suspended");
    }

    @Needs(Right.REVOKE_MANDATES)
    @GetMapping(ONE + "/resume")
    Answer askToResume(@PathVariable String id) {
        Known known = within.mandate(id, Right.REVOKE_MANDATES);
        if (!(known.mandate() instanceof Mandate.Suspended)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return deciding(
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
        return asking(known, "revoke", revoking(known), 200);
    }

    @Needs(Right.REVOKE_MANDATES)
    @PostMapping(ONE + "/revoke/check")
    Answer checkRevocation(@PathVariable String id, Submission sent) {
        Known known = alive(id);
        Form form = revoking(known).read(sent);
        if (form.wrong()) {
            return asking(known, "revoke", form, 422);
        }
        Optional<Power> power = power(known, form);
        List<Shown.Effect> effects = new ArrayList<>();
        if (power.isEmpty()) {
            effects.add(Shown.Effect.of("mandates.revoke.effect.whole"));
        } else {
            effects.add(new Shown.Effect("mandates.revoke.effect.power", List.of(), power));
            effects.add(
                    Shown.Effect.of(
                            known.mandate().left().powers().toSet().size() == 1
                                    ? "mandates.revoke.effect.last"
                                    : "mandates.revoke.effect.others"));
        }
        effects.add(Shown.Effect.of("mandates.revoke.effect.final"));
        effects.add(Shown.Effect.of("mandates.effect.log"));
        return deciding(
                known,
                "revoke",
                effects,
                form.get(REASON),
                Form.of("mandates.revoke", what(known).hidden(), REASON.hidden()).read(sent));
    }

    @Needs(value = Right.REVOKE_MANDATES, freshly = true)
    @PostMapping(ONE + "/revoke")
    Answer revoke(@PathVariable String id, Submission sent) {
        Known known = alive(id);
        Form form = revoking(known).read(sent);
        if (form.wrong()) {
            return asking(known, "revoke", form, 422);
        }
        Optional<Power> power = power(known, form);
        if (power.isEmpty()) {
            mandates.endings().revoke(known.head().id(), Actor.self(), form.get(REASON));
            return done(id, "mandates.done.revoked");
        }
        mandates.endings().revoke(known.head().id(), Actor.self(), power.get(), form.get(REASON));
        return done(id, "mandates.done.power-revoked");
    }

    private Known inForce(String id) {
        Known known = within.mandate(id, Right.REVOKE_MANDATES);
        if (!(known.mandate() instanceof Mandate.InForce)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return known;
    }

    private Known alive(String id) {
        Known known = within.mandate(id, Right.REVOKE_MANDATES);
        if (!(known.mandate() instanceof Mandate.Signed)
                && !(known.mandate() instanceof Mandate.InForce)
                && !(known.mandate() instanceof Mandate.Suspended)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return known;
    }

    private static Form suspending() {
        return Form.of("mandates.suspend", REASON);
    }

    private static Form revoking(Known known) {
        return Form.of("mandates.revoke", what(known), REASON);
    }

    /** The whole; or, once it is in force, one of the powers that are left. */
    private static Field<String> what(Known known) {
        Stream<Option> powers =
                known.mandate() instanceof Mandate.Signed
                        ? Stream.of()
                        : known.mandate().left().powers().toSet().stream()
                                .map(Shown::spelled)
                                .map(each -> Option.worded(each, "mandates.revoke.power." + each));
        return Field.choice(
                        "what",
                        Stream.concat(
                                        Stream.of(Option.worded(WHOLE, "mandates.revoke.whole")),
                                        powers)
                                .toList())
                .radios();
    }

    private static Optional<Power> power(Known known, Form form) {
        String what = form.get(what(known));
        return Arrays.stream(Power.values())
                .filter(power -> Shown.spelled(power).equals(what))
                .findFirst();
    }

    private Answer asking(Known known, String what, Form form, int status) {
        String path = MandatePages.PATH + "/" + known.head().id();
        return Page.of(
                        "mandates/ask",
                        new Shown.Asking(
                                "mandates." + what + ".title",
                                name(known),
                                "mandates." + what + ".intro",
                                MandateDraftPages.up(known.head()),
                                form,
                                path + "/" + what + "/check",
                                "mandates.continue",
                                path))
                .status(status);
    }

    private Answer deciding(
            Known known, String what, List<Shown.Effect> effects, String reason, Form hidden) {
        String path = MandatePages.PATH + "/" + known.head().id();
        List<Shown.Other> below =
                mandates
                        .register()
                        .below(new Grantor.OfMandate(known.head().id()), Within.LISTED)
                        .stream()
                        .map(each -> Shown.Other.of(each, MandatePages.PATH))
                        .toList();
        return Page.of(
                "mandates/decide",
                new Shown.Deciding(
                        "mandates." + what + ".title",
                        name(known),
                        MandateDraftPages.up(known.head()),
                        effects,
                        below,
                        "mandates." + what + ".below",
                        reason,
                        hidden,
                        path + "/" + what,
                        "mandates." + what + ".submit",
                        path,
                        !"resume".equals(what)));
    }

    private static Answer done(String id, String key) {
        return Redirect.to(MandatePages.PATH + "/" + id).saying(Notice.done(key));
    }

    private static String name(Known known) {
        return "M-" + known.head().number() + " " + known.head().names().holder();
    }
}

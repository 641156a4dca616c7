package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.verify.mandate.Power;
import org.springframework.stereotype.Component;

/** The steps in which a mandate, or a power of it, is revoked, wherever they are offered. */
@Component
class EndingDesk {

    static final Field<String> REASON = Field.area("reason", 500);

    private static final String WHOLE = "whole";
    private static final int REFUSED = 422;

    private final Mandates mandates;

    EndingDesk(Mandates mandates) {
        this.mandates = mandates;
    }

    /**
     * Where a mandate is ended.
     *
     * @param path the address under which mandates are shown
     * @param up the pages above
     */
    record Place(String path, List<Above> up) {}

    /** Faults where there is nothing to revoke. */
    static Known alive(Known known) {
        if (!(known.mandate() instanceof Mandate.Signed)
                && !(known.mandate() instanceof Mandate.InForce)
                && !(known.mandate() instanceof Mandate.Suspended)) {
            throw new Fault(MandateFault.WRONG_STATE, known.mandate().code());
        }
        return known;
    }

    /** What is to be revoked? */
    Answer ask(Place place, Known known) {
        return asking(place, known, "revoke", revoking(known), 200);
    }

    /** What will happen. */
    Answer check(Place place, Known known, Submission sent) {
        Form form = revoking(known).read(sent);
        if (form.wrong()) {
            return asking(place, known, "revoke", form, REFUSED);
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
                place,
                known,
                "revoke",
                effects,
                form.get(REASON),
                Form.of("mandates.revoke", what(known).hidden(), REASON.hidden()).read(sent));
    }

    /** Revokes it. */
    Answer revoke(Place place, Known known, Submission sent) {
        Form form = revoking(known).read(sent);
        if (form.wrong()) {
            return asking(place, known, "revoke", form, REFUSED);
        }
        Optional<Power> power = power(known, form);
        if (power.isEmpty()) {
            mandates.endings().revoke(known.head().id(), Actor.self(), form.get(REASON));
        } else {
            mandates.endings()
                    .revoke(known.head().id(), Actor.self(), power.get(), form.get(REASON));
        }
        return Redirect.to(place.path() + "/" + known.head().id())
                .saying(
                        Notice.done(
                                power.isEmpty()
                                        ? "mandates.done.revoked"
                                        : "mandates.done.power-revoked"));
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

    Answer asking(Place place, Known known, String what, Form form, int status) {
        String path = place.path() + "/" + known.head().id();
        return new Asked(
                        "mandates." + what + ".title",
                        name(known),
                        "mandates." + what + ".intro",
                        place.up(),
                        form,
                        path + "/" + what + "/check",
                        "mandates.continue",
                        path,
                        false)
                .page(status);
    }

    Answer deciding(
            Place place,
            Known known,
            String what,
            List<Shown.Effect> effects,
            String reason,
            Form hidden) {
        String path = place.path() + "/" + known.head().id();
        List<Shown.Other> below =
                mandates
                        .register()
                        .below(new Grantor.OfMandate(known.head().id()), Within.LISTED)
                        .stream()
                        .map(each -> below(place, each))
                        .toList();
        return Page.of(
                "mandates/decide",
                new Shown.Deciding(
                        "mandates." + what + ".title",
                        name(known),
                        place.up(),
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

    private static String name(Known known) {
        return "M-" + known.head().number() + " " + known.head().names().holder();
    }

    /** Those below are named; only officers have pages about all of them. */
    private static Shown.Other below(Place place, org.danaya.mandates.MandateSearch.Found found) {
        Shown.Other other = Shown.Other.of(found, MandatePages.PATH);
        return place.path().equals(MandatePages.PATH)
                ? other
                : new Shown.Other(other.name(), other.about(), other.state(), "");
    }
}

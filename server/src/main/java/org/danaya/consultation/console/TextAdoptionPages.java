package org.danaya.consultation.console;

import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.consultation.Adopting;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.PageSettings;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What adopted a version: noted, and corrected until the version is published. */
@Controller
class TextAdoptionPages {

    private static final String ONE = TextDesk.PATH + "/versions" + TextDesk.ID;
    private static final int REFUSED = 422;
    private static final Field<String> REASON = Field.area("reason", 1000);

    /** Of the act that is corrected. */
    private static final Field<Long> PLACE = Field.number("place", 1, 10_000).hidden();

    private final Texts texts;
    private final TextDesk desk;
    private final ZoneId zone;

    TextAdoptionPages(Texts texts, TextDesk desk, Settings settings) {
        this.texts = texts;
        this.desk = desk;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    /** Whether some act could adopt a version now. */
    static boolean can(TextVersion version) {
        return !Adopting.kinds(version).isEmpty();
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE + "/adopt")
    Answer ask(@PathVariable String id) {
        TextVersion version = adoptable(id);
        return asking(version, "adopt", fresh(version).empty(), 200);
    }

    @Needs(value = Right.MOVE_TEXTS, freshly = true)
    @PostMapping(ONE + "/adopt")
    Answer adopt(@PathVariable String id, Submission sent) {
        TextVersion version = adoptable(id);
        ActForm asked = fresh(version);
        return noted(
                version,
                "adopt",
                asked.read(sent),
                form -> texts.adopting().adopt(Actor.self(), version.id(), asked.act(form)));
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE + "/correct")
    Answer askToCorrect(@PathVariable String id) {
        TextVersion version = correctable(id);
        Adoption noted = noted(version);
        Form form = correction(version).with(noted.act()).with(PLACE, (long) noted.place());
        return asking(version, "correct", form, 200);
    }

    @Needs(value = Right.MOVE_TEXTS, freshly = true)
    @PostMapping(ONE + "/correct")
    Answer correct(@PathVariable String id, Submission sent) {
        TextVersion version = correctable(id);
        ActForm asked = correction(version);
        Form read = asked.read(sent);
        if (!read.wrong() && asked.act(read).equals(noted(version).act())) {
            return asking(version, "correct", read.refuse("consultation.correct.same"), REFUSED);
        }
        return noted(
                version,
                "correct",
                read,
                form ->
                        texts.adopting()
                                .correct(
                                        Actor.self(),
                                        version.id(),
                                        Math.toIntExact(form.get(PLACE)),
                                        asked.act(form),
                                        form.get(REASON)));
    }

    private Answer noted(TextVersion version, String what, Form form, Consumer<Form> deed) {
        if (form.wrong()) {
            return asking(version, what, form, REFUSED);
        }
        try {
            deed.accept(form);
        } catch (Fault e) {
            if (e.code() == ConsultationFault.ACT_UNFIT) {
                return asking(version, what, ActForm.notYet(form), REFUSED);
            }
            throw e;
        }
        return Redirect.to(TextDesk.path(version)).saying(Notice.done("consultation.done." + what));
    }

    private TextVersion adoptable(String id) {
        return in(desk.version(id, Right.MOVE_TEXTS), TextAdoptionPages::can);
    }

    private TextVersion correctable(String id) {
        return in(desk.version(id, Right.MOVE_TEXTS), Adopting::canCorrect);
    }

    private static TextVersion in(TextVersion version, Predicate<TextVersion> state) {
        if (!state.test(version)) {
            throw new Fault(ConsultationFault.WRONG_STATE, version.code());
        }
        return version;
    }

    private Adoption noted(TextVersion version) {
        return texts.adopting().of(version.id()).orElseThrow();
    }

    private ActForm fresh(TextVersion version) {
        return new ActForm(version, zone, Adopting.kinds(version));
    }

    private ActForm correction(TextVersion version) {
        return new ActForm(version, zone, texts.adopting().meant(version.id()), REASON, PLACE);
    }

    private Answer asking(TextVersion version, String what, Form form, int status) {
        return new Asked(
                        "consultation.ask." + what,
                        Integer.toString(version.head().number()),
                        "consultation.ask." + what + ".intro",
                        TextDesk.up(desk.dossier(version)),
                        form,
                        TextDesk.path(version) + "/" + what,
                        "consultation.ask." + what + ".submit",
                        TextDesk.path(version),
                        false)
                .page(status);
    }
}

package org.danaya.consultation.console;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.consultation.Adopting;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.AdoptionKind;
import org.danaya.consultation.ConsultationFault;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
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

/** What adopted a version. */
@Controller
class TextAdoptionPages {

    private static final String ONE = TextDesk.PATH + "/versions" + TextDesk.ID;
    private static final int REFUSED = 422;
    private static final Field<String> NUMBER =
            Field.text("number", Adoption.LONGEST_NUMBER).optional();
    private static final Field<LocalDate> DAY = Field.date("day");
    private static final Field<String> REFERENCE =
            Field.text("reference", Adoption.LONGEST_REFERENCE);
    private static final Field<Boolean> EARLIER = Field.tick("earlier").optional();

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
        return Arrays.stream(AdoptionKind.values()).anyMatch(kind -> Adopting.can(version, kind));
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE + "/adopt")
    Answer ask(@PathVariable String id) {
        TextVersion version = adoptable(id);
        return asking(version, form(version), 200);
    }

    @Needs(value = Right.MOVE_TEXTS, freshly = true)
    @PostMapping(ONE + "/adopt")
    Answer adopt(@PathVariable String id, Submission sent) {
        TextVersion version = adoptable(id);
        Field<String> kinds = kinds(version);
        Form form = form(version).read(sent);
        if (form.wrong()) {
            return asking(version, form, REFUSED);
        }
        AdoptionKind kind =
                Arrays.stream(AdoptionKind.values())
                        .filter(each -> each.code().equals(form.get(kinds)))
                        .findFirst()
                        .orElseThrow();
        if (kind.numbered() != form.find(NUMBER).isPresent()) {
            String why =
                    kind.numbered()
                            ? "consultation.adopt.no-number"
                            : "consultation.adopt.number-too-much";
            return asking(version, form.refuse(NUMBER, why), REFUSED);
        }
        if (isEarlier(version, form.get(DAY)) && !form.find(EARLIER).orElse(false)) {
            return asking(version, form.refuse(DAY, "consultation.adopt.earlier.sure"), REFUSED);
        }
        try {
            texts.adopting()
                    .adopt(
                            Actor.self(),
                            version.id(),
                            new Adoption.Act(
                                    kind, form.find(NUMBER), form.get(DAY), form.get(REFERENCE)));
        } catch (Fault e) {
            if (e.code() == ConsultationFault.ACT_UNFIT) {
                return asking(version, form.refuse(DAY, "consultation.adopt.not-yet"), REFUSED);
            }
            throw e;
        }
        return Redirect.to(TextDesk.path(version)).saying(Notice.done("consultation.done.adopted"));
    }

    /** Mostly a slip; but a text of old may be taken up here years after its act. */
    private boolean isEarlier(TextVersion version, LocalDate day) {
        return version.frozen()
                .filter(frozen -> day.isBefore(LocalDate.ofInstant(frozen, zone)))
                .isPresent();
    }

    private TextVersion adoptable(String id) {
        TextVersion version = desk.version(id, Right.MOVE_TEXTS);
        if (!can(version)) {
            throw new Fault(ConsultationFault.WRONG_STATE, version.code());
        }
        return version;
    }

    private static Field<String> kinds(TextVersion version) {
        return Field.choice(
                        "kind",
                        Arrays.stream(AdoptionKind.values())
                                .filter(kind -> Adopting.can(version, kind))
                                .map(
                                        kind ->
                                                Option.worded(
                                                        kind.code(),
                                                        "consultation.act." + kind.code()))
                                .toList())
                .radios();
    }

    private static Form form(TextVersion version) {
        return Form.of("consultation.adopt", kinds(version), NUMBER, DAY, EARLIER, REFERENCE);
    }

    private Answer asking(TextVersion version, Form form, int status) {
        Dossier dossier = desk.dossier(version);
        return new Asked(
                        "consultation.ask.adopt",
                        Integer.toString(version.head().number()),
                        "consultation.ask.adopt.intro",
                        TextDesk.up(dossier),
                        form,
                        TextDesk.path(version) + "/adopt",
                        "consultation.ask.adopt.submit",
                        TextDesk.path(version),
                        false)
                .page(status);
    }
}

package org.danaya.consultation.console;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.danaya.consultation.Adoption;
import org.danaya.consultation.AdoptionKind;
import org.danaya.consultation.TextVersion;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;

/** The form that asks for the act that adopts a version. */
final class ActForm {

    private static final Field<String> NUMBER =
            Field.text("number", Adoption.LONGEST_NUMBER).optional();
    private static final Field<LocalDate> DAY = Field.date("day");
    private static final Field<String> REFERENCE =
            Field.text("reference", Adoption.LONGEST_REFERENCE);
    private static final Field<Boolean> EARLIER = Field.tick("earlier").optional();

    private final TextVersion version;
    private final ZoneId zone;
    private final Field<String> kind;
    private final Form empty;

    /**
     * For a version.
     *
     * @param kinds of which the act may be
     * @param more what else is asked for
     */
    ActForm(TextVersion version, ZoneId zone, List<AdoptionKind> kinds, Field<?>... more) {
        this.version = version;
        this.zone = zone;
        this.kind =
                Field.choice(
                                "kind",
                                kinds.stream()
                                        .map(
                                                each ->
                                                        Option.worded(
                                                                each.code(),
                                                                "consultation.act." + each.code()))
                                        .toList())
                        .radios();
        List<Field<?>> fields = new ArrayList<>(List.of(kind, NUMBER, DAY, EARLIER, REFERENCE));
        fields.addAll(Arrays.asList(more));
        this.empty = Form.of("consultation.adopt", fields);
    }

    Form empty() {
        return empty;
    }

    /** The form as an act would have filled it in; that a day is early is asked about again. */
    Form with(Adoption.Act act) {
        return empty.with(kind, act.kind().code())
                .with(NUMBER, act.number())
                .with(DAY, act.day())
                .with(REFERENCE, act.reference());
    }

    /** Reads it; what it gives is an act where nothing is wrong. */
    Form read(Submission sent) {
        Form form = empty.read(sent);
        if (form.wrong()) {
            return form;
        }
        boolean numbered = kind(form).numbered();
        if (numbered != form.find(NUMBER).isPresent()) {
            return form.refuse(
                    NUMBER,
                    numbered
                            ? "consultation.adopt.no-number"
                            : "consultation.adopt.number-too-much");
        }
        return isEarlier(form.get(DAY)) && !form.ticked(EARLIER)
                ? form.refuse(DAY, "consultation.adopt.earlier.sure")
                : form;
    }

    /** The act that is in a form with nothing wrong. */
    Adoption.Act act(Form form) {
        return new Adoption.Act(kind(form), form.find(NUMBER), form.get(DAY), form.get(REFERENCE));
    }

    /** The form with a day that hasn't come. */
    static Form notYet(Form form) {
        return form.refuse(DAY, "consultation.adopt.not-yet");
    }

    private AdoptionKind kind(Form form) {
        return Arrays.stream(AdoptionKind.values())
                .filter(each -> each.code().equals(form.get(kind)))
                .findFirst()
                .orElseThrow();
    }

    /** Mostly a slip; but a text of old may be taken up here years after its act. */
    private boolean isEarlier(LocalDate day) {
        return version.frozen()
                .filter(frozen -> day.isBefore(LocalDate.ofInstant(frozen, zone)))
                .isPresent();
    }
}

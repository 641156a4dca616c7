package org.danaya.mandates.delegation.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.mandates.Period;
import org.danaya.mandates.Terms;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Occasion;

/** The fields in which what a delegation is for is typed. */
final class OccasionForm {

    static final Field<String> VERSION = Field.text("version", 9).optional().hidden();
    static final Field<String> BASIS = Field.text("basis", Terms.LONGEST_BASIS);
    private static final Field<String> EVENT = Field.text("event", 200);
    private static final Field<String> EVENT_EN = Field.text("event-en", 200).optional();
    private static final Field<String> ORGANISER = Field.text("organiser", 200).optional();
    private static final Field<String> PLACE = Field.text("place", 120);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Field<String> COUNTRY =
            Field.text("country", 2)
                    .as(
                            text -> known(text.toUpperCase(Locale.ROOT), COUNTRIES),
                            text -> text,
                            "mandates.delegation.refused.country");
    private static final Field<java.time.LocalDate> FROM = Field.date("from");
    private static final Field<java.time.LocalDate> LAST = Field.date("last");
    private static final Set<String> TONGUES = Set.of(Locale.getISOLanguages());
    private static final Pattern BETWEEN = Pattern.compile("[,; ]+");
    private static final int MOST_LANGUAGES = 10;
    private static final Field<List<String>> LANGUAGES =
            Field.text("languages", 60)
                    .as(
                            OccasionForm::languages,
                            codes -> String.join(", ", codes),
                            "mandates.delegation.refused.languages");

    private OccasionForm() {}

    static Form blank() {
        return Form.of(
                        "mandates.delegation.draft",
                        VERSION,
                        EVENT,
                        EVENT_EN,
                        ORGANISER,
                        PLACE,
                        COUNTRY,
                        FROM,
                        LAST,
                        LANGUAGES,
                        BASIS)
                .with(LANGUAGES, List.of("fr"));
    }

    static Form of(Delegation delegation) {
        Occasion occasion = delegation.occasion();
        return blank().with(VERSION, Integer.toString(delegation.version()))
                .with(EVENT, occasion.nameFr())
                .with(EVENT_EN, occasion.nameEn())
                .with(ORGANISER, occasion.organiser())
                .with(PLACE, occasion.place())
                .with(COUNTRY, occasion.country())
                .with(FROM, occasion.period().from())
                .with(LAST, occasion.period().last())
                .with(LANGUAGES, occasion.languages())
                .with(BASIS, delegation.basis());
    }

    /** The form with what can be told without asking a service. */
    static Form checked(Form form, java.time.LocalDate today) {
        if (form.find(FROM).isPresent() && form.find(LAST).isPresent()) {
            if (form.get(LAST).isBefore(form.get(FROM))) {
                return form.refuse(LAST, "mandates.refused.order");
            }
            if (form.get(LAST).isBefore(today)) {
                return form.refuse(LAST, "mandates.refused.past");
            }
        }
        return form;
    }

    static Occasion occasion(Form form) {
        return new Occasion(
                form.get(EVENT),
                form.find(EVENT_EN),
                form.find(ORGANISER),
                form.get(PLACE),
                form.get(COUNTRY),
                new Period(form.get(FROM), form.get(LAST).plusDays(1)),
                form.get(LANGUAGES));
    }

    static int version(Form form) {
        return form.find(VERSION)
                .filter(typed -> typed.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static List<String> languages(String text) {
        List<String> codes =
                Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT), -1))
                        .filter(each -> !each.isEmpty())
                        .map(each -> known(each, TONGUES))
                        .distinct()
                        .toList();
        if (codes.isEmpty() || codes.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException("Not languages: " + text);
        }
        return codes;
    }

    private static String known(String code, Set<String> all) {
        if (!all.contains(code)) {
            throw new IllegalArgumentException("Not a code: " + code);
        }
        return code;
    }
}

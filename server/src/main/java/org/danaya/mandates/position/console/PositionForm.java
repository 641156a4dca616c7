package org.danaya.mandates.position.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.danaya.base.Ids;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.position.Audience;
import org.danaya.mandates.position.PositionKind;
import org.danaya.mandates.position.PositionTerms;
import org.danaya.mandates.position.Trouble;
import org.danaya.mandates.position.Wording;
import org.danaya.people.StructureKind;

/** The fields in which a position is typed. */
final class PositionForm {

    static final Field<String> STRUCTURE = Field.text("structure", 100).hidden();
    static final Field<String> VERSION = Field.text("version", 9).optional().hidden();

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Pattern HOURS = Pattern.compile("[:hH]");
    private static final Pattern HOUR_TYPED = Pattern.compile("([01]?[0-9]|2[0-3])[:hH][0-5][0-9]");

    private static final Field<String> SUPERSEDES =
            Field.text("supersedes", 36).optional().hidden();
    private static final Field<PositionKind> KIND =
            Field.choice("kind", PositionKind.class, "positions.kind").radios();
    private static final Field<String> SUBJECT = Field.text("subject-fr", Wording.LONGEST_SUBJECT);
    private static final Field<String> TEXT = Field.area("text-fr", Wording.LONGEST_TEXT);
    private static final Field<String> SUBJECT_EN =
            Field.text("subject-en", Wording.LONGEST_SUBJECT).optional();
    private static final Field<String> TEXT_EN =
            Field.area("text-en", Wording.LONGEST_TEXT).optional();
    private static final Field<String> MATTER =
            Field.text("matter", PositionTerms.LONGEST_MATTER).optional();
    private static final Field<Set<StructureKind>> AUDIENCE =
            Field.several("audience", StructureKind.class, "positions.audience").optional();
    private static final Field<LocalDate> FROM = Field.date("from");
    private static final Field<LocalDate> LAST = Field.date("last").optional();
    private static final Field<LocalDate> EMBARGO = Field.date("embargo-day").optional();
    private static final Field<LocalTime> EMBARGO_HOUR =
            Field.text("embargo-hour", 5)
                    .optional()
                    .as(PositionForm::hour, HOUR::format, "positions.draft.wrong-hour");

    private PositionForm() {}

    private static LocalTime hour(String text) {
        String[] parts = HOURS.split(text, -1);
        if (!HOUR_TYPED.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an hour: " + text);
        }
        return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    static Form of() {
        return Form.of(
                "positions.draft",
                List.of(
                        STRUCTURE,
                        VERSION,
                        SUPERSEDES,
                        KIND,
                        SUBJECT,
                        TEXT,
                        SUBJECT_EN,
                        TEXT_EN,
                        MATTER,
                        FROM,
                        LAST,
                        EMBARGO,
                        EMBARGO_HOUR,
                        AUDIENCE));
    }

    /** An empty form for a structure, by its identifier. */
    static Form fresh(String structure, LocalDate today) {
        return of().with(STRUCTURE, structure).with(FROM, today);
    }

    /** The form with what terms say. */
    static Form with(Form form, PositionTerms terms, ZoneId zone) {
        Optional<ZonedDateTime> embargo = terms.embargo().map(each -> each.atZone(zone));
        Form filled =
                form.with(KIND, terms.kind())
                        .with(SUBJECT, terms.french().subject())
                        .with(TEXT, terms.french().text())
                        .with(SUBJECT_EN, terms.english().map(Wording::subject))
                        .with(TEXT_EN, terms.english().map(Wording::text))
                        .with(MATTER, terms.matter())
                        .with(FROM, terms.from())
                        .with(LAST, terms.last())
                        .with(EMBARGO, embargo.map(ZonedDateTime::toLocalDate))
                        .with(EMBARGO_HOUR, embargo.map(ZonedDateTime::toLocalTime))
                        .with(SUPERSEDES, terms.supersedes().map(UUID::toString));
        return terms.audience().isPublic()
                ? filled
                : filled.with(AUDIENCE, terms.audience().kinds());
    }

    /** The form for what takes the place of another. */
    static Form superseding(Form form, UUID old) {
        return form.with(SUPERSEDES, old.toString());
    }

    /** The form as it was sent, with what can be told without asking a service. */
    static Form read(Submission sent) {
        Form form = of().read(sent);
        if (form.find(SUBJECT_EN).isPresent() != form.find(TEXT_EN).isPresent()) {
            form =
                    form.refuse(
                            form.find(TEXT_EN).isPresent() ? SUBJECT_EN : TEXT_EN,
                            "positions.draft.half");
        }
        if (form.find(EMBARGO_HOUR).isPresent() && form.find(EMBARGO).isEmpty()) {
            form = form.refuse(EMBARGO, "positions.draft.no-day");
        }
        return form;
    }

    static PositionTerms terms(Form form, UUID structure, ZoneId zone) {
        return new PositionTerms(
                form.get(KIND),
                structure,
                new Wording(form.get(SUBJECT), form.get(TEXT)),
                form.find(TEXT_EN).map(text -> new Wording(form.get(SUBJECT_EN), text)),
                Audience.of(form.find(AUDIENCE).orElse(Set.of())),
                form.find(MATTER),
                form.find(EMBARGO).map(day -> instant(form, day, zone)),
                form.get(FROM),
                form.find(LAST).map(day -> day.plusDays(1)),
                form.find(SUPERSEDES).flatMap(Ids::read));
    }

    private static Instant instant(Form form, LocalDate day, ZoneId zone) {
        return day.atTime(form.find(EMBARGO_HOUR).orElse(LocalTime.MIDNIGHT))
                .atZone(zone)
                .toInstant();
    }

    /** The version that a change began from. */
    static int version(Form form) {
        String typed = form.find(VERSION).orElse("");
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    /** The form with what stands against the terms, next to the fields that say it. */
    static Form refused(Form form, List<Trouble> troubles) {
        Form all = form;
        for (Trouble trouble : troubles) {
            String key = "positions.trouble." + trouble.code();
            all =
                    switch (trouble) {
                        case SUBJECT -> all.refuse(SUBJECT, key);
                        case TEXT -> all.refuse(TEXT, key);
                        case PERIOD -> all.refuse(LAST, key);
                        case AUDIENCE -> all.refuse(AUDIENCE, key);
                        case STRUCTURE, SUPERSEDES -> all.refuse(key);
                    };
        }
        return all;
    }
}

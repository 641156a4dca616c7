package org.danaya.consultation.observation.console;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.form.Field;
import org.danaya.form.Form;

/** Until when structures are asked: one of the usual rhythms, or a day and an hour. */
final class DeadlineForm {

    /** The usual rhythms. Words under {@code observation.deadline.CODE}. */
    enum Rhythm {
        /** The next Monday at 14:00, when the Secretariat closes the week's file. */
        MONDAY,
        /** In 15 days, at 14:00. */
        DAYS_15,
        /** In 30 days, at 14:00. */
        DAYS_30,
        /** A day and an hour. */
        FREE
    }

    private static final LocalTime CLOSING = LocalTime.of(14, 0);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern HOUR_TYPED =
            Pattern.compile("([01]?[0-9]|2[0-3])\\s*[:hH]\\s*([0-5][0-9])?");

    static final Field<Rhythm> RHYTHM =
            Field.choice("rhythm", Rhythm.class, "observation.deadline").radios();
    static final Field<LocalDate> DAY = Field.date("day").optional();
    static final Field<LocalTime> HOUR_FIELD =
            Field.text("hour", 7)
                    .as(DeadlineForm::hour, HOUR::format, "observation.deadline.wrong-hour")
                    .optional();

    private DeadlineForm() {}

    static List<Field<?>> fields() {
        return List.of(RHYTHM, DAY, HOUR_FIELD);
    }

    private static LocalTime hour(String text) {
        Matcher typed = HOUR_TYPED.matcher(text.strip());
        if (!typed.matches()) {
            throw new IllegalArgumentException("Not an hour: " + text);
        }
        String minutes = typed.group(2);
        return LocalTime.of(
                Integer.parseInt(typed.group(1)), minutes == null ? 0 : Integer.parseInt(minutes));
    }

    /** With what is wrong about the deadline. */
    static Form checked(Form form, Instant now, ZoneId zone) {
        Optional<Rhythm> rhythm = form.find(RHYTHM);
        boolean free = rhythm.filter(Rhythm.FREE::equals).isPresent();
        if (free
                && form.find(DAY).isEmpty()
                && form.problems().stream().noneMatch(each -> each.field().equals("day"))) {
            return form.refuse(DAY, "observation.deadline.no-day");
        }
        if (rhythm.isPresent() && !free) {
            // Whoever types a day means it, whichever rhythm is still chosen.
            Form refused = form;
            for (Field<?> typed : List.of(DAY, HOUR_FIELD)) {
                if (form.find(typed).isPresent()) {
                    refused = refused.refuse(typed, "observation.deadline.not-free");
                }
            }
            if (refused.wrong()) {
                return refused;
            }
        }
        if (!form.wrong() && !of(form, now, zone).isAfter(now)) {
            return form.refuse(DAY, "observation.deadline.past");
        }
        return form;
    }

    /** The deadline of a form that nothing is wrong with. */
    static Instant of(Form form, Instant now, ZoneId zone) {
        return of(form.get(RHYTHM), form.find(DAY), form.find(HOUR_FIELD), now, zone);
    }

    /** A deadline: the first instant that isn't in time any more. */
    static Instant of(
            Rhythm rhythm,
            Optional<LocalDate> day,
            Optional<LocalTime> hour,
            Instant now,
            ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return (switch (rhythm) {
                    case MONDAY -> monday(here);
                    case DAYS_15 -> here.plusDays(15).with(CLOSING);
                    case DAYS_30 -> here.plusDays(30).with(CLOSING);
                    case FREE -> day.orElseThrow().atTime(hour.orElse(CLOSING)).atZone(zone);
                })
                .toInstant();
    }

    private static ZonedDateTime monday(ZonedDateTime here) {
        ZonedDateTime monday =
                here.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).with(CLOSING);
        return monday.isAfter(here) ? monday : monday.plusWeeks(1);
    }
}

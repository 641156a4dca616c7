package org.danaya.consultation.answer.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.danaya.base.Settings;
import org.danaya.consultation.answer.session.Attendance;
import org.danaya.consultation.answer.session.Presence;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionKind;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.PageSettings;
import org.springframework.stereotype.Component;

/** What is typed of a session: its terms, and who was there. */
@Component
class SessionForm {

    static final Field<SessionKind> KIND =
            Field.choice("kind", SessionKind.class, "answer.session.kind");
    static final Field<String> TITLE = Field.text("title", Session.LONGEST_TITLE);
    static final Field<String> PLACE = Field.text("place", Session.LONGEST_PLACE);
    static final Field<LocalDate> DAY = Field.date("day");
    static final Field<LocalTime> FROM = time("from");
    static final Field<LocalTime> UNTIL = time("until");
    static final Field<LocalDate> LAST_DAY = Field.date("last-day").optional();
    static final Field<String> AGENDA = Field.area("agenda", Session.LONGEST_AGENDA).optional();
    static final Field<String> REVISION = Field.text("revision", 9).hidden();

    static final Field<String> STRUCTURE = Field.text("structure", Attendance.LONGEST);
    static final Field<String> PERSON = Field.text("person", Attendance.LONGEST).optional();
    static final Field<String> FUNCTION = Field.text("function", Attendance.LONGEST).optional();
    static final Field<Presence> PRESENCE =
            Field.choice("presence", Presence.class, "answer.presence").radios();

    private static final String WORDS = "answer.session";

    private final ZoneId zone;

    SessionForm(Settings settings) {
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    private static Field<LocalTime> time(String name) {
        return Field.text(name, 5)
                .as(
                        typed -> {
                            try {
                                return LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
                            } catch (DateTimeParseException e) {
                                throw new IllegalArgumentException(e);
                            }
                        },
                        LocalTime::toString,
                        "answer.session.wrong-time");
    }

    static Form blank() {
        return Form.of(WORDS, KIND, TITLE, PLACE, DAY, FROM, UNTIL, LAST_DAY, AGENDA)
                .with(KIND, SessionKind.WORKSHOP);
    }

    /** What a session is, to be said otherwise; what meets stays. */
    Form of(Session.Open session) {
        Session.Terms terms = session.content().terms();
        ZonedDateTime begins = terms.begins().atZone(zone);
        ZonedDateTime ends = terms.ends().atZone(zone);
        Form form =
                edited().with(TITLE, terms.title())
                        .with(PLACE, terms.place())
                        .with(DAY, begins.toLocalDate())
                        .with(FROM, begins.toLocalTime())
                        .with(UNTIL, ends.toLocalTime())
                        .with(AGENDA, String.join("\n", terms.agenda()))
                        .with(REVISION, Integer.toString(session.revision()));
        return ends.toLocalDate().equals(begins.toLocalDate())
                ? form
                : form.with(LAST_DAY, ends.toLocalDate());
    }

    static Form edited() {
        return Form.of(WORDS, TITLE, PLACE, DAY, FROM, UNTIL, LAST_DAY, AGENDA, REVISION);
    }

    /** Reads what was typed, also that it ends after it begins. */
    Form read(Form form, Submission sent) {
        Form read = form.read(sent);
        if (read.wrong() || ends(read).isAfter(begins(read))) {
            return read;
        }
        return read.refuse(UNTIL, "answer.session.ends-before");
    }

    private Instant begins(Form form) {
        return form.get(DAY).atTime(form.get(FROM)).atZone(zone).toInstant();
    }

    private Instant ends(Form form) {
        LocalDate day = form.find(LAST_DAY).orElse(form.get(DAY));
        return day.atTime(form.get(UNTIL)).atZone(zone).toInstant();
    }

    Session.Terms terms(Form form, SessionKind kind) {
        List<String> agenda =
                form.find(AGENDA)
                        .orElse("")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return new Session.Terms(
                kind, form.get(TITLE), form.get(PLACE), begins(form), ends(form), agenda);
    }

    static Form attendance() {
        return Form.of("answer.attendance", STRUCTURE, PERSON, FUNCTION, PRESENCE)
                .with(PRESENCE, Presence.PRESENT);
    }

    static Attendance attendance(Form form) {
        return new Attendance(
                form.get(STRUCTURE),
                form.find(PERSON).orElse(""),
                form.find(FUNCTION).orElse(""),
                form.get(PRESENCE));
    }
}

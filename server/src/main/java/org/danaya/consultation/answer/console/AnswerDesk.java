package org.danaya.consultation.answer.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerPaths;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Given;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.Persons;
import org.springframework.stereotype.Component;

/** What the pages about answers have in common. */
@Component
class AnswerDesk {

    private static final Map<String, Tone> TONES =
            Map.of(
                    "accepted", Tone.SUCCESS,
                    "partly-accepted", Tone.SUCCESS,
                    "rejected", Tone.NEUTRAL,
                    "to-examine", Tone.WARNING,
                    "to-arbitrate", Tone.WARNING);

    private final Answers answers;
    private final SessionRegister sessions;
    private final Accounts accounts;
    private final Persons persons;

    AnswerDesk(Answers answers, SessionRegister sessions, Accounts accounts, Persons persons) {
        this.answers = answers;
        this.sessions = sessions;
        this.accounts = accounts;
        this.persons = persons;
    }

    /** Whether whoever looks may answer the observations on a version, now. */
    boolean may(Dossier dossier, TextVersion version) {
        return Rights.current().hold(Right.DECIDE_OBSERVATIONS, dossier.lead().structure())
                && version.frozen().isPresent()
                && !answers.register().fixed(version.id());
    }

    /** The sessions about a text, to choose from. */
    List<Option> sessions(Dossier dossier) {
        return sessions.of(dossier.id()).stream()
                .filter(each -> !(each instanceof Session.Cancelled))
                .map(each -> Option.named(each.id().toString(), each.content().terms().title()))
                .toList();
    }

    /** What was filtered on the page from which a form was sent: its address has the filters. */
    static Query sentFrom(HttpServletRequest request) {
        return Query.of(request.getRequestURI(), request.getQueryString()).without("lang");
    }

    static Tag tag(String disposition) {
        return new Tag(
                "answer.disposition." + disposition, TONES.getOrDefault(disposition, Tone.INFO));
    }

    /** Lines of the matrix as they are shown. */
    List<AnswerSheets.Row> rows(List<Entry> entries) {
        Map<UUID, String> names = new HashMap<>();
        return entries.stream().map(each -> row(each, names)).toList();
    }

    private AnswerSheets.Row row(Entry entry, Map<UUID, String> names) {
        return new AnswerSheets.Row(
                entry,
                tag(entry.disposition()),
                AnswerPaths.answer(entry.version(), entry.observation()),
                entry.last().map(each -> names.computeIfAbsent(each.account(), this::name)));
    }

    /** Who decided something. */
    String name(UUID account) {
        return persons.get(accounts.get(account).owner().person()).name();
    }

    /** An answer in words. */
    AnswerSheets.Told told(Given given) {
        Optional<Session> session = given.session().flatMap(sessions::find);
        return new AnswerSheets.Told(
                given,
                tag(given.disposition().code()),
                name(given.account()),
                session.map(each -> each.content().terms().title()),
                session.map(SessionDesk::path));
    }
}

package org.danaya.consultation.answer.console;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Sha256;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionFault;
import org.danaya.consultation.answer.session.TextSessions;
import org.danaya.consultation.console.TextDesk;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.signin.FreshAssertions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Minutes as files, and another person's approval of them. */
@Controller
class MinutesPages {

    private static final String ONE = SessionDesk.PATH + TextDesk.ID;
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final TextSessions sessions;
    private final SessionDesk reach;
    private final FreshAssertions assertions;

    MinutesPages(TextSessions sessions, SessionDesk reach, FreshAssertions assertions) {
        this.sessions = sessions;
        this.reach = reach;
        this.assertions = assertions;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE + "/minutes.{form:pdf|docx}")
    Answer file(@PathVariable String id, @PathVariable String form) {
        Session session = reach.session(id, Right.READ_TEXTS);
        byte[] bytes =
                form.equals("docx")
                        ? sessions.closing().docx(session)
                        : sessions.register()
                                .minutes(session.id())
                                .orElseGet(() -> sessions.closing().pdf(session));
        String name = reach.dossier(session).slug() + "-pv-" + session.head().number() + "." + form;
        return new Download(
                name.toLowerCase(Locale.ROOT),
                form.equals("docx") ? DOCX : MediaType.APPLICATION_PDF_VALUE,
                (_, out) -> out.write(bytes));
    }

    /** The approved minutes under the seal of the structure that leads the text. */
    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE + "/minutes-sealed.pdf")
    Answer sealed(@PathVariable String id) {
        Session session = reach.session(id, Right.READ_TEXTS);
        byte[] bytes =
                sessions.sealing()
                        .pdf(session.id())
                        .orElseThrow(() -> new Fault(SessionFault.UNKNOWN));
        String name = reach.dossier(session).slug() + "-pv-" + session.head().number();
        return new Download(
                name.toLowerCase(Locale.ROOT) + "-scelle.pdf",
                MediaType.APPLICATION_PDF_VALUE,
                (_, out) -> out.write(bytes));
    }

    @Needs(Right.MOVE_TEXTS)
    @GetMapping(ONE + "/close")
    Answer look(@PathVariable String id) {
        Session.Open session = reach.open(id, Right.MOVE_TEXTS);
        if (sessions.closing().wrote(Actor.self(), session.id())) {
            throw new Fault(SessionFault.OWN_MINUTES);
        }
        if (session.content().attendance().isEmpty()) {
            throw new Fault(SessionFault.NOBODY);
        }
        byte[] statement = sessions.closing().statement(session);
        String path = SessionDesk.path(session);
        String seen = "?seen=" + seen(statement);
        return Page.of(
                        "answer/close",
                        new SessionSheets.Confirming(
                                reach.dossier(session),
                                session,
                                reach.up(session),
                                Sha256.hexOf(sessions.closing().pdf(session)),
                                path,
                                path + "/close/challenge" + seen,
                                path + "/close" + seen,
                                new String(statement, StandardCharsets.UTF_8)))
                .unkept();
    }

    @Needs(Right.MOVE_TEXTS)
    @PostMapping(ONE + "/close/challenge")
    ResponseEntity<String> challenge(@PathVariable String id, @RequestParam String seen) {
        byte[] statement = statement(reach.open(id, Right.MOVE_TEXTS), seen);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(assertions.ask(Actor.self(), statement));
    }

    @Needs(Right.MOVE_TEXTS)
    @PostMapping(ONE + "/close")
    Answer close(@PathVariable String id, @RequestParam String seen, Submission sent) {
        Session.Open session = reach.open(id, Right.MOVE_TEXTS);
        statement(session, seen);
        sessions.closing()
                .close(
                        Actor.self(),
                        session,
                        first(sent, "minutes-challenge"),
                        first(sent, "minutes-credential"));
        return Redirect.to(SessionDesk.path(session)).saying(Notice.done("answer.done.closed"));
    }

    private static String first(Submission sent, String field) {
        return sent.values(field).stream().findFirst().orElse("");
    }

    private byte[] statement(Session session, String seen) {
        byte[] statement = sessions.closing().statement(session);
        if (!seen(statement).equals(seen)) {
            throw new Fault(SessionFault.STALE);
        }
        return statement;
    }

    private static String seen(byte[] statement) {
        return Sha256.hexOf(statement);
    }
}

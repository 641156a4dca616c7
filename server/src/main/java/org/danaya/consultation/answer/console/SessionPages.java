package org.danaya.consultation.answer.console;

import java.util.List;
import java.util.Optional;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.answer.session.Attendance;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionFault;
import org.danaya.consultation.answer.session.TextSessions;
import org.danaya.consultation.console.TextDesk;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.Persons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The sessions of a dossier, one of them, a new one, and who was there. */
@Controller
class SessionPages {

    private static final String OF_DOSSIER = TextDesk.PATH + TextDesk.ID + "/sessions";
    private static final String OF_VERSION =
            TextDesk.PATH + "/versions" + TextDesk.ID + "/sessions/new";
    private static final String ONE = SessionDesk.PATH + TextDesk.ID;
    private static final int REFUSED = 422;

    private static final Field<String> REASON = Field.area("reason", 500);

    private final Texts texts;
    private final TextSessions sessions;
    private final TextDesk desk;
    private final SessionDesk reach;
    private final SessionForm forms;
    private final Accounts accounts;
    private final Persons persons;

    SessionPages(
            Texts texts,
            TextSessions sessions,
            TextDesk desk,
            SessionDesk reach,
            SessionForm forms,
            Accounts accounts,
            Persons persons) {
        this.texts = texts;
        this.sessions = sessions;
        this.desk = desk;
        this.reach = reach;
        this.forms = forms;
        this.accounts = accounts;
        this.persons = persons;
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(OF_DOSSIER)
    Answer list(@PathVariable String id) {
        Dossier dossier = desk.dossier(id, Right.READ_TEXTS);
        List<SessionSheets.Row> rows =
                sessions.register().of(dossier.id()).stream()
                        .map(
                                session ->
                                        new SessionSheets.Row(
                                                session,
                                                reach.version(session).head().number(),
                                                tag(session),
                                                SessionDesk.path(session)))
                        .toList();
        Optional<String> open =
                texts.register().versions(dossier.id()).stream()
                        .filter(each -> !(each instanceof TextVersion.Abandoned))
                        .reduce((_, last) -> last)
                        .filter(_ -> writes(dossier))
                        .map(version -> TextDesk.path(version) + "/sessions/new");
        return Page.of("answer/sessions", new SessionSheets.Listed(dossier, rows, open));
    }

    private static boolean writes(Dossier dossier) {
        return Rights.current().hold(Right.DRAFT_TEXTS, dossier.lead().structure());
    }

    private static Tag tag(Session session) {
        return new Tag(
                "answer.session.state." + session.code(),
                switch (session) {
                    case Session.Open _ -> Tone.INFO;
                    case Session.Closed _ -> Tone.SUCCESS;
                    case Session.Cancelled _ -> Tone.NEUTRAL;
                });
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(OF_VERSION)
    Answer blank(@PathVariable String id) {
        return opening(desk.version(id, Right.DRAFT_TEXTS), SessionForm.blank(), 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(OF_VERSION)
    Answer open(@PathVariable String id, Submission sent) {
        TextVersion version = desk.version(id, Right.DRAFT_TEXTS);
        Form form = forms.read(SessionForm.blank(), sent);
        if (form.wrong()) {
            return opening(version, form, REFUSED);
        }
        Session session =
                sessions.writing()
                        .open(Actor.self(), version, forms.terms(form, form.get(SessionForm.KIND)));
        return Redirect.to(SessionDesk.path(session))
                .saying(Notice.done("answer.done.session-opened"));
    }

    private Answer opening(TextVersion version, Form form, int status) {
        Dossier dossier = desk.dossier(version);
        return new Asked(
                        "answer.session.new",
                        Integer.toString(version.head().number()),
                        "answer.session.new.intro",
                        TextDesk.up(dossier),
                        form,
                        TextDesk.path(version) + "/sessions/new",
                        "answer.session.new.submit",
                        TextDesk.path(dossier) + "/sessions",
                        false)
                .page(status);
    }

    @Needs(Right.READ_TEXTS)
    @GetMapping(ONE)
    Answer one(@PathVariable String id) {
        return one(reach.session(id, Right.READ_TEXTS), SessionForm.attendance(), 200);
    }

    private Answer one(Session session, Form attendance, int status) {
        Dossier dossier = reach.dossier(session);
        boolean open = session instanceof Session.Open;
        boolean writes = open && writes(dossier);
        boolean mayClose =
                open && Rights.current().hold(Right.MOVE_TEXTS, dossier.lead().structure());
        return Page.of(
                        "answer/session",
                        new SessionSheets.One(
                                dossier,
                                reach.version(session),
                                session,
                                tag(session),
                                SessionDesk.path(session),
                                SessionDesk.what(session),
                                session.content().decisions().stream()
                                        .map(
                                                each ->
                                                        new SessionSheets.Told(
                                                                each, reach.numbers(each)))
                                        .toList(),
                                writes,
                                writes ? Optional.of(attendance) : Optional.empty(),
                                mayClose,
                                mayClose ? whyNot(session) : "",
                                approver(session),
                                sessions.sealing().has(session.id())))
                .status(status);
    }

    private String whyNot(Session session) {
        if (session.content().attendance().isEmpty()) {
            return "answer.session.why.nobody";
        }
        return sessions.closing().wrote(Actor.self(), session.id()) ? "answer.session.why.own" : "";
    }

    private Optional<String> approver(Session session) {
        return session instanceof Session.Closed closed
                ? Optional.of(
                        persons.get(accounts.get(closed.approvedBy()).owner().person()).name())
                : Optional.empty();
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(ONE + "/edit")
    Answer look(@PathVariable String id) {
        Session.Open session = reach.open(id, Right.DRAFT_TEXTS);
        return editing(session, forms.of(session), 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ONE + "/edit")
    Answer edit(@PathVariable String id, Submission sent) {
        Session.Open session = reach.open(id, Right.DRAFT_TEXTS);
        Form form = forms.read(SessionForm.edited(), sent);
        if (form.wrong()) {
            return editing(session, form, REFUSED);
        }
        String typed = form.get(SessionForm.REVISION);
        int revision = typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
        sessions.writing()
                .rewrite(
                        Actor.self(),
                        session.id(),
                        revision,
                        forms.terms(form, session.content().terms().kind()));
        return Redirect.to(SessionDesk.path(session)).saying(Notice.done("answer.done.written"));
    }

    private Answer editing(Session session, Form form, int status) {
        return asking(session, "edit", form, false, status);
    }

    private Answer asking(Session session, String what, Form form, boolean danger, int status) {
        String title = session.content().terms().title();
        return new Asked(
                        "answer.session." + what,
                        title,
                        "answer.session." + what + ".intro",
                        reach.up(session),
                        form,
                        SessionDesk.path(session) + "/" + what,
                        "answer.session." + what + ".submit",
                        SessionDesk.path(session),
                        danger)
                .page(status);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ONE + "/attendance")
    Answer attend(@PathVariable String id, Submission sent) {
        Session.Open session = reach.open(id, Right.DRAFT_TEXTS);
        Form form = SessionForm.attendance().read(sent);
        if (form.wrong()) {
            return one(session, form, REFUSED);
        }
        sessions.writing()
                .attend(Actor.self(), session.id(), List.of(SessionForm.attendance(form)));
        return Redirect.to(SessionDesk.path(session) + "#attendance")
                .saying(Notice.done("answer.done.written"));
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ONE + "/attendance/{place:[1-9][0-9]{0,3}}/remove")
    Answer leave(@PathVariable String id, @PathVariable int place, Submission sent) {
        Session.Open session = reach.open(id, Right.DRAFT_TEXTS);
        List<Attendance> all = session.content().attendance();
        String seen = sent.values("seen").stream().findFirst().orElse("");
        if (place > all.size() || !seen.equals(all.get(place - 1).toString())) {
            throw new Fault(SessionFault.STALE);
        }
        sessions.writing().leave(Actor.self(), session.id(), place, all.get(place - 1));
        return Redirect.to(SessionDesk.path(session) + "#attendance")
                .saying(Notice.done("answer.done.written"));
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(ONE + "/cancel")
    Answer askToCancel(@PathVariable String id) {
        return asking(
                reach.open(id, Right.DRAFT_TEXTS),
                "cancel",
                Form.of("answer.session", REASON),
                true,
                200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ONE + "/cancel")
    Answer cancel(@PathVariable String id, Submission sent) {
        Session.Open session = reach.open(id, Right.DRAFT_TEXTS);
        Form form = Form.of("answer.session", REASON).read(sent);
        if (form.wrong()) {
            return asking(session, "cancel", form, true, REFUSED);
        }
        sessions.writing().cancel(session.id(), form.get(REASON));
        return Redirect.to(SessionDesk.path(session)).saying(Notice.done("answer.done.cancelled"));
    }
}

package org.danaya.consultation.answer.console;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerRegister;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.session.Decision;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionWriting.Decided;
import org.danaya.consultation.answer.session.TextSessions;
import org.danaya.consultation.console.TextDesk;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Asked;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a session decided, or the Council recommended. */
@Controller
class DecisionPages {

    private static final String ALL = SessionDesk.PATH + TextDesk.ID + "/decisions";
    private static final String ONE = ALL + "/{decision:[0-9a-f-]{36}}";
    private static final int REFUSED = 422;

    private static final Field<String> TEXT = Field.area("words", Decision.LONGEST);
    private static final Field<String> OBSERVATIONS = Field.text("observations", 500).optional();
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,6}(?:[ ,;]+[0-9]{1,6})*");
    private static final Pattern BETWEEN = Pattern.compile("[ ,;]+");

    private final TextSessions sessions;
    private final SessionDesk reach;
    private final AnswerRegister answers;

    DecisionPages(TextSessions sessions, SessionDesk reach, Answers answers) {
        this.sessions = sessions;
        this.reach = reach;
        this.answers = answers.register();
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(ALL + "/new")
    Answer blank(@PathVariable String id) {
        Session session = reach.open(id, Right.DRAFT_TEXTS);
        return asking(session, "new", form(session), "/decisions/new", 200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ALL + "/new")
    Answer decide(@PathVariable String id, Submission sent) {
        Session session = reach.open(id, Right.DRAFT_TEXTS);
        Form form = read(session, sent);
        if (form.wrong()) {
            return asking(session, "new", form, "/decisions/new", REFUSED);
        }
        sessions.writing().decide(Actor.self(), session.id(), decided(session, form));
        return back(session);
    }

    @Needs(Right.DRAFT_TEXTS)
    @GetMapping(ONE)
    Answer look(@PathVariable String id, @PathVariable String decision) {
        Session session = reach.open(id, Right.DRAFT_TEXTS);
        Decision one = reach.decision(session, decision);
        Form form = form(session).with(TEXT, one.words());
        String numbers = String.join(", ", reach.numbers(one));
        if (!numbers.isEmpty()) {
            form = form.with(OBSERVATIONS, numbers);
        }
        return asking(
                session,
                "edit",
                one.part().isEmpty() ? form : form.with(part(session), one.part()),
                "/decisions/" + decision,
                200);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ONE)
    Answer edit(@PathVariable String id, @PathVariable String decision, Submission sent) {
        Session session = reach.open(id, Right.DRAFT_TEXTS);
        Decision one = reach.decision(session, decision);
        Form form = read(session, sent);
        if (form.wrong()) {
            return asking(session, "edit", form, "/decisions/" + decision, REFUSED);
        }
        sessions.writing().redecide(Actor.self(), one, decided(session, form));
        return back(session);
    }

    @Needs(Right.DRAFT_TEXTS)
    @PostMapping(ONE + "/remove")
    Answer remove(@PathVariable String id, @PathVariable String decision) {
        Session session = reach.open(id, Right.DRAFT_TEXTS);
        sessions.writing().undecide(Actor.self(), reach.decision(session, decision));
        return back(session);
    }

    private static Answer back(Session session) {
        return Redirect.to(SessionDesk.path(session) + "#decisions")
                .saying(Notice.done("answer.done.written"));
    }

    private Form form(Session session) {
        return Form.of("answer." + SessionDesk.what(session), TEXT, part(session), OBSERVATIONS);
    }

    /** Reads what was typed, also that there are such observations. */
    private Form read(Session session, Submission sent) {
        Form form = form(session).read(sent);
        if (form.wrong() || observations(session, form).isPresent()) {
            return form;
        }
        return form.refuse(OBSERVATIONS, "answer.cause.no-observation");
    }

    /** Those whose numbers were typed; nothing where there is none of a number. */
    private Optional<Set<UUID>> observations(Session session, Form form) {
        String typed = form.find(OBSERVATIONS).orElse("");
        if (typed.isEmpty()) {
            return Optional.of(Set.of());
        }
        if (!NUMBERS.matcher(typed).matches()) {
            return Optional.empty();
        }
        Set<UUID> found = new HashSet<>();
        for (String number : BETWEEN.splitAsStream(typed).toList()) {
            Optional<UUID> one =
                    answers.byNumber(session.head().version(), Integer.parseInt(number));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
        }
        return Optional.of(found);
    }

    private Field<String> part(Session session) {
        return Field.choice("part", reach.parts(reach.version(session))).optional();
    }

    private Decided decided(Session session, Form form) {
        TextVersion version = reach.version(session);
        String part = form.find(part(session)).orElse("");
        return new Decided(
                form.get(TEXT),
                part,
                part.isEmpty() ? "" : reach.partName(version, part),
                observations(session, form).orElseThrow());
    }

    private Answer asking(Session session, String what, Form form, String path, int status) {
        String words = "answer." + SessionDesk.what(session) + "." + what;
        String title = session.content().terms().title();
        return new Asked(
                        words,
                        title,
                        words + ".intro",
                        reach.up(session),
                        form,
                        SessionDesk.path(session) + path,
                        words + ".submit",
                        SessionDesk.path(session),
                        false)
                .page(status);
    }
}

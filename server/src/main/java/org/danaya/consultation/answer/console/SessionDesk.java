package org.danaya.consultation.answer.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.session.Decision;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionFault;
import org.danaya.consultation.answer.session.SessionKind;
import org.danaya.consultation.answer.session.TextSessions;
import org.danaya.consultation.console.TextDesk;
import org.danaya.form.Option;
import org.danaya.page.Above;
import org.danaya.text.flow.Line;
import org.springframework.stereotype.Component;

/** Which sessions lie within somebody's reach, and where they are. */
@Component
public class SessionDesk {

    /** Where the console's sessions are. */
    public static final String PATH = TextDesk.PATH + "/sessions";

    /** How much of a part's name a list shows. */
    private static final int SHOWN = 90;

    private final Texts texts;
    private final TextSessions sessions;
    private final Answers answers;

    SessionDesk(Texts texts, TextSessions sessions, Answers answers) {
        this.texts = texts;
        this.sessions = sessions;
        this.answers = answers;
    }

    /**
     * A session.
     *
     * @throws Fault {@link SessionFault#UNKNOWN} where there is none, or the right doesn't reach it
     */
    Session session(String id, Right right) {
        UUID read = Ids.read(id).orElseThrow(() -> new Fault(SessionFault.UNKNOWN));
        Session session = sessions.register().get(read);
        if (!Rights.current().hold(right, dossier(session).lead().structure())) {
            throw new Fault(SessionFault.UNKNOWN);
        }
        return session;
    }

    /** A session whose minutes are being written. */
    Session.Open open(String id, Right right) {
        if (session(id, right) instanceof Session.Open open) {
            return open;
        }
        throw new Fault(SessionFault.OVER);
    }

    /** A decision of it. */
    Decision decision(Session session, String id) {
        return session.content().decisions().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(SessionFault.UNKNOWN));
    }

    /** The numbers of the observations that a decision is about, in their order. */
    List<String> numbers(Decision decision) {
        return decision.observations().stream()
                .flatMap(each -> answers.register().number(each).stream())
                .sorted()
                .map(String::valueOf)
                .toList();
    }

    Dossier dossier(Session session) {
        return texts.register().get(session.head().dossier());
    }

    TextVersion version(Session session) {
        return texts.register().version(session.head().version());
    }

    /** The pages above a session's. */
    List<Above> up(Session session) {
        List<Above> up = new ArrayList<>(TextDesk.up(dossier(session)));
        up.add(Above.name(session.content().terms().title(), path(session)));
        return up;
    }

    /** Whether the minutes of the Council: what it says are recommendations. */
    static String what(Session session) {
        return session.content().terms().kind() == SessionKind.COUNCIL
                ? "recommendation"
                : "decision";
    }

    static String path(Session session) {
        return PATH + "/" + session.id();
    }

    /** The parts of a text that have a lasting name, to choose from. */
    List<Option> parts(TextVersion version) {
        List<Option> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        texts.register()
                .text(version)
                .flow()
                .lines()
                .filter(line -> !line.opens().isEmpty() && !line.place().wId().isEmpty())
                .filter(line -> seen.add(line.place().wId()))
                .forEach(line -> parts.add(Option.named(line.place().wId(), name(line))));
        return parts;
    }

    /** What a part is called; empty for none. */
    String partName(TextVersion version, String wId) {
        return texts.register().text(version).opening(wId).map(SessionDesk::name).orElse("");
    }

    /** What the part is called that a line opens. */
    static String name(Line line) {
        String words = (line.number() + " " + line.text()).strip();
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN - 1) + "…";
    }
}

package org.danaya.consultation.answer.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.consultation.TextVersion;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes sessions, and writes their minutes until they are closed. For any number of threads. */
public final class SessionWriting {

    private final SessionTable sessions;
    private final MinuteTable minutes;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    SessionWriting(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.sessions = new SessionTable(jdbc);
        this.minutes = new MinuteTable(jdbc);
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes a session about a version. */
    public Session open(UUID account, TextVersion version, Session.Terms terms) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            UUID dossier = version.head().dossier();
                            Session.Head head =
                                    new Session.Head(
                                            ids.next(),
                                            dossier,
                                            version.id(),
                                            sessions.next(dossier),
                                            account,
                                            Moments.now(clock));
                            sessions.insert(head, terms);
                            sessions.writer(head.id(), account);
                            news.publishEvent(
                                    Act.done(
                                            SessionAct.OPENED,
                                            Session.subject(head.id()),
                                            Map.of(
                                                    "kind", terms.kind().code(),
                                                    "number", Integer.toString(head.number()))));
                            return sessions.find(head.id()).orElseThrow();
                        }));
    }

    /**
     * Says otherwise when, where and about what it is. What meets stays.
     *
     * @param revision the one that was looked at
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}, {@link
     *     SessionFault#STALE}
     */
    public void rewrite(UUID account, UUID id, int revision, Session.Terms terms) {
        write(
                account,
                id,
                "terms",
                open -> {
                    if (open.revision() != revision) {
                        throw new Fault(SessionFault.STALE);
                    }
                    SessionKind kind = open.content().terms().kind();
                    sessions.rewrite(
                            id,
                            new Session.Terms(
                                    kind,
                                    terms.title(),
                                    terms.place(),
                                    terms.begins(),
                                    terms.ends(),
                                    terms.agenda()));
                });
    }

    /**
     * Notes who was there.
     *
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}, {@link
     *     SessionFault#FULL}
     */
    public void attend(UUID account, UUID id, List<Attendance> more) {
        write(
                account,
                id,
                "attendance",
                open -> {
                    limit(open.content().attendance().size() + more.size());
                    more.forEach(each -> minutes.add(id, each));
                });
    }

    /**
     * Takes out somebody who was noted.
     *
     * @param place in the list, from 1
     * @param seen who stood there
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}, {@link
     *     SessionFault#STALE}
     */
    public void leave(UUID account, UUID id, int place, Attendance seen) {
        write(
                account,
                id,
                "attendance",
                open -> {
                    List<Attendance> all = open.content().attendance();
                    if (place < 1 || place > all.size() || !all.get(place - 1).equals(seen)) {
                        throw new Fault(SessionFault.STALE);
                    }
                    minutes.remove(id, place);
                });
    }

    /** What a session decided, before it has a number. */
    public record Decided(String words, String part, String partName, Set<UUID> observations) {

        /** Keeps a copy. */
        public Decided {
            observations = Set.copyOf(observations);
        }
    }

    /**
     * Notes what was decided, or recommended.
     *
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}, {@link
     *     SessionFault#FULL}
     */
    public Decision decide(UUID account, UUID id, Decided decided) {
        List<Decision> made = new ArrayList<>();
        write(
                account,
                id,
                "decision",
                open -> {
                    List<Decision> all = open.content().decisions();
                    limit(all.size() + 1);
                    int last = all.isEmpty() ? 0 : all.getLast().number();
                    made.add(decision(ids.next(), id, last + 1, decided));
                    minutes.insert(made.getFirst());
                });
        return made.getFirst();
    }

    /**
     * Words a decision otherwise.
     *
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}
     */
    public void redecide(UUID account, Decision seen, Decided decided) {
        write(
                account,
                seen.session(),
                "decision",
                open -> {
                    needed(open, seen);
                    minutes.rewrite(decision(seen.id(), seen.session(), seen.number(), decided));
                });
    }

    /**
     * Takes a decision out. Numbers aren't given again.
     *
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}, {@link
     *     SessionFault#RELIED_ON}
     */
    public void undecide(UUID account, Decision seen) {
        write(
                account,
                seen.session(),
                "decision",
                open -> {
                    needed(open, seen);
                    if (minutes.reliedOn(seen.id())) {
                        throw new Fault(SessionFault.RELIED_ON);
                    }
                    minutes.delete(seen.id());
                });
    }

    /**
     * Says that it didn't take place.
     *
     * @throws Fault {@link SessionFault#UNKNOWN}, {@link SessionFault#OVER}, {@link
     *     SessionFault#RELIED_ON}
     */
    public void cancel(UUID id, String reason) {
        transaction.executeWithoutResult(
                _ -> {
                    Session.Open open = lock(id);
                    if (open.content().decisions().stream()
                            .anyMatch(each -> minutes.reliedOn(each.id()))) {
                        throw new Fault(SessionFault.RELIED_ON);
                    }
                    sessions.cancel(id, Moments.now(clock), reason);
                    publish(SessionAct.CANCELLED, id, Map.of("reason", reason));
                });
    }

    private static Decision decision(UUID id, UUID session, int number, Decided decided) {
        return new Decision(
                id,
                session,
                number,
                decided.words(),
                decided.part(),
                decided.partName(),
                decided.observations());
    }

    private static void needed(Session.Open open, Decision seen) {
        if (open.content().decisions().stream().noneMatch(each -> each.id().equals(seen.id()))) {
            throw new Fault(SessionFault.UNKNOWN);
        }
    }

    private static void limit(int count) {
        if (count > Session.MOST) {
            throw new Fault(SessionFault.FULL, Session.MOST);
        }
    }

    private void write(UUID account, UUID id, String what, Consumer<Session.Open> change) {
        transaction.executeWithoutResult(
                _ -> {
                    change.accept(lock(id));
                    sessions.written(id, account, Moments.now(clock));
                    publish(SessionAct.WRITTEN, id, Map.of("what", what));
                });
    }

    private Session.Open lock(UUID id) {
        Session session = sessions.lock(id).orElseThrow(() -> new Fault(SessionFault.UNKNOWN));
        if (session instanceof Session.Open open) {
            return open;
        }
        throw new Fault(SessionFault.OVER);
    }

    private void publish(SessionAct act, UUID id, Map<String, String> facts) {
        news.publishEvent(Act.done(act, Session.subject(id), facts));
    }
}

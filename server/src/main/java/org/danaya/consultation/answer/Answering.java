package org.danaya.consultation.answer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.access.AccountPersons;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.store.Moments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers observations, one or many at once. For any number of threads. */
public final class Answering {

    /** The most that are answered at once. */
    public static final int MOST = 500;

    private final GivenTable given;
    private final ObservedTable observed;
    private final Fixing fixing;
    private final SessionRegister sessions;
    private final AccountPersons persons;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Answering(
            JdbcClient jdbc,
            SessionRegister sessions,
            AccountPersons persons,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.given = new GivenTable(jdbc);
        this.observed = new ObservedTable(jdbc);
        this.fixing = new Fixing(jdbc);
        this.sessions = sessions;
        this.persons = persons;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Answers observations on a version with one disposition and one reason.
     *
     * @param seen the place of the last answer that was looked at, by observation; 0 for none
     * @param session in which it was decided
     * @throws Fault {@link AnswerFault#UNKNOWN}, {@link AnswerFault#FIXED}, {@link
     *     AnswerFault#NO_REASON}, {@link AnswerFault#DUPLICATE}, {@link AnswerFault#OTHER_SESSION},
     *     {@link AnswerFault#TOO_MANY}
     */
    public AnswerOutcome answer(
            UUID account,
            TextVersion version,
            Map<UUID, Integer> seen,
            Disposition disposition,
            Optional<UUID> session) {
        if (seen.size() > MOST) {
            throw new Fault(AnswerFault.TOO_MANY, MOST);
        }
        if (Disposition.REASONED.contains(disposition.code()) && disposition.reason().isBlank()) {
            throw new Fault(AnswerFault.NO_REASON);
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            if (disposition instanceof Disposition.Duplicate) {
                                fixing.holdAnswersAlone(version.id());
                            } else {
                                fixing.holdAnswers(version.id());
                            }
                            session.ifPresent(each -> needSession(each, version));
                            return answered(account, version.id(), seen, disposition, session);
                        }));
    }

    private void needSession(UUID id, TextVersion version) {
        Session session = sessions.find(id).orElseThrow(() -> new Fault(AnswerFault.OTHER_SESSION));
        if (!session.head().dossier().equals(version.head().dossier())
                || session instanceof Session.Cancelled) {
            throw new Fault(AnswerFault.OTHER_SESSION);
        }
    }

    private AnswerOutcome answered(
            UUID account,
            UUID version,
            Map<UUID, Integer> seen,
            Disposition disposition,
            Optional<UUID> session) {
        List<Given> made = new ArrayList<>();
        List<Given> meanwhile = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        Map<UUID, Boolean> same = new HashMap<>();
        for (ObservedTable.Author each : observed.authors(version, seen.keySet())) {
            if (isOwn(account, each, same)) {
                own.add(each.number());
                continue;
            }
            if (disposition instanceof Disposition.Duplicate(UUID of, String _)) {
                needStanding(version, each.observation(), of);
            }
            int place = seen.getOrDefault(each.observation(), 0);
            Given next =
                    new Given(
                            each.observation(),
                            place + 1,
                            disposition,
                            session,
                            account,
                            Moments.now(clock));
            Optional<Given> last = given.last(each.observation());
            if (last.map(Given::place).orElse(0) == place && given.add(version, next)) {
                made.add(next);
            } else {
                given.last(each.observation()).ifPresent(meanwhile::add);
            }
        }
        if (made.size() + meanwhile.size() + own.size() < seen.size()) {
            throw new Fault(AnswerFault.UNKNOWN);
        }
        if (!made.isEmpty()) {
            publish(version, disposition, made);
        }
        return new AnswerOutcome(made, meanwhile, own);
    }

    private boolean isOwn(UUID account, ObservedTable.Author author, Map<UUID, Boolean> known) {
        return author.accounts().stream()
                .anyMatch(
                        each ->
                                known.computeIfAbsent(
                                        each, other -> persons.areSame(account, other)));
    }

    /** What others are duplicates of is answered for itself. */
    private void needStanding(UUID version, UUID observation, UUID of) {
        boolean stands =
                !observation.equals(of)
                        && observed.authors(version, List.of(of)).size() == 1
                        && given.last(of)
                                .filter(each -> each.disposition() instanceof Disposition.Duplicate)
                                .isEmpty()
                        && !given.hasDuplicates(observation);
        if (!stands) {
            throw new Fault(AnswerFault.DUPLICATE);
        }
    }

    private void publish(UUID version, Disposition disposition, List<Given> made) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("disposition", disposition.code());
        facts.put("count", Integer.toString(made.size()));
        if (made.size() == 1) {
            facts.put("observation", made.getFirst().observation().toString());
        }
        news.publishEvent(Act.done(AnswerAct.ANSWERED, "text-version:" + version, facts));
    }
}

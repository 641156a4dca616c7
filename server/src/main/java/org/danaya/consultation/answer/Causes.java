package org.danaya.consultation.answer;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionKind;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.store.Moments;
import org.danaya.text.redline.Hunk;
import org.danaya.text.redline.Hunks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Why words changed since the last frozen version. For any number of threads. */
public final class Causes {

    /** The most changes that are explained at once. */
    public static final int MOST = 5_000;

    /** Answers after which an observation is no cause any more. */
    private static final Set<String> REFUSED = Set.of("rejected", "moot", "postponed");

    private final CauseTable causes;
    private final GivenTable given;
    private final ObservedTable observed;
    private final Fixing fixing;
    private final TextRegister texts;
    private final SessionRegister sessions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Causes(
            JdbcClient jdbc,
            TextRegister texts,
            SessionRegister sessions,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock) {
        this.causes = new CauseTable(jdbc);
        this.given = new GivenTable(jdbc);
        this.observed = new ObservedTable(jdbc);
        this.fixing = new Fixing(jdbc);
        this.texts = texts;
        this.sessions = sessions;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** The version with which another is compared; nothing for a first one. */
    public Optional<TextVersion> former(TextVersion version) {
        return texts.before(version);
    }

    /** The changes of a version; none of a first one. */
    public List<Hunk> hunks(TextVersion version) {
        return former(version)
                .map(former -> Hunks.of(texts.redline(former, version)))
                .orElse(List.of());
    }

    /** The changes of a version with what explains them. */
    public Explanation explanation(TextVersion version) {
        Optional<TextVersion> former = former(version);
        if (former.isEmpty()) {
            return new Explanation(List.of(), List.of());
        }
        UUID since = former.get().id();
        Map<UUID, String> answers = new HashMap<>();
        given.lastOf(since)
                .forEach(each -> answers.put(each.observation(), each.disposition().code()));
        return Explanation.of(
                hunks(version),
                causes.of(since),
                cause ->
                        !(cause.source() instanceof Cause.OfObservation(UUID observation)
                                && REFUSED.contains(answers.getOrDefault(observation, ""))));
    }

    /** What explains changes since a version, whatever became of them. */
    public List<Cause> since(UUID former) {
        return causes.of(former);
    }

    /** Whether what explains a version is fixed: it, or a later one, is frozen. */
    public boolean fixed(TextVersion version) {
        return former(version).map(each -> fixing.isFollowed(each.id())).orElse(true);
    }

    /**
     * The decision, or the recommendation, of a session, as a cause.
     *
     * @throws Fault {@link AnswerFault#UNKNOWN} where it isn't of this text
     */
    public Cause.Source ofDecision(TextVersion version, UUID decision) {
        Session session =
                sessions.ofDecision(decision)
                        .filter(each -> each.head().dossier().equals(version.head().dossier()))
                        .filter(each -> !(each instanceof Session.Cancelled))
                        .orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
        return session.content().terms().kind() == SessionKind.COUNCIL
                ? new Cause.OfRecommendation(decision)
                : new Cause.OfDecision(decision);
    }

    /**
     * Says why words changed: of one change or of many, in one act.
     *
     * @param hunks the ids of the changes
     * @return of how many it was said; of the others it was said before
     * @throws Fault {@link AnswerFault#FIRST}, {@link AnswerFault#FIXED}, {@link AnswerFault#GONE},
     *     {@link AnswerFault#NOT_ACCEPTED}, {@link AnswerFault#UNKNOWN}, {@link
     *     AnswerFault#TOO_MANY}
     */
    public int give(
            UUID account, TextVersion version, Collection<String> hunks, Cause.Source source) {
        if (hunks.size() > MOST) {
            throw new Fault(AnswerFault.TOO_MANY, MOST);
        }
        UUID since = needFormer(version);
        Map<String, Hunk> there =
                hunks(version).stream().collect(Collectors.toMap(Hunk::id, each -> each));
        if (hunks.isEmpty() || !there.keySet().containsAll(hunks)) {
            throw new Fault(AnswerFault.GONE);
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            fixing.holdCauses(since);
                            needSource(version, since, source);
                            UUID act = ids.next();
                            int said = 0;
                            for (String id : hunks) {
                                Hunk hunk = Objects.requireNonNull(there.get(id));
                                if (causes.add(cause(since, hunk, source, act, account))) {
                                    said++;
                                }
                            }
                            publish(
                                    AnswerAct.EXPLAINED,
                                    version,
                                    Map.of(
                                            "kind", source.code(),
                                            "count", Integer.toString(said),
                                            "act", act.toString()));
                            return said;
                        }));
    }

    private Cause cause(UUID since, Hunk hunk, Cause.Source source, UUID act, UUID account) {
        return new Cause(
                ids.next(),
                since,
                Explanation.changed(hunk),
                source,
                act,
                account,
                Moments.now(clock));
    }

    private void needSource(TextVersion version, UUID since, Cause.Source source) {
        switch (source) {
            case Cause.OfObservation(UUID observation) -> {
                int number =
                        observed.authors(since, List.of(observation)).stream()
                                .findFirst()
                                .map(ObservedTable.Author::number)
                                .orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
                if (given.last(observation)
                        .filter(each -> each.disposition().changesText())
                        .isEmpty()) {
                    throw new Fault(AnswerFault.NOT_ACCEPTED, number);
                }
            }
            case Cause.OfDecision(UUID decision) -> ofDecision(version, decision);
            case Cause.OfRecommendation(UUID decision) -> ofDecision(version, decision);
            case Cause.Editorial _ -> {}
        }
    }

    private UUID needFormer(TextVersion version) {
        return former(version).orElseThrow(() -> new Fault(AnswerFault.FIRST)).id();
    }

    /**
     * Says again what was said of a change that went on changing.
     *
     * @param hunk the change that it is now
     * @throws Fault {@link AnswerFault#FIXED}, {@link AnswerFault#GONE}, {@link
     *     AnswerFault#UNKNOWN}
     */
    public void confirm(UUID account, TextVersion version, UUID id, String hunk) {
        UUID since = needFormer(version);
        Hunk now =
                hunks(version).stream()
                        .filter(each -> each.id().equals(hunk))
                        .findFirst()
                        .orElseThrow(() -> new Fault(AnswerFault.GONE));
        transaction.executeWithoutResult(
                _ -> {
                    fixing.holdCauses(since);
                    Cause cause = needCause(since, id);
                    causes.end(id, account, Moments.now(clock));
                    causes.add(cause(since, now, cause.source(), ids.next(), account));
                    publish(
                            AnswerAct.CONFIRMED,
                            version,
                            Map.of("cause", id.toString(), "hunk", hunk));
                });
    }

    /**
     * Takes back what was said of a change.
     *
     * @throws Fault {@link AnswerFault#FIXED}, {@link AnswerFault#UNKNOWN}
     */
    public void takeBack(UUID account, TextVersion version, UUID id) {
        UUID since = needFormer(version);
        transaction.executeWithoutResult(
                _ -> {
                    fixing.holdCauses(since);
                    needCause(since, id);
                    causes.end(id, account, Moments.now(clock));
                    publish(AnswerAct.TAKEN_BACK, version, Map.of("cause", id.toString()));
                });
    }

    private Cause needCause(UUID since, UUID id) {
        return causes.find(id)
                .filter(each -> each.former().equals(since))
                .orElseThrow(() -> new Fault(AnswerFault.UNKNOWN));
    }

    private void publish(AnswerAct act, TextVersion version, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "text-version:" + version.id(), facts));
    }
}

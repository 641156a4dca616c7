package org.danaya.consultation.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.consultation.Calendar;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of observations that the people of a structure write. For any number of threads. */
public final class ObservationDrafts {

    /** How many a list may hold. */
    public static final int MOST = 2_000;

    private final ReferralTable referrals;
    private final ObservationTable observations;
    private final TextRegister texts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Calendar calendar;

    ObservationDrafts(
            JdbcClient jdbc,
            TextRegister texts,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Calendar calendar) {
        this.referrals = new ReferralTable(jdbc);
        this.observations = new ObservationTable(jdbc);
        this.texts = texts;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.calendar = calendar;
    }

    /** What became of a change. */
    public sealed interface EditOutcome {

        /** It says so now. */
        record Edited(Observation.Draft draft) implements EditOutcome {}

        /** Somebody else changed it since it was shown: nothing is written. */
        record Changed(Observation.Draft now) implements EditOutcome {}
    }

    /** The drafts of a referral, in the order of the list. */
    public List<Observation.Draft> of(UUID referral) {
        return observations.drafts(referral);
    }

    /**
     * A draft.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#WRONG_STATE}
     */
    public Observation.Draft get(UUID id) {
        return draft(observations.find(id, Sight.ALL));
    }

    /**
     * Writes an observation, at the end of the list.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#NOT_TAKEN}, {@link
     *     ObservationFault#TOO_MANY}
     */
    public Observation.Draft write(UUID account, UUID referral, Observation.Said said) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Referral locked = lockToWrite(referral);
                            Observation.Draft draft =
                                    draft(account, locked, said, Optional.empty());
                            observations.insert(draft);
                            publish(
                                    ObservationAct.WRITTEN,
                                    draft.id(),
                                    Map.of("referral", referral.toString()));
                            return draft;
                        }));
    }

    /**
     * A row of a form.
     *
     * @param sha256 by which the same row is known again, in hexadecimal
     * @param name where it stood, for people
     */
    public record FromRow(Observation.Said said, String sha256, String name) {}

    /** The hashes of the rows of forms that a referral has already, whatever became of them. */
    public Set<String> rows(UUID referral) {
        return observations.rows(referral);
    }

    /**
     * Takes rows of a form, at the end of the list; those that it has already stay as they are.
     *
     * @param file the hash of the file, in hexadecimal
     * @return how many were added
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#NOT_TAKEN}, {@link
     *     ObservationFault#TOO_MANY}
     */
    public int take(UUID account, UUID referral, String file, List<FromRow> rows) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Referral locked = lockToWrite(referral);
                            if (observations.drafts(referral).size() + rows.size() > MOST) {
                                throw new Fault(ObservationFault.TOO_MANY, MOST);
                            }
                            Map<String, Observation.Draft> drafts = new LinkedHashMap<>();
                            for (FromRow row : rows) {
                                drafts.putIfAbsent(
                                        row.sha256(),
                                        draft(
                                                account,
                                                locked,
                                                row.said(),
                                                Optional.of(row.name())));
                            }
                            int added = observations.insert(referral, drafts);
                            news.publishEvent(
                                    Act.done(
                                            ObservationAct.IMPORTED,
                                            Referral.subject(referral),
                                            Map.of(
                                                    "sha256",
                                                    file,
                                                    "observations",
                                                    Integer.toString(added))));
                            return added;
                        }));
    }

    /** A draft that isn't written yet. */
    private Observation.Draft draft(
            UUID account, Referral referral, Observation.Said said, Optional<String> row) {
        Instant now = calendar.now();
        return new Observation.Draft(
                new Observation.Head(
                        ids.next(),
                        referral.id(),
                        referral.head().version(),
                        referral.head().structure(),
                        account,
                        now),
                said,
                1,
                account,
                now,
                row);
    }

    /** A referral whose version takes observations, and whose list has room. */
    private Referral lockToWrite(UUID id) {
        Referral found = referrals.find(id).orElseThrow(ObservationDrafts::unknown);
        referrals.lockVersion(found.head().version());
        TextVersion version = texts.version(found.head().version());
        needTaken(version);
        Referral locked = referrals.lock(id).orElseThrow(ObservationDrafts::unknown);
        if (observations.drafts(id).size() >= MOST) {
            throw new Fault(ObservationFault.TOO_MANY, MOST);
        }
        return locked;
    }

    static void needTaken(TextVersion version) {
        if (!(version instanceof TextVersion.Fixed fixed) || !fixed.stage().takesObservations()) {
            throw new Fault(ObservationFault.NOT_TAKEN, version.code());
        }
    }

    /**
     * Changes a draft, if nobody else has since it was shown.
     *
     * @param revision that was shown
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#WRONG_STATE}
     */
    public EditOutcome change(UUID account, UUID id, int revision, Observation.Said said) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Observation.Draft now = draft(observations.lock(id));
                            if (now.revision() != revision) {
                                return new EditOutcome.Changed(now);
                            }
                            Observation.Draft after =
                                    new Observation.Draft(
                                            now.head(),
                                            said,
                                            revision + 1,
                                            account,
                                            calendar.now(),
                                            now.row());
                            observations.change(after);
                            publish(
                                    ObservationAct.CHANGED,
                                    id,
                                    Map.of("revision", Integer.toString(after.revision())));
                            return new EditOutcome.Edited(after);
                        }));
    }

    /**
     * A draft as it was shown.
     *
     * @param revision that was shown
     */
    public record Shown(UUID id, int revision) {}

    /**
     * Makes one of two drafts of a list, if nobody else has changed either since they were shown:
     * the first says what is said now, the second is given up, and kept.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#WRONG_STATE}
     */
    public EditOutcome merge(UUID account, Shown into, Shown from, Observation.Said said) {
        return Objects.requireNonNull(transaction.execute(_ -> merged(account, into, from, said)));
    }

    private EditOutcome merged(UUID account, Shown into, Shown from, Observation.Said said) {
        // In one order, whichever is merged into which: two who do both wait for each other.
        boolean first = into.id().compareTo(from.id()) < 0;
        Observation.Draft one = draft(observations.lock(first ? into.id() : from.id()));
        Observation.Draft two = draft(observations.lock(first ? from.id() : into.id()));
        Observation.Draft kept = first ? one : two;
        Observation.Draft given = first ? two : one;
        if (!kept.head().referral().equals(given.head().referral())
                || kept.id().equals(given.id())) {
            throw unknown();
        }
        if (given.revision() != from.revision()) {
            return new EditOutcome.Changed(given);
        }
        EditOutcome outcome = change(account, kept.id(), into.revision(), said);
        if (outcome instanceof EditOutcome.Edited) {
            observations.withdraw(
                    new Observation.Withdrawn(given.head(), given.said(), account, calendar.now()));
            publish(
                    ObservationAct.WITHDRAWN,
                    given.id(),
                    Map.of("merged-into", kept.id().toString()));
        }
        return outcome;
    }

    /**
     * Gives a draft up. It is kept, and shown to nobody.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#WRONG_STATE}, {@link
     *     ObservationFault#STALE} where somebody changed it since it was shown
     */
    public void withdraw(UUID account, UUID id, int revision) {
        transaction.executeWithoutResult(
                _ -> {
                    Observation.Draft now = draft(observations.lock(id));
                    if (now.revision() != revision) {
                        throw new Fault(ObservationFault.STALE);
                    }
                    observations.withdraw(
                            new Observation.Withdrawn(
                                    now.head(), now.said(), account, calendar.now()));
                    publish(ObservationAct.WITHDRAWN, id, Map.of());
                });
    }

    /**
     * Moves a draft in its list.
     *
     * @param by how many places: negative towards the beginning; as far as there is room
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#WRONG_STATE}
     */
    public void move(UUID id, int by) {
        transaction.executeWithoutResult(
                _ -> {
                    Observation.Draft draft = draft(observations.find(id, Sight.ALL));
                    referrals.lock(draft.head().referral());
                    List<UUID> order =
                            new ArrayList<>(
                                    observations.drafts(draft.head().referral()).stream()
                                            .map(Observation.Draft::id)
                                            .toList());
                    int from = order.indexOf(id);
                    if (from < 0) {
                        throw new Fault(ObservationFault.WRONG_STATE, "submitted");
                    }
                    order.remove(from);
                    order.add(Math.clamp((long) from + by, 0, order.size()), id);
                    for (int place = 0; place < order.size(); place++) {
                        observations.move(order.get(place), place + 1);
                    }
                });
    }

    private static Observation.Draft draft(Optional<Observation> found) {
        Observation observation = found.orElseThrow(ObservationDrafts::unknown);
        if (!(observation instanceof Observation.Draft draft)) {
            throw new Fault(ObservationFault.WRONG_STATE, observation.code());
        }
        return draft;
    }

    private static Fault unknown() {
        return new Fault(ObservationFault.UNKNOWN);
    }

    private void publish(ObservationAct act, UUID id, Map<String, String> facts) {
        news.publishEvent(Act.done(act, Observation.subject(id), facts));
    }
}

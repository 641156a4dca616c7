package org.danaya.consultation.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.consultation.Calendar;
import org.danaya.consultation.Stage;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks structures, gives them more time, and records their silence. For any number of threads. */
public final class Referrals {

    /** How many structures are asked at once, and about one version. */
    public static final int MOST = 300;

    private static final int AT_ONCE = 1_000;

    private final ReferralTable referrals;
    private final ReferralEventTable events;
    private final TextRegister texts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Calendar calendar;

    Referrals(
            JdbcClient jdbc,
            TextRegister texts,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Calendar calendar) {
        this.referrals = new ReferralTable(jdbc);
        this.events = new ReferralEventTable(jdbc);
        this.texts = texts;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.calendar = calendar;
    }

    /** Who was asked, and who had been before. */
    public record Asking(List<Referral> asked, List<Referral.Structure> before) {}

    /**
     * Asks structures about a version that is in consultation. Those that are asked already stay as
     * they are.
     *
     * @throws Fault {@link ObservationFault#NOT_TAKEN}, {@link ObservationFault#DEADLINE}, {@link
     *     ObservationFault#TOO_MANY}
     */
    public Asking ask(
            UUID account, UUID version, List<Referral.Structure> structures, Instant deadline) {
        return Objects.requireNonNull(
                transaction.execute(_ -> asked(account, version, structures, deadline)));
    }

    private Asking asked(
            UUID account, UUID id, List<Referral.Structure> structures, Instant deadline) {
        referrals.lockVersion(id);
        TextVersion version = texts.version(id);
        if (!(version instanceof TextVersion.Fixed fixed)
                || fixed.stage() != Stage.IN_CONSULTATION) {
            throw new Fault(ObservationFault.NOT_TAKEN, version.code());
        }
        Instant now = calendar.now();
        if (!deadline.isAfter(now)) {
            throw new Fault(ObservationFault.DEADLINE);
        }
        if (structures.size() + referrals.ofVersion(id).size() > MOST) {
            throw new Fault(ObservationFault.TOO_MANY, MOST);
        }
        List<Referral> asked = new ArrayList<>();
        List<Referral.Structure> before = new ArrayList<>();
        for (Referral.Structure structure : structures) {
            Referral.Head head =
                    new Referral.Head(ids.next(), id, structure, account, now, deadline);
            if (!referrals.insert(head)) {
                before.add(structure);
                continue;
            }
            events.append(head.id(), new ReferralEvent.Asked(now, account, deadline));
            news.publishEvent(
                    Act.done(
                            ObservationAct.ASKED,
                            Referral.subject(head.id()),
                            Map.of(
                                    "version", id.toString(),
                                    "structure", structure.id().toString(),
                                    "deadline", deadline.toString())));
            asked.add(new Referral.Awaited(head));
        }
        return new Asking(asked, before);
    }

    /**
     * Gives a structure more time. One whose silence was recorded is awaited again, and the silence
     * stays in its history.
     *
     * @throws Fault {@link ObservationFault#UNKNOWN}, {@link ObservationFault#NOT_TAKEN}, {@link
     *     ObservationFault#DEADLINE}
     */
    public Referral extend(UUID account, UUID id, Instant deadline, String reason) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            referrals.lockVersion(get(id).head().version());
                            Referral referral = lock(id);
                            TextVersion version = texts.version(referral.head().version());
                            if (!(version instanceof TextVersion.Fixed fixed)
                                    || fixed.stage() != Stage.IN_CONSULTATION) {
                                throw new Fault(ObservationFault.NOT_TAKEN, version.code());
                            }
                            Instant now = calendar.now();
                            if (!deadline.isAfter(now)
                                    || !deadline.isAfter(referral.head().deadline())) {
                                throw new Fault(ObservationFault.DEADLINE);
                            }
                            Referral after = extended(referral, deadline);
                            referrals.change(after);
                            events.append(
                                    id, new ReferralEvent.Extended(now, account, deadline, reason));
                            news.publishEvent(
                                    Act.done(
                                            ObservationAct.EXTENDED,
                                            Referral.subject(id),
                                            Map.of(
                                                    "deadline",
                                                    deadline.toString(),
                                                    "reason",
                                                    reason)));
                            return after;
                        }));
    }

    private static Referral extended(Referral referral, Instant deadline) {
        Referral.Head was = referral.head();
        Referral.Head head =
                new Referral.Head(
                        was.id(),
                        was.version(),
                        was.structure(),
                        was.askedBy(),
                        was.askedAt(),
                        deadline);
        return switch (referral) {
            case Referral.Awaited _, Referral.Silent _ -> new Referral.Awaited(head);
            case Referral.Received received ->
                    new Referral.Received(head, received.receipt(), received.at());
            case Referral.Nothing nothing ->
                    new Referral.Nothing(head, nothing.receipt(), nothing.at());
        };
    }

    /** Records the silence of all from whom nothing came before their deadline. */
    public int recordSilence() {
        int recorded = 0;
        for (UUID id : referrals.overdue(calendar.now(), AT_ONCE)) {
            recorded += Boolean.TRUE.equals(transaction.execute(_ -> silent(id))) ? 1 : 0;
        }
        return recorded;
    }

    /** Nobody is silent about a text that was taken back before they had to answer. */
    private boolean silent(UUID id) {
        referrals.lockVersion(get(id).head().version());
        Referral referral = lock(id);
        Instant deadline = referral.head().deadline();
        if (!(referral instanceof Referral.Awaited) || deadline.isAfter(calendar.now())) {
            return false;
        }
        TextVersion version = texts.version(referral.head().version());
        boolean gone =
                switch (version) {
                    case TextVersion.Withdrawn withdrawn -> withdrawn.since().isBefore(deadline);
                    case TextVersion.Superseded superseded -> superseded.since().isBefore(deadline);
                    case TextVersion.Draft _,
                            TextVersion.Abandoned _,
                            TextVersion.Fixed _,
                            TextVersion.Adopted _,
                            TextVersion.Noted _,
                            TextVersion.Published _ ->
                            false;
                };
        if (gone) {
            return false;
        }
        Instant now = calendar.now();
        referrals.change(new Referral.Silent(referral.head(), now));
        events.append(id, new ReferralEvent.Silent(now));
        news.publishEvent(
                Act.done(
                        ObservationAct.SILENT,
                        Referral.subject(id),
                        Map.of("deadline", deadline.toString())));
        return true;
    }

    /** Those that are awaited, what is due first. */
    List<Referral> awaited(int most) {
        return referrals.awaited(calendar.now(), most);
    }

    /** How many hours before its deadline each referral that is awaited was reminded last. */
    Map<UUID, Integer> told() {
        return events.told();
    }

    /**
     * Notes that a structure was reminded, if it is still awaited until then.
     *
     * @param hours before the deadline
     */
    void reminded(UUID id, Instant deadline, int hours) {
        transaction.executeWithoutResult(
                _ -> {
                    Referral referral = lock(id);
                    if (referral instanceof Referral.Awaited(Referral.Head head)
                            && head.deadline().equals(deadline)) {
                        events.append(
                                id, new ReferralEvent.Reminded(calendar.now(), hours, deadline));
                    }
                });
    }

    private Referral get(UUID id) {
        return referrals.find(id).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
    }

    private Referral lock(UUID id) {
        return referrals.lock(id).orElseThrow(() -> new Fault(ObservationFault.UNKNOWN));
    }
}

package org.danaya.mandates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.IncumbencyEnded;
import org.danaya.people.IncumbencyPassed;
import org.danaya.people.StructureEnded;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops mandates for a time or for good, whole or by a power; each time with a leaf in the public
 * log, and never back-dated.
 */
public class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final MandateTable mandates;
    private final Recording recording;
    private final Drafts drafts;
    private final Incumbencies incumbencies;
    private final UnaryOperator<UUID> persons;
    private final TransactionTemplate transaction;
    private final Days days;

    Endings(
            JdbcClient jdbc,
            Recording recording,
            Drafts drafts,
            Incumbencies incumbencies,
            UnaryOperator<UUID> persons,
            TransactionTemplate transaction,
            Days days) {
        this.mandates = new MandateTable(jdbc);
        this.recording = recording;
        this.drafts = drafts;
        this.incumbencies = incumbencies;
        this.persons = persons;
        this.transaction = transaction;
        this.days = days;
    }

    /**
     * Suspends a mandate in force.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}
     */
    public Mandate suspend(UUID id, UUID account, String reason) {
        return change(
                id,
                locked -> {
                    if (!(locked.mandate() instanceof Mandate.InForce)) {
                        throw locked.wrongState();
                    }
                    return recording.appendInPublic(
                            locked,
                            new MandateEvent.Suspended(locked.now(), account, reason),
                            MandateAct.SUSPENDED,
                            Map.of("reason", reason));
                });
    }

    /**
     * Ends a suspension; never of one's own mandate.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}, {@link
     *     MandateFault#OWN_MANDATE}
     */
    public Mandate resume(UUID id, UUID account) {
        return change(
                id,
                locked -> {
                    if (!(locked.mandate() instanceof Mandate.Suspended)) {
                        throw locked.wrongState();
                    }
                    if (locked.terms().person().equals(persons.apply(account))) {
                        throw new Fault(MandateFault.OWN_MANDATE);
                    }
                    return recording.appendInPublic(
                            locked,
                            new MandateEvent.Resumed(locked.now(), account),
                            MandateAct.RESUMED,
                            Map.of());
                });
    }

    /**
     * Revokes a mandate for good: one that is signed, in force or suspended.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}
     */
    public Mandate revoke(UUID id, UUID account, String reason) {
        return change(
                id,
                locked -> {
                    if (!isAlive(locked)) {
                        throw locked.wrongState();
                    }
                    return revoked(locked, Optional.of(account), Mandate.EndCause.DECIDED, reason);
                });
    }

    /**
     * Takes one power from a mandate for good; the mandate goes with its last one.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}, {@link MandateFault#WRONG_STATE}, {@link
     *     MandateFault#NO_SUCH_POWER}
     */
    public Mandate revoke(UUID id, UUID account, Power power, String reason) {
        return change(
                id,
                locked -> {
                    if (!(locked.mandate() instanceof Mandate.InForce)
                            && !(locked.mandate() instanceof Mandate.Suspended)) {
                        throw locked.wrongState();
                    }
                    Powers left = locked.mandate().left().powers();
                    if (!left.has(power)) {
                        throw new Fault(MandateFault.NO_SUCH_POWER);
                    }
                    if (left.without(Powers.of(power)).isEmpty()) {
                        return revoked(
                                locked, Optional.of(account), Mandate.EndCause.EMPTIED, reason);
                    }
                    return recording.appendInPublic(
                            locked,
                            new MandateEvent.PowerRevoked(locked.now(), account, power, reason),
                            MandateAct.POWER_REVOKED,
                            Map.of("power", power.code(), "reason", reason));
                });
    }

    /**
     * In the transaction that says who follows, before what was held ends: the same mandates for
     * the successor, drafted by whoever says so, wait for another person's approval and their
     * grantors' signatures. What is suspended, or what its grantor couldn't grant to the successor,
     * just ends.
     */
    @EventListener
    void passed(IncumbencyPassed news) {
        Incumbency successor = incumbencies.get(news.successor());
        for (UUID id : mandates.held(news.incumbency())) {
            Recording.Locked old = recording.lock(id);
            Period left = old.mandate().left().period();
            if ((old.mandate() instanceof Mandate.InForce
                            || old.mandate() instanceof Mandate.Signed)
                    && news.day().isBefore(left.until())) {
                pass(old, successor, left, news.day());
            }
        }
    }

    private void pass(Recording.Locked old, Incumbency successor, Period left, LocalDate day) {
        Terms terms = old.terms();
        LocalDate end = successor.until();
        LocalDate begin = day.isBefore(successor.from()) ? successor.from() : day;
        LocalDate from = left.from().isBefore(begin) ? begin : left.from();
        LocalDate until = end != null && end.isBefore(left.until()) ? end : left.until();
        if (!from.isBefore(until)) {
            return;
        }
        Drafts.Wish wish =
                new Drafts.Wish(
                        new Terms(
                                terms.kind(),
                                terms.structure(),
                                terms.grantor(),
                                successor.person().id(),
                                Optional.of(successor.id()),
                                old.mandate().left().powers(),
                                terms.scope(),
                                new Period(from, until),
                                terms.depth(),
                                terms.basis(),
                                Optional.empty(),
                                terms.group()),
                        "",
                        Optional.empty());
        UUID author =
                Actor.current() instanceof Actor.Person person
                        ? person.account()
                        : old.mandate().head().draftedBy();
        if (drafts.draft(author, wish) instanceof DraftOutcome.Drafted(Mandate.Head head)) {
            Recording.Locked drafted = recording.lock(head.id());
            Mandate waiting =
                    recording.append(
                            drafted,
                            new MandateEvent.Transferred(drafted.now(), old.id()),
                            MandateAct.TRANSFERRED,
                            Map.of("from", old.id().toString()));
            LOG.info("Mandate {} passes to {}, which is {}", old.id(), head.id(), waiting.code());
        }
    }

    /** In the transaction that ends the incumbency: what was held in that capacity ends with it. */
    @EventListener
    void ended(IncumbencyEnded news) {
        for (UUID id : mandates.held(news.incumbency())) {
            end(recording.lock(id), news.until(), Mandate.EndCause.INCUMBENCY_ENDED);
        }
    }

    /** In the transaction that ends the structure: nobody acts in its name any more. */
    @EventListener
    void ended(StructureEnded news) {
        for (UUID id : mandates.inNameOf(news.structure())) {
            end(recording.lock(id), news.until(), Mandate.EndCause.STRUCTURE_ENDED);
        }
    }

    private void end(Recording.Locked locked, LocalDate until, Mandate.EndCause cause) {
        Period period = locked.mandate().left().period();
        if (!until.isBefore(period.until())) {
            return;
        }
        if (!isAlive(locked)) {
            recording.append(
                    locked,
                    new MandateEvent.Withdrawn(locked.now(), Optional.empty(), cause.code()),
                    MandateAct.WITHDRAWN,
                    Map.of("cause", cause.code()));
        } else if (until.isAfter(days.today())
                && until.isAfter(period.from())
                && !(locked.mandate() instanceof Mandate.Signed)) {
            recording.appendInPublic(
                    locked,
                    new MandateEvent.Shortened(locked.now(), until, cause),
                    MandateAct.SHORTENED,
                    Map.of("until", until.toString(), "cause", cause.code()));
        } else {
            revoked(locked, Optional.empty(), cause, "");
        }
    }

    private Mandate revoked(
            Recording.Locked locked,
            Optional<UUID> account,
            Mandate.EndCause cause,
            String reason) {
        return recording.appendInPublic(
                locked,
                new MandateEvent.Revoked(locked.now(), account, cause, reason),
                MandateAct.REVOKED,
                reason.isEmpty()
                        ? Map.of("cause", cause.code())
                        : Map.of("cause", cause.code(), "reason", reason));
    }

    private static boolean isAlive(Recording.Locked locked) {
        return List.of(Mandate.Signed.class, Mandate.InForce.class, Mandate.Suspended.class)
                .contains(locked.mandate().getClass());
    }

    private Mandate change(UUID id, Function<Recording.Locked, Mandate> how) {
        return Objects.requireNonNull(transaction.execute(_ -> how.apply(recording.lock(id))));
    }
}

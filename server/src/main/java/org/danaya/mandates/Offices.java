package org.danaya.mandates;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The powers that go with positions: asked for by one person, recorded by another. */
public final class Offices {

    private final OfficeTable table;
    private final Positions positions;
    private final Granting granting;
    private final UnaryOperator<UUID> persons;
    private final Assertions assertions;
    private final Leaves leaves;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Days days;

    Offices(
            JdbcClient jdbc,
            Positions positions,
            Granting granting,
            UnaryOperator<UUID> persons,
            Assertions assertions,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Days days) {
        this.table = new OfficeTable(jdbc);
        this.positions = positions;
        this.granting = granting;
        this.persons = persons;
        this.assertions = assertions;
        this.leaves = leaves;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.days = days;
    }

    /**
     * What an office can grant changed, and so what everything below it is worth. Published in the
     * transaction that changes it.
     *
     * @param state the code of its state since then
     */
    public record Changed(UUID office, String state) {}

    /** What somebody asks to be recorded with a position. */
    public record Wish(
            UUID position, Powers powers, Scope scope, Period period, int depth, String basis) {}

    /** All that were ever asked for a structure's positions, the first one first. */
    public List<Office> ofStructure(UUID structure) {
        return table.ofStructure(structure);
    }

    /** Those of a structure's that gave a power for a day, as they were at an instant. */
    public List<Office> able(UUID structure, Power power, LocalDate day, Instant at) {
        return table.ofStructure(structure).stream()
                .filter(
                        office ->
                                office.worth(at)
                                        .filter(worth -> worth.holds(power, day))
                                        .isPresent())
                .toList();
    }

    /**
     * A page of those within a reach, the last one asked for first.
     *
     * @param state the code of an {@link Office.State}; empty for any
     * @param structure of this one only
     */
    public List<Office> list(
            Reach reach, String state, Optional<UUID> structure, long skipped, int most) {
        return table.list(reach, state, structure, skipped, most);
    }

    /** How many a list has. */
    public long count(Reach reach, String state, Optional<UUID> structure) {
        return table.count(reach, state, structure);
    }

    /** How many within a reach end within so many days. */
    public long ending(Reach reach, int within) {
        return table.ending(reach, days.today(), days.today().plusDays(within));
    }

    /** Whether one counts now, on this day: whether it can grant. */
    public boolean counts(Office office) {
        return office.worth(days.now()).filter(worth -> worth.holds(days.today())).isPresent();
    }

    /** All that were ever asked for a position. */
    public List<Office> ofPosition(UUID position) {
        return table.ofPosition(position);
    }

    /**
     * One of them.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE}
     */
    public Office get(UUID id) {
        return table.find(id).orElseThrow(() -> new Fault(MandateFault.UNKNOWN_OFFICE));
    }

    /** Asks that powers be recorded with a position. */
    public Office propose(UUID account, Wish wish) {
        Position position = positions.get(wish.position());
        Office office =
                new Office(
                        ids.next(),
                        position.id(),
                        position.structure(),
                        wish.powers(),
                        wish.scope(),
                        wish.period(),
                        wish.depth(),
                        wish.basis(),
                        account,
                        days.now(),
                        new Office.State.Proposed());
        transaction.executeWithoutResult(
                _ -> {
                    table.insert(office);
                    tell(office, MandateAct.OFFICE_PROPOSED, Map.of());
                });
        return office;
    }

    /** What the approving person confirms: the exact content. */
    public byte[] statement(Office office) {
        StringBuilder text = new StringBuilder("danaya office v1\n");
        text.append("office ").append(office.id()).append('\n');
        text.append("position ").append(office.position()).append('\n');
        text.append("structure ").append(office.structure()).append('\n');
        text.append("powers ").append(office.powers()).append('\n');
        office.scope().lines().forEach(line -> text.append("scope ").append(line).append('\n'));
        text.append("from ").append(office.period().from()).append('\n');
        text.append("until ").append(office.period().until()).append('\n');
        text.append("depth ").append(office.depth()).append('\n');
        text.append("basis ").append(office.basis().replaceAll("\\s+", " ")).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Records it: from now on the position's holder can grant.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE}, {@link MandateFault#WRONG_STATE}, {@link
     *     MandateFault#OWN_DRAFT}, {@link MandateFault#OWN_MANDATE}, {@link
     *     MandateFault#NOT_CONFIRMED}
     */
    public Office record(UUID id, UUID account, String challenge, String credential) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Office office = proposed(id, account);
                            UUID evidence =
                                    assertions.need(
                                            account,
                                            "office:" + id,
                                            statement(office),
                                            challenge,
                                            credential);
                            table.change(
                                    id, new Office.State.Recorded(account, days.now(), evidence));
                            publish(office, "recorded");
                            tell(
                                    office,
                                    MandateAct.OFFICE_RECORDED,
                                    Map.of("evidence", evidence.toString()));
                            return get(id);
                        }));
    }

    /**
     * Refuses it.
     *
     * @throws Fault as {@link #record}
     */
    public Office refuse(UUID id, UUID account, String reason) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Office office = proposed(id, account);
                            table.change(id, new Office.State.Refused(account, days.now(), reason));
                            tell(office, MandateAct.OFFICE_REFUSED, Map.of("reason", reason));
                            return get(id);
                        }));
    }

    /**
     * Ends it from now on: what was granted by it ends too.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE}, {@link MandateFault#WRONG_STATE}
     */
    public Office end(UUID id, UUID account, String reason) {
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            Office office = locked(id);
                            if (!(office.state() instanceof Office.State.Recorded before)) {
                                throw new Fault(MandateFault.WRONG_STATE, office.state().code());
                            }
                            table.change(
                                    id,
                                    new Office.State.Ended(account, days.now(), reason, before));
                            publish(office, "ended");
                            tell(office, MandateAct.OFFICE_ENDED, Map.of("reason", reason));
                            return get(id);
                        }));
    }

    /** Whether the person behind an account asked for it, by whatever account. */
    public boolean proposed(UUID account, Office office) {
        return granting.isSamePerson(account, office.proposedBy());
    }

    private Office proposed(UUID id, UUID account) {
        Office office = locked(id);
        if (!(office.state() instanceof Office.State.Proposed)) {
            throw new Fault(MandateFault.WRONG_STATE, office.state().code());
        }
        if (proposed(account, office)) {
            throw new Fault(MandateFault.OWN_DRAFT);
        }
        if (granting.holders(office.position()).contains(persons.apply(account))) {
            throw new Fault(MandateFault.OWN_MANDATE);
        }
        return office;
    }

    private Office locked(UUID id) {
        return table.lock(id).orElseThrow(() -> new Fault(MandateFault.UNKNOWN_OFFICE));
    }

    private void publish(Office office, String what) {
        leaves.append(
                new NewLeaf(
                        "mandates.office",
                        (new String(statement(office), StandardCharsets.UTF_8) + what + "\n")
                                .getBytes(StandardCharsets.UTF_8),
                        "mandates:office:" + office.id() + ":" + what,
                        true));
        news.publishEvent(new Changed(office.id(), what));
    }

    private void tell(Office office, MandateAct act, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put("position", office.position().toString());
        news.publishEvent(Act.done(act, "office:" + office.id(), facts));
    }
}

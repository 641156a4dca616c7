package org.danaya.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.danaya.access.AccountPersons;
import org.danaya.base.Fault;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What grantors can grant now, and who they are. */
final class Granting {

    private final Register register;
    private final MandateTable mandates;
    private final OfficeTable offices;
    private final EventTable events;
    private final Incumbencies incumbencies;
    private final AccountPersons persons;
    private final Days days;

    Granting(
            JdbcClient jdbc,
            Register register,
            Incumbencies incumbencies,
            UnaryOperator<UUID> persons,
            Days days) {
        this.register = register;
        this.mandates = new MandateTable(jdbc);
        this.offices = new OfficeTable(jdbc);
        this.events = new EventTable(jdbc);
        this.incumbencies = incumbencies;
        this.persons = new AccountPersons(persons);
        this.days = days;
    }

    /**
     * A grantor now.
     *
     * @param structure in whose name it grants
     * @param worth what it can grant
     * @param signers who may sign for it today: the office's holder and whoever stands in, or the
     *     mandate's holder
     * @param above everybody whom a mandate of this grantor may not be given to: its signers, those
     *     above it, and those who ever signed one of those above, such as somebody who stood in for
     *     the holder of the office then
     */
    record Given(UUID structure, Worth worth, Set<UUID> signers, Set<UUID> above) {}

    /**
     * Looks at a grantor, and keeps all above from changing until the transaction ends.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE}, {@link MandateFault#UNKNOWN}
     */
    Given locked(Grantor grantor) {
        switch (grantor) {
            case Grantor.OfOffice(UUID id) -> offices.share(id);
            case Grantor.OfMandate(UUID id) -> {
                List<UUID> chain = mandates.chain(id).stream().map(row -> row.head().id()).toList();
                mandates.share(chain);
                offices.share(register.get(id).office().id());
            }
        }
        return given(grantor);
    }

    Given given(Grantor grantor) {
        Instant now = days.now();
        return switch (grantor) {
            case Grantor.OfOffice(UUID id) -> {
                Office office = office(id);
                Set<UUID> holders = holders(office.position(), days.today());
                yield new Given(
                        office.structure(),
                        office.worth(now)
                                .orElseGet(
                                        () ->
                                                new Worth(
                                                        Powers.NONE,
                                                        office.scope(),
                                                        office.period(),
                                                        0,
                                                        Worth.Hold.REVOKED)),
                        holders,
                        holders);
            }
            case Grantor.OfMandate(UUID id) -> {
                Known known = register.get(id);
                Set<UUID> above = new HashSet<>(holders(known.office().position(), days.today()));
                known.chain().forEach(each -> above.add(each.head().terms().person()));
                events.signers(known.chain().stream().map(Mandate::id).toList())
                        .forEach(account -> persons.find(account).ifPresent(above::add));
                yield new Given(
                        known.head().terms().structure(),
                        known.worth(),
                        Set.of(known.head().terms().person()),
                        above);
            }
        };
    }

    /** Whether the same person is behind two accounts. */
    boolean isSamePerson(UUID account, UUID other) {
        return persons.areSame(account, other);
    }

    Office office(UUID id) {
        return offices.find(id).orElseThrow(() -> new Fault(MandateFault.UNKNOWN_OFFICE));
    }

    /**
     * Faults where terms go beyond what their grantor has now, and keeps it so until the
     * transaction ends.
     *
     * @throws Fault {@link MandateFault#BEYOND}
     */
    Given need(Terms terms) {
        Given given = locked(terms.grantor());
        terms.replaces().ifPresent(old -> mandates.share(List.of(old)));
        needReplaceable(terms);
        if (!objections(terms, given).isEmpty()) {
            throw new Fault(MandateFault.BEYOND);
        }
        return given;
    }

    /**
     * Faults where what terms would replace is over, another structure's or another grantor's.
     *
     * @throws Fault {@link MandateFault#NOT_REPLACEABLE}
     */
    void needReplaceable(Terms terms) {
        if (terms.replaces().isEmpty()) {
            return;
        }
        Known old = register.get(terms.replaces().get());
        boolean alive =
                old.mandate() instanceof Mandate.InForce
                        || old.mandate() instanceof Mandate.Suspended;
        if (!alive
                || !old.head().terms().structure().equals(terms.structure())
                || !old.head().terms().grantor().equals(terms.grantor())) {
            throw new Fault(MandateFault.NOT_REPLACEABLE);
        }
    }

    /**
     * Faults where terms are a place in a delegation that not exactly one person leads.
     *
     * @throws Fault {@link MandateFault#HEADS}
     */
    void needOneHead(Terms terms) {
        terms.group()
                .map(mandates::heads)
                .filter(count -> count != 1)
                .ifPresent(
                        count -> {
                            throw new Fault(MandateFault.HEADS, count);
                        });
    }

    /** Those who hold a position today, or stand in. */
    Set<UUID> holders(UUID position) {
        return holders(position, days.today());
    }

    /** All that stands against terms now. */
    List<Objection> objections(Terms terms, Given given) {
        List<Objection> objections = new ArrayList<>(given.worth().beyond(terms));
        if (!given.structure().equals(terms.structure())) {
            objections.add(new Objection.OfStructure());
        }
        if (given.above().contains(terms.person())) {
            objections.add(new Objection.OfSelf());
        }
        if (terms.kind() == MandateKind.SPOKESPERSON && !terms.powers().has(Power.SPEAK)) {
            objections.add(new Objection.OfSilence());
        }
        if (!terms.period().until().isAfter(days.today())) {
            objections.add(new Objection.OfPast());
        }
        if (terms.capacity().filter(id -> !fits(terms, incumbencies.get(id))).isPresent()) {
            objections.add(new Objection.OfCapacity());
        }
        return objections;
    }

    private static boolean fits(Terms terms, Incumbency capacity) {
        LocalDate until = capacity.until();
        return capacity.person().id().equals(terms.person())
                && !terms.period().from().isBefore(capacity.from())
                && (until == null || !terms.period().until().isAfter(until));
    }

    private Set<UUID> holders(UUID position, LocalDate day) {
        Set<UUID> holders = new HashSet<>();
        for (Optional<Incumbency> each :
                List.of(
                        incumbencies.holder(position, day),
                        incumbencies.actingHolder(position, day))) {
            each.ifPresent(incumbency -> holders.add(incumbency.person().id()));
        }
        return holders;
    }
}

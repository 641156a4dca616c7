package org.danaya.mandates;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.people.InWhoseName;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.verify.mandate.Power;

/** Answers by what a person may act in a structure's name: an office first, then a mandate. */
final class Bases implements InWhoseName {

    private final Register register;
    private final Offices offices;
    private final Incumbencies incumbencies;
    private final Days days;

    Bases(Register register, Offices offices, Incumbencies incumbencies, Days days) {
        this.register = register;
        this.offices = offices;
        this.incumbencies = incumbencies;
        this.days = days;
    }

    @Override
    public Optional<Basis> find(UUID person, UUID structure, Power power) {
        return offices.ofStructure(structure).stream()
                .filter(office -> counts(office, power))
                .filter(office -> holds(person, office.position()))
                .findFirst()
                .<Basis>map(office -> new Basis.Office(office.id()))
                .or(
                        () ->
                                register.basis(person, structure, power)
                                        .map(known -> new Basis.Mandate(known.head().id())));
    }

    private boolean counts(Office office, Power power) {
        return office.worth(days.now())
                .filter(worth -> worth.holds(power, days.today()))
                .isPresent();
    }

    private boolean holds(UUID person, UUID position) {
        LocalDate today = days.today();
        return Stream.of(
                        incumbencies.holder(position, today),
                        incumbencies.actingHolder(position, today))
                .flatMap(Optional::stream)
                .map(Incumbency::person)
                .anyMatch(holder -> holder.id().equals(person));
    }
}

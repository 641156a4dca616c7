package org.danaya.mandates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.page.Language;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName;
import org.danaya.people.Incumbency;
import org.danaya.people.Position;
import org.danaya.verify.mandate.Power;

/** Answers by what a person may act in structures' names: offices first, then mandates. */
final class Bases implements InWhoseName {

    private static final Comparator<Held> OPEN_FIRST =
            Comparator.comparing(held -> !held.basis().within().isEmpty());

    private final Register register;
    private final Offices offices;
    private final Drafts.People people;
    private final Days days;

    Bases(Register register, Offices offices, Drafts.People people, Days days) {
        this.register = register;
        this.offices = offices;
        this.people = people;
        this.days = days;
    }

    @Override
    public List<Held> held(UUID person, Power power, About about) {
        return Stream.concat(
                        offices(person, power, about).sorted(OPEN_FIRST),
                        mandates(person, power, about).sorted(OPEN_FIRST))
                .toList();
    }

    @Override
    public boolean isNeeded(UUID structure, Power power) {
        return offices.ofStructure(structure).stream()
                .filter(
                        office ->
                                office.state() instanceof Office.State.Recorded
                                        || office.state() instanceof Office.State.Ended)
                .anyMatch(office -> office.powers().has(power));
    }

    private Stream<Held> offices(UUID person, Power power, About about) {
        List<Held> held = new ArrayList<>();
        for (Incumbency incumbency : people.incumbencies().ofPerson(person)) {
            if (incumbency.holds(days.today())) {
                Position position = people.positions().get(incumbency.position());
                offices.ofPosition(position.id()).stream()
                        .filter(office -> counts(office, power))
                        .flatMap(office -> held(office, position, incumbency, about).stream())
                        .forEach(held::add);
            }
        }
        return held.stream();
    }

    private Optional<Held> held(
            Office office, Position position, Incumbency incumbency, About about) {
        return unsaid(office.scope(), about)
                .map(
                        within ->
                                new Held(
                                        new Basis.Office(office.id(), office.structure(), within),
                                        people.structures()
                                                .get(office.structure())
                                                .name(Language.FRENCH),
                                        position.title(Language.FRENCH, incumbency.form()),
                                        office.period().until()));
    }

    private Stream<Held> mandates(UUID person, Power power, About about) {
        return register.of(person).stream()
                .filter(known -> known.holds(power))
                .flatMap(known -> held(known, about).stream());
    }

    private static Optional<Held> held(Known known, About about) {
        Mandate.Head head = known.head();
        return unsaid(known.worth().scope(), about)
                .map(
                        within ->
                                new Held(
                                        new Basis.Mandate(
                                                head.id(),
                                                head.terms().structure(),
                                                within,
                                                head.number()),
                                        head.names().structure(),
                                        head.names().function(),
                                        known.worth().period().until()));
    }

    /**
     * The limits about which an act is silent, as lines of a scope.
     *
     * @return nothing where the act lies outside a limit
     */
    private static Optional<List<String>> unsaid(Scope scope, About about) {
        List<String> unsaid = new ArrayList<>();
        for (Scope.Side side : Scope.Side.values()) {
            String said = about.said().get(side.code());
            if (said == null) {
                scope.limit(side).codes().forEach(code -> unsaid.add(side.code() + " " + code));
            } else if (!scope.limit(side).covers(said)) {
                return Optional.empty();
            }
        }
        if (scope.most().isPresent()) {
            Amount most = scope.most().get();
            if (about.engaged().isEmpty()) {
                unsaid.add(Scope.MOST + " " + most);
            } else if (!about.engaged()
                    .filter(money -> new Amount(money.units(), money.currency()).within(most))
                    .isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(unsaid);
    }

    private boolean counts(Office office, Power power) {
        return office.worth(days.now())
                .filter(worth -> worth.holds(power, days.today()))
                .isPresent();
    }
}

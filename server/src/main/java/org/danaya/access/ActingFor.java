package org.danaya.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName;
import org.danaya.people.InWhoseName.About;
import org.danaya.people.InWhoseName.Held;
import org.danaya.verify.mandate.Power;

/**
 * In whose name accounts act, for what lets people sign, seal and approve; and where nobody acts
 * without an office or a mandate.
 */
public final class ActingFor {

    private final InWhoseName register;
    private final AccountPersons persons;
    private final Agency agency;

    /** Which structure runs the installation, where the operator said so. */
    @FunctionalInterface
    interface Agency {

        Optional<UUID> structure();
    }

    ActingFor(InWhoseName register, AccountPersons persons, Agency agency) {
        this.register = register;
        this.persons = persons;
        this.agency = agency;
    }

    /** Whether the same person is behind two accounts: one that was closed, and another since. */
    public boolean isSamePerson(UUID account, UUID other) {
        return persons.areSame(account, other);
    }

    /** All by which an account may do something now, in any structure's name. */
    public List<Held> all(UUID account, Power power) {
        return register.held(persons.get(account), power, About.NOTHING);
    }

    /** One of {@link #all}, by the id of the office or the mandate. */
    public Optional<Held> find(UUID account, Power power, UUID basis) {
        return all(account, power).stream()
                .filter(held -> held.basis().id().equals(basis))
                .findFirst();
    }

    /**
     * What an act rests on that its author sees and confirms, limits and all.
     *
     * @return nothing where nothing lets the account do it, and nothing needs to
     * @throws Fault {@link AccessFault#NO_BASIS}
     */
    public Optional<Held> confirmed(UUID account, UUID structure, Power power, About about) {
        return needed(structure, power, inNameOf(account, structure, power, about));
    }

    /**
     * What an act rests on that nobody looks at: what has limits that the act is silent about
     * doesn't count.
     *
     * @return as {@link #confirmed}
     * @throws Fault {@link AccessFault#NO_BASIS}
     */
    public Optional<Held> unseen(UUID account, UUID structure, Power power, About about) {
        return needed(
                structure,
                power,
                inNameOf(account, structure, power, about)
                        .filter(held -> held.basis().within().isEmpty()));
    }

    /**
     * What an approval in the name of the structure that runs the installation rests on.
     *
     * @return nothing where the operator didn't say which that is, or nothing needs to
     * @throws Fault {@link AccessFault#NO_BASIS}
     */
    public Optional<Held> agency(UUID account, About about) {
        return agency.structure()
                .flatMap(structure -> confirmed(account, structure, Power.SIGN, about));
    }

    /** The same; nothing where something is needed and missing. */
    public Optional<Held> agencyIfAny(UUID account, About about) {
        return agency.structure()
                .flatMap(structure -> inNameOf(account, structure, Power.SIGN, about));
    }

    private Optional<Held> inNameOf(UUID account, UUID structure, Power power, About about) {
        return register.held(persons.get(account), power, about).stream()
                .filter(held -> held.basis().structure().equals(structure))
                .findFirst();
    }

    private Optional<Held> needed(UUID structure, Power power, Optional<Held> found) {
        if (found.isEmpty() && register.isNeeded(structure, power)) {
            throw new Fault(AccessFault.NO_BASIS, power.code());
        }
        return found;
    }

    /** What the journal is told of a basis: {@code none} where there is none. */
    public static String fact(Optional<Basis> basis) {
        return basis.map(Basis::subject).orElse("none");
    }
}

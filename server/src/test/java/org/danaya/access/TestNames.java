package org.danaya.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.people.InWhoseName;
import org.danaya.verify.mandate.Power;

/** In whose name accounts act, as tests say it: a person is their account. */
public final class TestNames implements InWhoseName {

    /** What everybody holds. */
    public final List<Held> held = new ArrayList<>();

    /** The structures in whose name nobody acts without. */
    public final Set<UUID> needed = new HashSet<>();

    /** The structure that runs the installation. */
    public Optional<UUID> agency = Optional.empty();

    /** The person of those accounts that aren't their person's only one. */
    public final Map<UUID, UUID> persons = new HashMap<>();

    /** For the modules that ask. */
    public final ActingFor acting =
            new ActingFor(
                    this,
                    new AccountPersons(account -> persons.getOrDefault(account, account)),
                    () -> agency);

    /** Nobody holds anything, and nothing is needed. */
    public static ActingFor nobody() {
        return new TestNames().acting;
    }

    @Override
    public List<Held> held(UUID person, Power power, About about) {
        return List.copyOf(held);
    }

    @Override
    public boolean isNeeded(UUID structure, Power power) {
        return needed.contains(structure);
    }

    /** Whether a fault is the one of what is missing. */
    public static boolean isMissing(Throwable fault) {
        return fault instanceof Fault told && told.code() == AccessFault.NO_BASIS;
    }
}

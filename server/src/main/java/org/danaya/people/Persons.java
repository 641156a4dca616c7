package org.danaya.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The persons that structures know by name. */
@Component
public class Persons {

    private static final int MOST_CHARACTERS = 120;

    private final PersonTable table;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Persons(
            PersonTable table,
            Ids ids,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.ids = ids;
        this.transactions = transactions;
        this.events = events;
    }

    /** A person, if there is one with this id. */
    public Optional<Person> find(UUID id) {
        return table.find(id);
    }

    /** A person; faults with {@code people.person-unknown} if there is none. */
    public Person get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(PeopleFault.PERSON_UNKNOWN, id));
    }

    /** How many have these words in their name. */
    public int count(String text) {
        return table.count(text);
    }

    /** Those that have these words in their name, by family name. */
    public List<Person> list(String text, int skipped, int most) {
        return table.list(text, skipped, most);
    }

    /** What {@link #register} would refuse now. Writes nothing. */
    public List<Problem> check(String givenNames, String familyName) {
        Checks checks = new Checks();
        checked(checks, ids.next(), 1, givenNames, familyName);
        return checks.problems();
    }

    /** Whether somebody has this name, whatever case and accents. */
    public boolean known(String givenNames, String familyName) {
        return !table.homonyms(checked(new Checks(), ids.next(), 1, givenNames, familyName))
                .isEmpty();
    }

    /**
     * Registers a person.
     *
     * @param homonymKnown whether the caller has seen that others have the same name
     */
    public PersonOutcome register(String givenNames, String familyName, boolean homonymKnown) {
        Checks checks = new Checks();
        Person person = checked(checks, ids.next(), 1, givenNames, familyName);
        if (!checks.sound()) {
            return new PersonOutcome.Refused(checks.problems());
        }
        return transactions.execute(
                _ -> {
                    List<Person> others = table.homonyms(person);
                    if (!others.isEmpty() && !homonymKnown) {
                        return new PersonOutcome.Homonyms(others);
                    }
                    table.insert(person);
                    tell(PeopleAct.PERSON_REGISTERED, person);
                    return new PersonOutcome.Recorded(person);
                });
    }

    /**
     * Changes a person's name.
     *
     * @param version the version that the change began from
     */
    public PersonOutcome change(UUID id, int version, String givenNames, String familyName) {
        Person before = get(id);
        Checks checks = new Checks();
        Person after = checked(checks, id, version + 1, givenNames, familyName);
        if (!checks.sound()) {
            return new PersonOutcome.Refused(checks.problems());
        }
        if (before.version() == version && before.name().equals(after.name())) {
            return new PersonOutcome.Recorded(before);
        }
        return transactions.execute(
                _ -> {
                    if (!table.update(after)) {
                        return new PersonOutcome.Stale(get(id));
                    }
                    tell(PeopleAct.PERSON_CHANGED, after);
                    return new PersonOutcome.Recorded(after);
                });
    }

    private static Person checked(
            Checks checks, UUID id, int version, String givenNames, String familyName) {
        return new Person(
                id,
                version,
                checks.needed("given-names", givenNames, MOST_CHARACTERS),
                checks.needed("family-name", familyName, MOST_CHARACTERS));
    }

    /** A name is personal: the journal gets the id alone. */
    private void tell(PeopleAct act, Person person) {
        String version = Integer.toString(person.version());
        events.publishEvent(Act.done(act, "person:" + person.id(), Map.of("version", version)));
    }
}

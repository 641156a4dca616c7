package org.danaya.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.people.draft.Checks;
import org.danaya.people.draft.Problem;
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

    /** The others who have a person's name, whatever case and accents; at most 20. */
    public List<Person> homonyms(UUID id) {
        return table.homonyms(get(id));
    }

    /**
     * Whether a right of whoever acts here reaches a person. A right for the whole platform reaches
     * everybody. One for some structures reaches whoever holds a position, today or later, in these
     * and in no other; and whoever holds none, if it was the one who acts that registered them.
     */
    public boolean reached(Right right, UUID id) {
        Rights rights = Rights.current();
        if (rights.holdEverywhere(right)) {
            return true;
        }
        Set<UUID> structures = table.structures(id);
        return structures.isEmpty()
                ? rights.hold(right) && registeredHere(id)
                : structures.stream().allMatch(each -> rights.hold(right, each));
    }

    /** Faults with {@code people.person-out-of-reach} unless a right reaches a person. */
    public void need(Right right, UUID id) {
        get(id);
        if (!reached(right, id)) {
            throw new Fault(PeopleFault.PERSON_OUT_OF_REACH);
        }
    }

    /**
     * Faults unless whoever acts here may appoint a person. Whoever holds a position elsewhere can
     * be appointed: that brings them within no reach. Whoever holds none would come within it.
     */
    public void needToAppoint(UUID id) {
        if (table.structures(id).isEmpty()) {
            need(Right.MANAGE_STRUCTURES, id);
        }
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
                    tell(PeopleAct.PERSON_REGISTERED, person, "homonyms-confirmed", others);
                    return new PersonOutcome.Recorded(person);
                });
    }

    /**
     * Registers somebody who says their own name, and whom nobody can ask about others who have it:
     * the journal says how many these are.
     */
    public PersonOutcome registerNewcomer(String givenNames, String familyName) {
        Checks checks = new Checks();
        Person person = checked(checks, ids.next(), 1, givenNames, familyName);
        if (!checks.sound()) {
            return new PersonOutcome.Refused(checks.problems());
        }
        return transactions.execute(
                _ -> {
                    List<Person> others = table.homonyms(person);
                    table.insert(person);
                    tell(PeopleAct.PERSON_REGISTERED, person, "homonyms", others);
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
                    tell(PeopleAct.PERSON_CHANGED, after, "homonyms", table.homonyms(after));
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

    private boolean registeredHere(UUID id) {
        return Actor.current() instanceof Actor.Person who
                && table.registeredBy(id).filter(who.account()::equals).isPresent();
    }

    /** A name is personal: the journal gets the id alone, and how many others have it. */
    private void tell(PeopleAct act, Person person, String fact, List<Person> homonyms) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", Integer.toString(person.version()));
        if (!homonyms.isEmpty()) {
            facts.put(fact, Integer.toString(homonyms.size()));
        }
        events.publishEvent(Act.done(act, "person:" + person.id(), facts));
    }
}

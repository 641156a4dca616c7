package org.danaya.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.people.draft.Checks;
import org.danaya.people.draft.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The positions of structures. */
@Component
public class Positions {

    /** How many positions a structure may have, ended ones counted. */
    static final int MOST = 1_000;

    private final PositionTable table;
    private final StructureTable structures;
    private final Incumbencies incumbencies;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Positions(
            PositionTable table,
            StructureTable structures,
            Incumbencies incumbencies,
            Ids ids,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.structures = structures;
        this.incumbencies = incumbencies;
        this.ids = ids;
        this.transactions = transactions;
        this.events = events;
    }

    /** A position, if there is one with this id. */
    public Optional<Position> find(UUID id) {
        return table.find(id);
    }

    /** A position; faults with {@code people.position-unknown} if there is none. */
    public Position get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(PeopleFault.POSITION_UNKNOWN, id));
    }

    /** The positions of a structure, ended ones too, in the order in which they were recorded. */
    public List<Position> of(UUID structure) {
        return table.of(structure);
    }

    /** What {@link #create} would refuse now. Writes nothing. */
    public List<Problem> check(UUID structure, Draft typed) {
        Checks checks = new Checks();
        checked(checks, ids.next(), structure, 1, typed, null, owner(structure));
        return checks.problems();
    }

    /** Creates a position of a structure. */
    public PositionOutcome create(UUID structure, Draft typed) {
        return transactions.execute(
                _ -> {
                    structures.lock();
                    Structure owner = owner(structure);
                    if (table.of(structure).size() >= MOST) {
                        throw new Fault(PeopleFault.TOO_MANY, MOST);
                    }
                    Checks checks = new Checks();
                    Position position =
                            checked(checks, ids.next(), structure, 1, typed, null, owner);
                    if (!checks.sound()) {
                        return new PositionOutcome.Refused(checks.problems());
                    }
                    table.insert(position);
                    tell(PeopleAct.POSITION_CREATED, position);
                    return new PositionOutcome.Recorded(position);
                });
    }

    /**
     * Changes a position's titles, act or beginning.
     *
     * @param version the version that the change began from
     */
    public PositionOutcome change(UUID id, int version, Draft typed) {
        return transactions.execute(
                _ -> {
                    Position before = locked(id);
                    Checks checks = new Checks();
                    Position after =
                            checked(
                                    checks,
                                    id,
                                    before.structure(),
                                    version + 1,
                                    typed,
                                    before.until(),
                                    owner(before.structure()));
                    holdersWithin(checks, after);
                    if (before.version() != version) {
                        return new PositionOutcome.Stale(before);
                    }
                    if (!checks.sound()) {
                        return new PositionOutcome.Refused(checks.problems());
                    }
                    table.update(after);
                    tell(PeopleAct.POSITION_CHANGED, after);
                    return new PositionOutcome.Recorded(after);
                });
    }

    /**
     * Ends a position, and with it the incumbencies that last longer.
     *
     * @param until the first day on which it doesn't exist any more, as typed
     */
    public PositionOutcome end(UUID id, int version, String until, String act) {
        return transactions.execute(
                _ -> {
                    Position before = locked(id);
                    Checks checks = new Checks();
                    LocalDate day = ending(checks, before, until, act);
                    if (before.version() != version) {
                        return new PositionOutcome.Stale(before);
                    }
                    return checks.sound()
                            ? new PositionOutcome.Recorded(
                                    end(
                                            before,
                                            day,
                                            new Checks().needed("act", act, Checks.REFERENCE),
                                            Incumbency.EndCause.POSITION_ENDED))
                            : new PositionOutcome.Refused(checks.problems());
                });
    }

    /** What {@link #end} would refuse now. Writes nothing. */
    public List<Problem> checkEnd(UUID id, String until, String act) {
        Checks checks = new Checks();
        ending(checks, get(id), until, act);
        return checks.problems();
    }

    private static LocalDate ending(Checks checks, Position before, String until, String act) {
        LocalDate day = checks.neededDate("until", until);
        checks.needed("act", act, Checks.REFERENCE);
        LocalDate already = before.until();
        LocalDate from = before.from();
        if (checks.sound() && already != null) {
            checks.refuse("until", PeopleFault.POSITION_ENDED, already);
        } else if (checks.sound() && from != null && day.isBefore(from)) {
            checks.refuse("until", PeopleFault.END_BEFORE_START, from);
        }
        return day;
    }

    /** Ends all of a structure's positions that last beyond a day, as the structure ends on it. */
    void endAll(UUID structure, LocalDate day, String act) {
        table.of(structure).stream()
                .filter(position -> position.until() == null || position.until().isAfter(day))
                .map(position -> locked(position.id()))
                .forEach(position -> end(position, day, act, Incumbency.EndCause.STRUCTURE_ENDED));
    }

    private Position end(Position before, LocalDate day, String act, Incumbency.EndCause cause) {
        LocalDate from = before.from();
        LocalDate until = from != null && day.isBefore(from) ? from : day;
        Position after =
                new Position(
                        before.id(),
                        before.structure(),
                        before.version() + 1,
                        before.titleFr(),
                        before.titleFrFeminine(),
                        before.titleEn(),
                        before.basisAct(),
                        from,
                        until);
        table.update(after);
        incumbencies.endAll(after, until, act, cause);
        tell(PeopleAct.POSITION_ENDED, after);
        return after;
    }

    private static Position checked(
            Checks checks,
            UUID id,
            UUID structure,
            int version,
            Draft typed,
            @Nullable LocalDate until,
            Structure owner) {
        String titleFr = checks.needed("title-fr", typed.titleFr(), Checks.NAME);
        LocalDate from = checks.date("from", typed.from());
        LocalDate ownersEnd = owner.details().until();
        if (until == null && ownersEnd != null) {
            checks.refuse("title-fr", PeopleFault.STRUCTURE_ENDED, ownersEnd);
        }
        if (from != null && until != null && from.isAfter(until)) {
            checks.refuse("from", PeopleFault.END_BEFORE_START, from);
        }
        return new Position(
                id,
                structure,
                version,
                titleFr,
                checks.optional("title-fr-feminine", typed.titleFrFeminine(), Checks.NAME),
                checks.optional("title-en", typed.titleEn(), Checks.NAME),
                checks.optional("basis-act", typed.basisAct(), Checks.REFERENCE),
                from,
                until);
    }

    private void holdersWithin(Checks checks, Position position) {
        LocalDate from = position.from();
        if (from != null) {
            incumbencies.of(position.id()).stream()
                    .filter(incumbency -> incumbency.from().isBefore(from))
                    .findFirst()
                    .ifPresent(
                            incumbency ->
                                    checks.refuse("from", PeopleFault.OCCUPIED, incumbency.from()));
        }
    }

    private Position locked(UUID id) {
        return table.lock(id).orElseThrow(() -> new Fault(PeopleFault.POSITION_UNKNOWN, id));
    }

    private Structure owner(UUID structure) {
        return structures
                .find(structure)
                .orElseThrow(() -> new Fault(PeopleFault.STRUCTURE_UNKNOWN, structure));
    }

    private void tell(PeopleAct act, Position position) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("structure", position.structure().toString());
        facts.put("title", position.titleFr());
        facts.put("version", Integer.toString(position.version()));
        if (position.until() != null) {
            facts.put("until", position.until().toString());
        }
        events.publishEvent(Act.done(act, "position:" + position.id(), facts));
    }

    /** What somebody typed about a position, as typed. */
    public record Draft(
            String titleFr, String titleFrFeminine, String titleEn, String basisAct, String from) {}
}

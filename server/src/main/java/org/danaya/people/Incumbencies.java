package org.danaya.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Who holds which position, from when to when. */
@Component
public class Incumbencies {

    private final IncumbencyTable table;
    private final PositionTable positions;
    private final PersonTable persons;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Incumbencies(
            IncumbencyTable table,
            PositionTable positions,
            PersonTable persons,
            Ids ids,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.positions = positions;
        this.persons = persons;
        this.ids = ids;
        this.transactions = transactions;
        this.events = events;
    }

    /** An incumbency; faults with {@code people.incumbency-unknown} if there is none. */
    public Incumbency get(UUID id) {
        return table.find(id).orElseThrow(() -> new Fault(PeopleFault.INCUMBENCY_UNKNOWN, id));
    }

    /** All that were ever recorded of a position, the last one first. */
    public List<Incumbency> of(UUID position) {
        return table.of(position);
    }

    /** All that were ever recorded of a person, the last one first. */
    public List<Incumbency> ofPerson(UUID person) {
        return table.ofPerson(person);
    }

    /** Who holds a position on a day, if anybody does; who stands in isn't counted. */
    public Optional<Incumbency> holder(UUID position, LocalDate day) {
        return table.overlapping(position, false, day, day.plusDays(1)).stream().findFirst();
    }

    /** Who stands in for the holder of a position on a day, if anybody does. */
    public Optional<Incumbency> actingHolder(UUID position, LocalDate day) {
        return table.overlapping(position, true, day, day.plusDays(1)).stream().findFirst();
    }

    /** Who held a position on a day and who stood in, as far as was recorded at an instant. */
    public List<Incumbency> holders(UUID position, LocalDate day, Instant known) {
        return table.known(position, day, known);
    }

    /** What {@link #appoint} would answer now. Writes nothing. */
    public IncumbencyOutcome check(Appointment typed) {
        return checked(
                typed,
                positions
                        .find(typed.position())
                        .orElseThrow(
                                () -> new Fault(PeopleFault.POSITION_UNKNOWN, typed.position())));
    }

    /** Appoints a person to a position, or charges them with it in the meantime. */
    public IncumbencyOutcome appoint(Appointment typed) {
        return appoint(typed, false);
    }

    /**
     * The same, saying what becomes of what the one who leaves held in that capacity.
     *
     * @param passing whether it passes to the one who comes, as far as whoever gave it agrees; it
     *     ends otherwise
     */
    public IncumbencyOutcome appoint(Appointment typed, boolean passing) {
        return transactions.execute(_ -> appointed(typed, passing));
    }

    /**
     * Records the end of an incumbency. An end that is recorded already can be brought forward.
     *
     * @param version the version that the change began from
     * @param until the first day on which the person doesn't hold the position any more, as typed
     * @param act the reference of the act that ends it, as typed; may be empty
     */
    public IncumbencyOutcome end(UUID id, int version, String until, String act) {
        return end(id, version, until, act, Optional.empty());
    }

    /**
     * The same, saying what becomes of what was held in that capacity.
     *
     * @param successor another incumbency of the same position to whose holder it passes, as far as
     *     whoever gave it agrees; it ends otherwise
     */
    public IncumbencyOutcome end(
            UUID id, int version, String until, String act, Optional<UUID> successor) {
        return transactions.execute(_ -> ended(id, version, until, act, successor));
    }

    /** Those of the same position to whom what is held in an incumbency can pass, on some day. */
    public List<Incumbency> successors(Incumbency leaving, LocalDate today) {
        return table.of(leaving.position()).stream()
                .filter(each -> !each.id().equals(leaving.id()))
                .filter(each -> !each.person().id().equals(leaving.person().id()))
                .filter(each -> !each.endedOn(today))
                .toList();
    }

    /** What {@link #end} would refuse now. Writes nothing. */
    public List<Problem> checkEnd(UUID id, String until, String act, Optional<UUID> successor) {
        Checks checks = new Checks();
        ending(checks, get(id), until, act, successor);
        return checks.problems();
    }

    private LocalDate ending(
            Checks checks,
            Incumbency current,
            String typedUntil,
            String typedAct,
            Optional<UUID> successor) {
        LocalDate until = checks.neededDate("until", typedUntil);
        checks.optional("act", typedAct, Checks.REFERENCE);
        LocalDate already = current.until();
        if (checks.sound() && until.isBefore(current.from())) {
            checks.refuse("until", PeopleFault.END_BEFORE_START, current.from());
        } else if (checks.sound() && already != null && !until.isBefore(already)) {
            checks.refuse("until", PeopleFault.INCUMBENCY_ENDED, already);
        }
        if (checks.sound()) {
            successor
                    .map(this::get)
                    .filter(
                            next ->
                                    !next.position().equals(current.position())
                                            || next.id().equals(current.id())
                                            || !next.holds(until))
                    .ifPresent(
                            next ->
                                    checks.refuse(
                                            "successor",
                                            PeopleFault.NO_SUCCESSOR,
                                            next.person().name(),
                                            until));
        }
        return until;
    }

    /** Ends all that last beyond a day, as the position ends on it. */
    void endAll(Position position, LocalDate day, String act, Incumbency.EndCause cause) {
        table.lasting(position.id(), day)
                .forEach(incumbency -> end(incumbency, position, day, act, cause));
    }

    private IncumbencyOutcome appointed(Appointment typed, boolean passing) {
        Position position =
                positions
                        .lock(typed.position())
                        .orElseThrow(
                                () -> new Fault(PeopleFault.POSITION_UNKNOWN, typed.position()));
        return switch (checked(typed, position)) {
            case IncumbencyOutcome.Recorded(Incumbency incumbency) -> {
                List<Incumbency> leaving =
                        others(typed, incumbency).stream()
                                .map(
                                        other ->
                                                close(
                                                        other,
                                                        incumbency.from(),
                                                        incumbency.act(),
                                                        Incumbency.EndCause.REPLACED))
                                .toList();
                table.insert(incumbency);
                if (passing) {
                    leaving.forEach(
                            other ->
                                    events.publishEvent(
                                            new IncumbencyPassed(
                                                    other.id(),
                                                    incumbency.id(),
                                                    incumbency.from())));
                }
                leaving.forEach(other -> tellClosed(other, position, Incumbency.EndCause.REPLACED));
                PeopleAct act =
                        typed.acting() ? PeopleAct.ACTING_BEGUN : PeopleAct.INCUMBENCY_BEGUN;
                tell(act, incumbency, position);
                if (incumbency.until() != null) {
                    tellEnd(incumbency, position, incumbency.until(), Incumbency.EndCause.ENDED);
                }
                yield new IncumbencyOutcome.Recorded(incumbency);
            }
            case IncumbencyOutcome.Refused refused -> refused;
            case IncumbencyOutcome.Occupied occupied -> occupied;
            case IncumbencyOutcome.Stale stale -> stale;
        };
    }

    /** What would be recorded, and what stands against it. */
    private IncumbencyOutcome checked(Appointment typed, Position position) {
        Person person =
                persons.find(typed.person())
                        .orElseThrow(() -> new Fault(PeopleFault.PERSON_UNKNOWN, typed.person()));
        Checks checks = new Checks();
        Incumbency incumbency = checked(checks, typed, person);
        if (checks.sound()) {
            within(checks, position, incumbency);
        }
        if (!checks.sound()) {
            return new IncumbencyOutcome.Refused(checks.problems());
        }
        return others(typed, incumbency).stream()
                .filter(other -> !typed.replacing() || !other.from().isBefore(incumbency.from()))
                .findFirst()
                .<IncumbencyOutcome>map(IncumbencyOutcome.Occupied::new)
                .orElseGet(() -> new IncumbencyOutcome.Recorded(incumbency));
    }

    private List<Incumbency> others(Appointment typed, Incumbency incumbency) {
        return table.overlapping(
                typed.position(), typed.acting(), incumbency.from(), incumbency.until());
    }

    private Incumbency checked(Checks checks, Appointment typed, Person person) {
        Position.TitleForm form = Position.TitleForm.read(typed.form()).orElse(null);
        if (form == null) {
            checks.refuse("form", PeopleFault.CHOICE_UNKNOWN, Checks.shown(typed.form()));
        }
        LocalDate from = checks.neededDate("from", typed.from());
        LocalDate until = checks.date("until", typed.until());
        if (until != null && !until.isAfter(from)) {
            checks.refuse("until", PeopleFault.END_BEFORE_START, from);
        }
        return new Incumbency(
                ids.next(),
                typed.position(),
                person,
                1,
                typed.acting(),
                form == null ? Position.TitleForm.MASCULINE : form,
                from,
                until,
                checks.needed("act", typed.act(), Checks.REFERENCE),
                null,
                until == null ? null : Incumbency.EndCause.ENDED);
    }

    private static void within(Checks checks, Position position, Incumbency incumbency) {
        LocalDate first = position.from();
        LocalDate end = position.until();
        if (first != null && incumbency.from().isBefore(first)) {
            checks.refuse("from", PeopleFault.OUTSIDE_POSITION, first, shown(end));
        } else if (end != null && !incumbency.from().isBefore(end)) {
            checks.refuse("from", PeopleFault.POSITION_ENDED, end);
        } else if (end != null && (incumbency.until() == null || incumbency.until().isAfter(end))) {
            checks.refuse("until", PeopleFault.OUTSIDE_POSITION, shown(first), end);
        }
    }

    private IncumbencyOutcome ended(
            UUID id, int version, String typedUntil, String typedAct, Optional<UUID> successor) {
        Incumbency known = get(id);
        Position position =
                positions
                        .lock(known.position())
                        .orElseThrow(
                                () -> new Fault(PeopleFault.POSITION_UNKNOWN, known.position()));
        Incumbency current = get(id);
        Checks checks = new Checks();
        LocalDate until = ending(checks, current, typedUntil, typedAct, successor);
        String act = new Checks().optional("act", typedAct, Checks.REFERENCE);
        if (current.version() != version) {
            return new IncumbencyOutcome.Stale(current);
        }
        if (!checks.sound()) {
            return new IncumbencyOutcome.Refused(checks.problems());
        }
        Incumbency closed = close(current, until, act, Incumbency.EndCause.ENDED);
        successor.ifPresent(next -> events.publishEvent(new IncumbencyPassed(id, next, until)));
        tellClosed(closed, position, Incumbency.EndCause.ENDED);
        return new IncumbencyOutcome.Recorded(closed);
    }

    private Incumbency end(
            Incumbency incumbency,
            Position position,
            LocalDate day,
            @Nullable String act,
            Incumbency.EndCause cause) {
        Incumbency ended = close(incumbency, day, act, cause);
        tellClosed(ended, position, cause);
        return ended;
    }

    private Incumbency close(
            Incumbency incumbency, LocalDate day, @Nullable String act, Incumbency.EndCause cause) {
        LocalDate until = day.isBefore(incumbency.from()) ? incumbency.from() : day;
        Incumbency ended =
                new Incumbency(
                        incumbency.id(),
                        incumbency.position(),
                        incumbency.person(),
                        incumbency.version() + 1,
                        incumbency.acting(),
                        incumbency.form(),
                        incumbency.from(),
                        until,
                        incumbency.act(),
                        act,
                        cause);
        if (!table.end(ended)) {
            throw new Fault(PeopleFault.STALE);
        }
        return ended;
    }

    private void tellClosed(Incumbency ended, Position position, Incumbency.EndCause cause) {
        tell(PeopleAct.INCUMBENCY_ENDED, ended, position);
        tellEnd(ended, position, Objects.requireNonNull(ended.until()), cause);
    }

    private void tellEnd(
            Incumbency ended, Position position, LocalDate until, Incumbency.EndCause cause) {
        events.publishEvent(
                new IncumbencyEnded(
                        ended.id(),
                        position.id(),
                        position.structure(),
                        ended.person().id(),
                        ended.acting(),
                        until,
                        cause));
    }

    private void tell(PeopleAct act, Incumbency incumbency, Position position) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("position", position.id().toString());
        facts.put("structure", position.structure().toString());
        facts.put("person", incumbency.person().id().toString());
        facts.put("from", incumbency.from().toString());
        if (incumbency.until() != null) {
            facts.put("until", incumbency.until().toString());
        }
        facts.put("acting", Boolean.toString(incumbency.acting()));
        events.publishEvent(Act.done(act, "incumbency:" + incumbency.id(), facts));
    }

    private static Object shown(@Nullable LocalDate date) {
        return date == null ? "–" : date;
    }

    /**
     * What somebody typed to appoint a person, as typed.
     *
     * @param acting whether the person only stands in
     * @param form the code of a {@link Position.TitleForm}
     * @param from the first day
     * @param until the first day on which it doesn't hold any more; empty if no end is decided
     * @param act the reference of the act of appointment
     * @param replacing whether whoever holds the position then is to leave it on the first day
     */
    public record Appointment(
            UUID position,
            UUID person,
            boolean acting,
            String form,
            String from,
            String until,
            String act,
            boolean replacing) {}
}

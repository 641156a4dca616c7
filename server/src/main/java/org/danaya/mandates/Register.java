package org.danaya.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.verify.mandate.Power;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of mandates, as it was known at any instant. */
public final class Register {

    /** How many mandates one question about a structure looks at. */
    public static final int MOST = 1_000;

    private final MandateTable mandates;
    private final EventTable events;
    private final OfficeTable offices;
    private final Days days;

    Register(JdbcClient jdbc, Days days) {
        this.mandates = new MandateTable(jdbc);
        this.events = new EventTable(jdbc);
        this.offices = new OfficeTable(jdbc);
        this.days = days;
    }

    /**
     * A mandate now.
     *
     * @throws Fault {@link MandateFault#UNKNOWN}
     */
    public Known get(UUID id) {
        return find(id, days.now()).orElseThrow(() -> new Fault(MandateFault.UNKNOWN));
    }

    /** A mandate as it was known at an instant; nothing where it wasn't drafted by then. */
    public Optional<Known> find(UUID id, Instant at) {
        List<MandateTable.Row> chain = mandates.chain(id);
        if (chain.isEmpty() || chain.getFirst().head().draftedAt().isAfter(at)) {
            return Optional.empty();
        }
        return Optional.of(known(chain, at));
    }

    /** The mandate of a short code now; {@code code} is its ten data characters. */
    public Optional<Known> byCode(String code) {
        return mandates.byCode(code).flatMap(row -> find(row.head().id(), days.now()));
    }

    /** The version of a draft, for an edit to begin from. */
    int version(UUID id) {
        return mandates.find(id).orElseThrow(() -> new Fault(MandateFault.UNKNOWN)).version();
    }

    /**
     * Who could do something in a structure's name on a day, as it was at its end, or is now.
     *
     * @return at most {@link #MOST}, by number
     */
    public List<Known> who(UUID structure, Power power, LocalDate day) {
        Instant at = days.end(day);
        return mandates.on(structure, day, MOST).stream()
                .map(row -> find(row.head().id(), at))
                .flatMap(Optional::stream)
                .filter(known -> known.holds(power))
                .toList();
    }

    /** The mandate by which a person may do something in a structure's name now. */
    public Optional<Known> basis(UUID person, UUID structure, Power power) {
        return mandates.of(person, structure).stream()
                .map(row -> find(row.head().id(), days.now()))
                .flatMap(Optional::stream)
                .filter(known -> known.holds(power))
                .findFirst();
    }

    /** The mandates of a delegation now, by number. */
    public List<Known> ofDelegation(UUID delegation) {
        return mandates.ofGroup(delegation).stream()
                .map(row -> find(row.head().id(), days.now()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Known known(List<MandateTable.Row> rows, Instant at) {
        Map<UUID, List<MandateEvent>> happened =
                events.ofAll(rows.stream().map(row -> row.head().id()).toList());
        List<History> histories = new ArrayList<>();
        for (MandateTable.Row row : rows) {
            histories.add(
                    new History(row.head(), happened.getOrDefault(row.head().id(), List.of())));
        }
        List<Mandate> chain =
                histories.stream().map(history -> history.at(at, days.zone())).toList();
        Grantor top = chain.getLast().head().terms().grantor();
        Office office = offices.find(top.id()).orElseThrow();
        return new Known(
                at,
                days.day(at),
                histories.getFirst(),
                Worth.of(office.worth(at), chain),
                chain,
                office);
    }
}

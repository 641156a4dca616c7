package org.danaya.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.people.Basis;
import org.danaya.verify.mandate.Power;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of mandates, as it was known at any instant. */
public final class Register {

    /** How many mandates one question about a structure answers. */
    public static final int MOST = 1_000;

    private static final int AT_ONCE = 500;

    private final MandateTable mandates;
    private final EventTable events;
    private final OfficeTable offices;
    private final ListTable lists;
    private final Days days;

    Register(JdbcClient jdbc, Days days) {
        this.mandates = new MandateTable(jdbc);
        this.events = new EventTable(jdbc);
        this.offices = new OfficeTable(jdbc);
        this.lists = new ListTable(jdbc);
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

    /** The country's day. */
    public LocalDate today() {
        return days.today();
    }

    /** The version of a draft, for an edit to begin from. */
    int version(UUID id) {
        return mandates.find(id).orElseThrow(() -> new Fault(MandateFault.UNKNOWN)).version();
    }

    /**
     * Who could do something in a structure's name on a day, by a mandate.
     *
     * @param day may lie ahead: then it is told who will, if nothing happens
     * @param at what was recorded later doesn't count
     * @return at most {@link #MOST}, by number
     */
    public List<Known> who(UUID structure, Power power, LocalDate day, Instant at) {
        List<Known> able = new ArrayList<>();
        long last = 0;
        List<MandateTable.Row> some;
        do {
            some = mandates.on(structure, power, day, last, AT_ONCE);
            for (MandateTable.Row row : some) {
                last = row.head().number();
                find(row.head().id(), at)
                        .filter(known -> known.worth().holds(power, day))
                        .ifPresent(able::add);
            }
        } while (some.size() == AT_ONCE && able.size() < MOST);
        return able.stream().limit(MOST).toList();
    }

    /** The last instant of a day that has been: now for today, and for days ahead. */
    public Instant end(LocalDate day) {
        return days.end(day);
    }

    /** A person's mandates now that were signed and could still hold, by number. */
    List<Known> of(UUID person) {
        return mandates.of(person, days.today()).stream()
                .map(row -> find(row.head().id(), days.now()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Mandates of these numbers now, in their order.
     *
     * @throws Fault {@link MandateFault#UNKNOWN} where one isn't there
     */
    public List<Known> numbered(Set<Long> numbers) {
        List<Known> found = mandates.numbered(numbers).stream().map(this::get).toList();
        if (found.size() != numbers.size()) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return found;
    }

    /**
     * What was signed by virtue of an office or a mandate rests on.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE}, {@link MandateFault#UNKNOWN}
     */
    public Basis basis(Grantor under) {
        return switch (under) {
            case Grantor.OfOffice(UUID id) ->
                    new Basis.Office(
                            id,
                            offices.find(id)
                                    .orElseThrow(() -> new Fault(MandateFault.UNKNOWN_OFFICE))
                                    .structure(),
                            List.of());
            case Grantor.OfMandate(UUID id) -> {
                Mandate.Head head = get(id).head();
                yield new Basis.Mandate(id, head.terms().structure(), List.of(), head.number());
            }
        };
    }

    /** The mandates of a delegation now, by number. */
    public List<Known> ofDelegation(UUID delegation) {
        return mandates.ofGroup(delegation).stream()
                .map(row -> find(row.head().id(), days.now()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those held in the capacity of an incumbency that aren't over, by id. */
    public List<Known> heldIn(UUID incumbency) {
        return mandates.held(incumbency).stream().map(this::get).toList();
    }

    /**
     * A page of those that a search finds.
     *
     * @param orderBy {@link MandateSearch#BY_NUMBER} or {@link MandateSearch#BY_END}, with {@code
     *     desc} after it to turn the order; empty for the last one first
     */
    public List<MandateSearch.Found> list(
            MandateSearch search, String orderBy, long skipped, int most) {
        return lists.find(search, days.today(), orderBy, skipped, most);
    }

    /**
     * The same with how many there are.
     *
     * @param orderBy as of {@link #list}
     */
    public MandateSearch.Page page(MandateSearch search, String orderBy, long skipped, int most) {
        return lists.page(search, days.today(), orderBy, skipped, most);
    }

    /**
     * How many a search finds: {@link MandateSearch#MOST_COUNTED} at most, unless it is of
     * everything.
     */
    public long count(MandateSearch search) {
        return lists.count(search, days.today());
    }

    /**
     * How many drafts within a reach somebody can approve: those that others wrote.
     *
     * @param accounts all that the person ever had
     */
    public long toApprove(Reach reach, Collection<UUID> accounts) {
        return lists.draftsOfOthers(reach, accounts);
    }

    /**
     * Approved mandates that somebody can sign.
     *
     * @param granting offices for which they sign
     * @param holder the person, for those granted under the person's own mandates
     */
    public List<MandateSearch.Found> waiting(Collection<UUID> granting, UUID holder, int most) {
        return lists.waiting(granting, holder, days.today(), most);
    }

    /** Those granted under a grantor, and under these, that aren't over. */
    public List<MandateSearch.Found> below(Grantor grantor, int most) {
        return switch (grantor) {
            case Grantor.OfOffice(UUID id) -> lists.belowOffice(id, days.today(), most);
            case Grantor.OfMandate(UUID id) -> lists.below(id, days.today(), most);
        };
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

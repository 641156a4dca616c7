package org.danaya.mandates.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.mandates.Days;
import org.danaya.people.StructureKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of official positions, as it was known at any instant. */
public final class PositionRegister {

    private final PositionTable positions;
    private final PositionEventTable events;
    private final PositionListTable lists;
    private final Days days;

    PositionRegister(JdbcClient jdbc, Days days) {
        this.positions = new PositionTable(jdbc);
        this.events = new PositionEventTable(jdbc);
        this.lists = new PositionListTable(jdbc);
        this.days = days;
    }

    /**
     * A position at an instant.
     *
     * @param at the instant
     * @param day the country's day then
     * @param history all that was ever recorded of it, later events too
     */
    public record Known(
            Instant at, LocalDate day, PositionHistory history, OfficialPosition position) {

        /** What never changes. */
        public OfficialPosition.Head head() {
            return history.head();
        }

        /** Whether it holds at this instant. */
        public boolean holds() {
            return position.holds(day);
        }
    }

    /**
     * A position now, whoever may know of it.
     *
     * @throws Fault {@link PositionFault#UNKNOWN}
     */
    public Known get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(PositionFault.UNKNOWN));
    }

    /** A position now, whoever may know of it; nothing where there is none. */
    public Optional<Known> find(UUID id) {
        return positions.find(id).map(row -> known(row, days.now()));
    }

    /** The version of a draft, for a change to begin from. */
    public int version(UUID id) {
        return positions.find(id).orElseThrow(() -> new Fault(PositionFault.UNKNOWN)).version();
    }

    /** The one of a number that everybody may know of, now. */
    public Optional<Known> published(long number) {
        return positions
                .byNumber(number, true)
                .map(row -> known(row, days.now()))
                .filter(known -> known.position().isPublic());
    }

    /** The same as it was at the end of a day; nothing where nobody knew of it then. */
    public Optional<Known> published(long number, LocalDate day) {
        return positions
                .byNumber(number, true)
                .map(row -> known(row, days.end(day)))
                .filter(known -> known.position().isPublic());
    }

    /** The one of a short code's ten data characters that everybody may know of, now. */
    public Optional<Known> publishedOf(String code) {
        return positions
                .byCode(code)
                .map(row -> known(row, days.now()))
                .filter(known -> known.position().isPublic());
    }

    /** The one of an id that everybody may know of, now. */
    public Optional<Known> publishedOf(UUID id) {
        return find(id).filter(known -> known.position().isPublic());
    }

    /**
     * A page of those that a search finds.
     *
     * @param orderBy {@link PositionSearch#BY_TIME} or {@link PositionSearch#BY_NUMBER}, with
     *     {@code desc} after it to turn the order; empty for the last first
     */
    public List<PositionSearch.Found> list(
            PositionSearch search, String orderBy, long skipped, int most) {
        return lists.find(search, days.today(), on(search), orderBy, skipped, most);
    }

    /** How many a search finds. */
    public long count(PositionSearch search) {
        return lists.count(search, days.today(), on(search));
    }

    /**
     * How many drafts within a reach somebody can validate: those that others wrote.
     *
     * @param accounts all that the person ever had
     */
    public long toValidate(Reach reach, Collection<UUID> accounts) {
        return lists.draftsOfOthers(reach, accounts);
    }

    /** Validated ones of some structures, the oldest first. */
    public List<PositionSearch.Found> toSign(Collection<UUID> structures, int most) {
        return structures.isEmpty() ? List.of() : lists.toSign(structures, days.today(), most);
    }

    /** Known ones that are told to some kinds of structure and not to everybody, last first. */
    public List<PositionSearch.Found> toldTo(Collection<StructureKind> kinds, int most) {
        return kinds.isEmpty()
                ? List.of()
                : lists.toldTo(
                        kinds.stream().map(StructureKind::code).toList(), days.today(), most);
    }

    /** Those that no file was made of. */
    public List<UUID> withoutFile(int most) {
        return lists.withoutFile(most);
    }

    private Optional<PositionListTable.Day> on(PositionSearch search) {
        return search.on().map(day -> new PositionListTable.Day(day, days.end(day)));
    }

    private Known known(PositionTable.Row row, Instant at) {
        PositionHistory history = new PositionHistory(row.head(), events.of(row.head().id()));
        return new Known(at, days.day(at), history, history.at(at));
    }
}

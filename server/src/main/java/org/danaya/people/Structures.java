package org.danaya.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.SearchText;
import org.danaya.page.Language;
import org.danaya.people.draft.Checks;
import org.danaya.people.draft.Difference;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureChecks;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The structures, their tree and their history. */
@Component
public class Structures {

    /** How many structures there may be, ended ones counted. */
    public static final int MOST = 20_000;

    private final StructureTable table;
    private final StructureTree tree;
    private final Closures closures;
    private final Ids ids;
    private final Clock clock;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Structures(
            StructureTable table,
            Positions positions,
            IncumbencyTable incumbencies,
            Ids ids,
            Clock clock,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.tree = new StructureTree(table);
        this.closures = new Closures(table, tree, positions, incumbencies, clock);
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The structure that somebody means who typed its identifier, its acronym or words of its name,
     * whatever case and accents; none where several may be meant.
     */
    public Optional<Structure> meant(String typed) {
        String text = SearchText.plain(typed).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Structure> identified = find(typed.strip());
        if (identified.isPresent()) {
            return identified;
        }
        List<Structure> found = list(new Query(text, Optional.empty(), Optional.empty()), "", MOST);
        List<Structure> named = found.stream().filter(each -> isCalled(each, text)).toList();
        List<Structure> meant = named.isEmpty() ? found : named;
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static boolean isCalled(Structure structure, String plain) {
        return Stream.of(
                        structure.identifier(),
                        structure.shortName(Language.FRENCH),
                        structure.name(Language.FRENCH),
                        structure.name(Language.ENGLISH))
                .anyMatch(each -> SearchText.plain(each).strip().equals(plain));
    }

    /** A structure, if there is one with this id. */
    public Optional<Structure> find(UUID id) {
        return table.find(id);
    }

    /** A structure, if there is one with this identifier, whatever its case. */
    public Optional<Structure> find(String identifier) {
        return table.find(identifier.strip().toLowerCase(Locale.ROOT));
    }

    /** A structure; faults with {@code people.structure-unknown} if there is none. */
    public Structure get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(PeopleFault.STRUCTURE_UNKNOWN, id));
    }

    /** How many a query finds. */
    public int count(Query query) {
        return table.count(query);
    }

    /**
     * Those that a query finds, by identifier.
     *
     * @param after the identifier after which to begin; empty for the first
     * @param most how many at most
     */
    public List<Structure> list(Query query, String after, int most) {
        return table.list(query, after, most);
    }

    /**
     * A page of those that a query finds.
     *
     * @param order what to sort by: {@code name_fr}, {@code acronym}, {@code identifier} or {@code
     *     kind}, with {@code desc} after it to turn the order
     */
    public List<Structure> page(Query query, String order, long skipped, int most) {
        return table.page(query, order, skipped, most);
    }

    /** Those under one, ended ones too, by identifier. */
    public List<Structure> children(UUID parent) {
        return table.children(parent);
    }

    /** Those above one, the nearest first. */
    public List<Structure> ancestors(Structure structure) {
        return tree.ancestors(structure);
    }

    /** All that was ever recorded about a structure, the last first. */
    public List<Structure.Recorded> history(UUID id) {
        return table.history(id);
    }

    /** What is known of a structure on a day: the attributes that held then. */
    public Optional<StructureDetails> on(UUID id, LocalDate day) {
        return table.on(id, day);
    }

    /** A structure as somebody would type it. */
    public StructureDraft draft(Structure structure) {
        return draft(structure.identifier(), structure.details());
    }

    /**
     * What is wrong with a draft of a new structure; nothing if {@link #create} would record it.
     */
    public List<Problem> check(StructureDraft typed) {
        Checks checks = new Checks();
        checkedNew(checks, typed);
        return checks.problems();
    }

    /** Creates a structure. */
    public StructureOutcome create(StructureDraft typed) {
        return transactions.execute(
                _ -> {
                    table.lock();
                    if (table.count(Query.ALL) >= MOST) {
                        throw new Fault(PeopleFault.TOO_MANY, MOST);
                    }
                    Checks checks = new Checks();
                    NewStructure sound = checkedNew(checks, typed);
                    return checks.sound()
                            ? new StructureOutcome.Recorded(
                                    insert(sound.id(), sound.identifier(), sound.details()))
                            : new StructureOutcome.Refused(checks.problems());
                });
    }

    /**
     * Changes a structure's attributes. The identifier stays; the end can only be corrected.
     *
     * @param version the version that the change began from
     * @param effective the day from which the new attributes hold, as typed; empty to correct those
     *     that hold now
     */
    public StructureOutcome change(UUID id, int version, StructureDraft typed, String effective) {
        return transactions.execute(
                _ -> {
                    table.lock();
                    Structure before = get(id);
                    Checks checks = new Checks();
                    LocalDate from = effective(checks, before, effective);
                    StructureDraft draft = typed.over(draft(before));
                    StructureDetails details = checkedDetails(checks, before, draft, from);
                    if (before.version() != version) {
                        return new StructureOutcome.Stale(before, changesSince(before, version));
                    }
                    if (!checks.sound()) {
                        return new StructureOutcome.Refused(checks.problems());
                    }
                    return details.equals(before.details())
                            ? new StructureOutcome.Unchanged(before)
                            : new StructureOutcome.Recorded(update(before, from, details));
                });
    }

    /** What is wrong with a change; nothing if {@link #change} would record it. */
    public List<Problem> checkChange(UUID id, StructureDraft typed, String effective) {
        Structure before = get(id);
        Checks checks = new Checks();
        LocalDate from = effective(checks, before, effective);
        checkedDetails(checks, before, typed.over(draft(before)), from);
        return checks.problems();
    }

    /** What a draft would change of a structure, as it would be recorded. */
    public List<Difference> differences(Structure before, StructureDraft typed) {
        StructureDraft now = draft(before);
        StructureDetails details =
                checkedDetails(new Checks(), before, typed.over(now), before.validFrom());
        return now.differences(draft(before.identifier(), details));
    }

    /** What hangs on a structure on a day, and is touched if it ends then. */
    public Hanging hanging(UUID id, LocalDate day) {
        return closures.hanging(id, day);
    }

    /**
     * Ends a structure: its children go under the heir, its positions and their incumbencies end.
     *
     * @param version the version that the end began from
     */
    public StructureOutcome end(UUID id, int version, Ending typed) {
        return transactions.execute(
                _ -> {
                    table.lock();
                    Structure before = get(id);
                    Checks checks = new Checks();
                    Closures.Closure closure = closures.checked(checks, before, typed);
                    if (before.version() != version) {
                        return new StructureOutcome.Stale(before, changesSince(before, version));
                    }
                    return checks.sound()
                            ? new StructureOutcome.Recorded(closed(before, closure))
                            : new StructureOutcome.Refused(checks.problems());
                });
    }

    /** What is wrong with an end; nothing if {@link #end} would record it. */
    public List<Problem> checkEnd(UUID id, Ending typed) {
        Checks checks = new Checks();
        closures.checked(checks, get(id), typed);
        return checks.problems();
    }

    Structure insert(UUID id, String identifier, StructureDetails details) {
        Structure created = table.insert(id, identifier, details);
        tell(PeopleAct.STRUCTURE_CREATED, created);
        return created;
    }

    Structure update(Structure before, LocalDate from, StructureDetails details) {
        Structure after = table.update(before, from, details);
        tell(PeopleAct.STRUCTURE_CHANGED, after);
        return after;
    }

    private Structure closed(Structure before, Closures.Closure closure) {
        Structure ended = closures.carryOut(before, closure, this::update);
        tell(PeopleAct.STRUCTURE_ENDED, ended);
        events.publishEvent(new StructureEnded(before.id(), closure.day()));
        return ended;
    }

    private record NewStructure(UUID id, String identifier, StructureDetails details) {}

    private NewStructure checkedNew(Checks checks, StructureDraft typed) {
        String identifier = StructureChecks.identifier(checks, typed);
        table.find(identifier)
                .ifPresent(
                        other ->
                                checks.refuse(
                                        StructureField.IDENTIFIER.code(),
                                        PeopleFault.IDENTIFIER_TAKEN,
                                        identifier,
                                        other.details().nameFr()));
        LocalDate today = LocalDate.now(clock);
        StructureDetails details = StructureChecks.details(checks, typed, today);
        UUID id = ids.next();
        return new NewStructure(
                id, identifier, tree.withParent(checks, id, typed, details, LocalDate.MIN));
    }

    private StructureDetails checkedDetails(
            Checks checks, Structure before, StructureDraft draft, LocalDate from) {
        StructureDetails details = StructureChecks.details(checks, draft, LocalDate.now(clock));
        String until = StructureField.UNTIL.code();
        if (before.details().until() != null && details.until() == null && checks.sound()) {
            checks.refuse(until, PeopleFault.VALUE_MISSING);
        } else if (before.details().until() == null && details.until() != null) {
            checks.refuse(until, PeopleFault.NOT_BY_FILE);
        }
        return tree.withParent(checks, before.id(), draft, details, from);
    }

    private LocalDate effective(Checks checks, Structure before, String typed) {
        if (typed.isBlank()) {
            return before.validFrom();
        }
        LocalDate from = checks.neededDate("effective", typed);
        if (from.isAfter(LocalDate.now(clock))) {
            checks.refuse("effective", PeopleFault.EFFECTIVE_AHEAD);
        } else if (checks.sound() && from.isBefore(before.validFrom())) {
            checks.refuse("effective", PeopleFault.EFFECTIVE_TOO_EARLY, before.validFrom());
        }
        return from;
    }

    private List<Difference> changesSince(Structure current, int version) {
        StructureDraft after = draft(current);
        return table.version(current.id(), version)
                .map(details -> draft(current.identifier(), details).differences(after))
                .orElse(List.of());
    }

    private StructureDraft draft(String identifier, StructureDetails details) {
        UUID parent = details.parent();
        return StructureDraft.of(
                identifier, details, parent == null ? null : get(parent).identifier());
    }

    private void tell(PeopleAct act, Structure structure) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("identifier", structure.identifier());
        facts.put("name", structure.details().nameFr());
        facts.put("version", Integer.toString(structure.version()));
        if (!structure.validFrom().equals(LocalDate.MIN)) {
            facts.put("valid-from", structure.validFrom().toString());
        }
        if (structure.details().until() != null) {
            facts.put("until", structure.details().until().toString());
        }
        events.publishEvent(Act.done(act, "structure:" + structure.id(), facts));
    }

    /**
     * What hangs on a structure on a day, and is touched if it ends.
     *
     * @param children the structures under it that exist then or later
     * @param positions its positions that exist then or later
     * @param incumbencies those of its positions that hold then or later
     */
    public record Hanging(
            List<Structure> children, List<Position> positions, List<Incumbency> incumbencies) {}

    /**
     * What somebody typed to end a structure, as typed.
     *
     * @param until the first day on which it doesn't exist any more
     * @param act the reference of the act that ends it
     * @param heir the identifier of the structure that takes in those under it; empty if there are
     *     none
     */
    public record Ending(String until, String act, String heir) {}

    /**
     * Which structures to list.
     *
     * @param text words that the identifier, names or acronym have, whatever case and accents;
     *     empty for all
     * @param kind of this kind only
     * @param existence the code of an {@link Existence}: in this state today only
     */
    public record Query(String text, Optional<StructureKind> kind, Optional<String> existence) {

        /** All of them. */
        public static final Query ALL = new Query("", Optional.empty(), Optional.empty());
    }
}

package org.danaya.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.people.draft.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Which structures come from which. */
@Component
public class Lineages {

    private final LineageTable table;
    private final StructureTable structures;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Lineages(
            LineageTable table,
            StructureTable structures,
            Ids ids,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.structures = structures;
        this.ids = ids;
        this.transactions = transactions;
        this.events = events;
    }

    /** The lines in which a structure is the predecessor or the successor. */
    public List<Lineage> of(UUID structure) {
        return table.of(structure).stream().map(this::lineage).toList();
    }

    /** The structure that {@link #record} would take for the predecessor. */
    public Optional<Structure> predecessor(String typed) {
        return Optional.ofNullable(predecessor(new Checks(), typed));
    }

    /**
     * Records that a structure comes from another.
     *
     * @param predecessor the other's identifier, as typed
     * @param kind the code of a {@link Lineage.Kind}
     * @param on the day on which it happened, as typed; may be empty
     * @param act the reference of the act that says so, as typed; may be empty
     */
    public StructureOutcome record(
            UUID successor, String predecessor, String kind, String on, String act) {
        return transactions.execute(
                _ -> {
                    structures.lock();
                    Structure after = structure(successor);
                    Checks checks = new Checks();
                    Lineage.Kind of = kind(checks, kind);
                    LocalDate date = checks.date("on", on);
                    String reference = checks.optional("act", act, Checks.REFERENCE);
                    Structure before = predecessor(checks, predecessor);
                    if (before != null) {
                        check(checks, before, after);
                    }
                    if (before == null || !checks.sound()) {
                        return new StructureOutcome.Refused(checks.problems());
                    }
                    UUID id = ids.next();
                    table.insert(
                            new LineageTable.Line(
                                    id, before.id(), after.id(), of, date, reference));
                    events.publishEvent(
                            Act.done(
                                    PeopleAct.LINEAGE_RECORDED,
                                    "structure:" + after.id(),
                                    Map.of("predecessor", before.identifier(), "kind", of.code())));
                    return new StructureOutcome.Recorded(after);
                });
    }

    /** Withdraws a line that was recorded in error; nothing happens if it is gone already. */
    public void withdraw(UUID structure, UUID line) {
        transactions.executeWithoutResult(
                _ ->
                        table.withdraw(line, structure)
                                .ifPresent(
                                        other ->
                                                events.publishEvent(
                                                        Act.done(
                                                                PeopleAct.LINEAGE_WITHDRAWN,
                                                                "structure:" + structure,
                                                                Map.of(
                                                                        "other",
                                                                        other.toString())))));
    }

    private void check(Checks checks, Structure before, Structure after) {
        boolean known =
                table.of(after.id()).stream()
                        .anyMatch(line -> line.predecessor().equals(before.id()));
        if (known) {
            checks.refuse("predecessor", PeopleFault.LINEAGE_KNOWN);
        } else if (before.id().equals(after.id()) || table.descends(before.id(), after.id())) {
            checks.refuse("predecessor", PeopleFault.LINEAGE_CYCLE);
        }
    }

    private static Lineage.Kind kind(Checks checks, String typed) {
        return Arrays.stream(Lineage.Kind.values())
                .filter(kind -> kind.code().equals(typed))
                .findFirst()
                .orElseGet(
                        () -> {
                            checks.refuse("kind", PeopleFault.CHOICE_UNKNOWN, Checks.shown(typed));
                            return Lineage.Kind.SUCCEEDS;
                        });
    }

    private @Nullable Structure predecessor(Checks checks, String typed) {
        String identifier = checks.needed("predecessor", typed, Checks.NAME);
        if (identifier.isEmpty()) {
            return null;
        }
        Structure found = structures.find(identifier.toLowerCase(Locale.ROOT)).orElse(null);
        if (found == null) {
            checks.refuse("predecessor", PeopleFault.PARENT_UNKNOWN, Checks.shown(identifier));
        }
        return found;
    }

    private Lineage lineage(LineageTable.Line line) {
        return new Lineage(
                line.id(),
                structure(line.predecessor()),
                structure(line.successor()),
                line.kind(),
                line.on(),
                line.act());
    }

    private Structure structure(UUID id) {
        return structures.find(id).orElseThrow(() -> new Fault(PeopleFault.STRUCTURE_UNKNOWN, id));
    }
}

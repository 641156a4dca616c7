package org.danaya.people.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.form.Upload;
import org.danaya.people.PeopleFault;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports files of persons and of positions in two steps: a preview, then its confirmation by the
 * same person within 24 hours.
 */
@Component
public class RosterImports {

    private final ImportTable table;
    private final Persons persons;
    private final Positions positions;
    private final Structures structures;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    RosterImports(
            ImportTable table,
            Persons persons,
            Positions positions,
            Structures structures,
            Ids ids,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.persons = persons;
        this.positions = positions;
        this.structures = structures;
        this.ids = ids;
        this.transactions = transactions;
        this.events = events;
    }

    /** Takes a file and tells what confirming it would do. */
    public RosterOutcome upload(Roster roster, Upload sent) {
        return switch (CsvReading.read(sent.bytes(), roster.sheet())) {
            case CsvOutcome.Unreadable(var problem) -> new RosterOutcome.Unreadable(problem);
            case CsvOutcome.Read read -> {
                ImportTable.Waiting file =
                        ImportTable.Waiting.of(ids.next(), roster.code(), sent, null);
                transactions.executeWithoutResult(
                        _ -> {
                            table.forgetOld();
                            table.insert(file);
                        });
                yield preview(roster, file, read);
            }
        };
    }

    /** What confirming a file would do now. */
    public RosterOutcome preview(Roster roster, UUID id) {
        return transactions.execute(
                _ -> {
                    ImportTable.Waiting file = waiting(roster, id);
                    return file.applied()
                            ? new RosterOutcome.AlreadyImported()
                            : preview(roster, file, read(roster, file));
                });
    }

    /**
     * Imports a file: all the lines that aren't refused or known, or nothing.
     *
     * @param digest of the plan that the person saw
     */
    public RosterOutcome confirm(Roster roster, UUID id, String digest) {
        return transactions.execute(
                _ -> {
                    ImportTable.Waiting file = waiting(roster, id);
                    if (file.applied()) {
                        return new RosterOutcome.AlreadyImported();
                    }
                    CsvOutcome.Read read = read(roster, file);
                    RosterPlanner planner = planner(roster);
                    RosterPlan plan = planner.plan(read.rows());
                    if (!plan.digest().equals(digest)) {
                        return new RosterOutcome.Changed(preview(roster, file, read));
                    }
                    planner.record(read.rows(), plan);
                    table.applied(id);
                    tell(roster, file, plan);
                    return new RosterOutcome.Imported(plan);
                });
    }

    /** Forgets a file that will not be imported. */
    public void abandon(UUID id) {
        table.delete(id);
    }

    private RosterOutcome.Preview preview(
            Roster roster, ImportTable.Waiting file, CsvOutcome.Read read) {
        return new RosterOutcome.Preview(
                file.id(), file.file().name(), planner(roster).plan(read.rows()), read.ignored());
    }

    private RosterPlanner planner(Roster roster) {
        return new RosterPlanner(persons, positions, structures, roster);
    }

    private ImportTable.Waiting waiting(Roster roster, UUID id) {
        return table.lock(id, roster.code())
                .orElseThrow(() -> new Fault(PeopleFault.IMPORT_UNKNOWN));
    }

    private static CsvOutcome.Read read(Roster roster, ImportTable.Waiting file) {
        return switch (CsvReading.read(file.file().bytes(), roster.sheet())) {
            case CsvOutcome.Read read -> read;
            case CsvOutcome.Unreadable(var problem) ->
                    throw new IllegalStateException("Was readable before: " + problem.code());
        };
    }

    private void tell(Roster roster, ImportTable.Waiting file, RosterPlan plan) {
        Map<String, String> facts = new LinkedHashMap<>();
        // The hash of a short list of names would give the names to whoever guesses them.
        if (roster != Roster.PERSONS) {
            facts.put("sha256", file.sha256());
        }
        facts.put("created", count(plan, RosterPlan.Created.class));
        facts.put("known", count(plan, RosterPlan.Known.class));
        facts.put("refused", count(plan, RosterPlan.Refused.class));
        events.publishEvent(Act.done(roster.act(), "import:" + file.id(), facts));
    }

    private static String count(RosterPlan plan, Class<? extends RosterPlan.Line> type) {
        return Integer.toString(plan.of(type).size());
    }
}

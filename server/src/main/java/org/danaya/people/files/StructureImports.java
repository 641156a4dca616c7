package org.danaya.people.files;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.form.Upload;
import org.danaya.people.PeopleAct;
import org.danaya.people.PeopleFault;
import org.danaya.people.StructureBatches;
import org.danaya.people.StructurePlan;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports files of structures in two steps: a preview, then its confirmation by the same person
 * within 24 hours.
 */
@Component
public class StructureImports {

    /** How large a file may be, in bytes. */
    public static final int MOST_BYTES = CsvReading.MOST_BYTES;

    private static final String KIND = "structures";

    private final ImportTable table;
    private final StructureBatches batches;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    StructureImports(
            ImportTable table,
            StructureBatches batches,
            Ids ids,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.table = table;
        this.batches = batches;
        this.ids = ids;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Takes a file and tells what confirming it would do.
     *
     * @param sent the file; its name is only shown
     * @param effective the day from which changes hold; empty to correct what holds now
     */
    public ImportOutcome upload(Upload sent, Optional<LocalDate> effective) {
        byte[] content = sent.bytes();
        return switch (CsvReading.read(content, Sheet.STRUCTURES)) {
            case CsvOutcome.Unreadable(var problem) -> new ImportOutcome.Unreadable(problem);
            case CsvOutcome.Read read -> {
                ImportTable.Waiting file =
                        ImportTable.Waiting.of(ids.next(), KIND, sent, effective.orElse(null));
                transactions.executeWithoutResult(
                        _ -> {
                            table.forgetOld();
                            table.insert(file);
                        });
                yield preview(file, read);
            }
        };
    }

    /** What confirming a file would do now. */
    public ImportOutcome preview(UUID id) {
        return transactions.execute(
                _ -> {
                    ImportTable.Waiting file = waiting(id);
                    return file.applied()
                            ? new ImportOutcome.AlreadyImported()
                            : preview(file, read(file));
                });
    }

    /**
     * Imports a file: all the lines that aren't refused, or nothing.
     *
     * @param digest of the plan that the person saw
     */
    public ImportOutcome confirm(UUID id, String digest) {
        return transactions.execute(
                _ -> {
                    ImportTable.Waiting file = waiting(id);
                    if (file.applied()) {
                        return new ImportOutcome.AlreadyImported();
                    }
                    CsvOutcome.Read read = read(file);
                    Optional<StructurePlan> done =
                            batches.record(
                                    lines(read), Optional.ofNullable(file.effective()), digest);
                    if (done.isEmpty()) {
                        return new ImportOutcome.Changed(preview(file, read));
                    }
                    table.applied(id);
                    tell(file, done.get());
                    return new ImportOutcome.Imported(done.get());
                });
    }

    /** Forgets a file that will not be imported. */
    public void abandon(UUID id) {
        table.delete(id);
    }

    private ImportOutcome.Preview preview(ImportTable.Waiting file, CsvOutcome.Read read) {
        StructurePlan plan = batches.plan(lines(read), Optional.ofNullable(file.effective()));
        return new ImportOutcome.Preview(file.id(), file.file().name(), plan, read.ignored());
    }

    private ImportTable.Waiting waiting(UUID id) {
        return table.lock(id, KIND).orElseThrow(() -> new Fault(PeopleFault.IMPORT_UNKNOWN));
    }

    private static CsvOutcome.Read read(ImportTable.Waiting file) {
        return switch (CsvReading.read(file.file().bytes(), Sheet.STRUCTURES)) {
            case CsvOutcome.Read read -> read;
            case CsvOutcome.Unreadable(var problem) ->
                    throw new IllegalStateException("Was readable before: " + problem.code());
        };
    }

    private static List<StructureBatches.Line> lines(CsvOutcome.Read read) {
        return read.rows().stream()
                .map(
                        row ->
                                new StructureBatches.Line(
                                        row.line(),
                                        new StructureDraft(typed(row.values())),
                                        row.problems()))
                .toList();
    }

    private void tell(ImportTable.Waiting file, StructurePlan plan) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("sha256", file.sha256());
        facts.put("created", count(plan, StructurePlan.Created.class));
        facts.put("changed", count(plan, StructurePlan.Changed.class));
        facts.put("unchanged", count(plan, StructurePlan.Unchanged.class));
        facts.put("refused", count(plan, StructurePlan.Refused.class));
        events.publishEvent(Act.done(PeopleAct.STRUCTURES_IMPORTED, "import:" + file.id(), facts));
    }

    private static String count(StructurePlan plan, Class<? extends StructurePlan.Line> type) {
        return Integer.toString(plan.of(type).size());
    }

    private static Map<StructureField, String> typed(Map<String, String> values) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        for (StructureField field : StructureField.values()) {
            if (values.containsKey(field.code())) {
                typed.put(field, values.get(field.code()));
            }
        }
        return typed;
    }
}

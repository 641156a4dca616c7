package org.danaya.people;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Sha256;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureDraft;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Many structures at once: first what would happen, then, if that still holds, it happens. */
@Component
public class StructureBatches {

    /** How many lines a batch may have. */
    public static final int MOST = 5_000;

    /**
     * A line of a batch.
     *
     * @param number as the caller counts; each once
     * @param problems what is wrong with it already, before its meaning is looked at
     */
    public record Line(int number, StructureDraft draft, List<Problem> problems) {}

    private final StructureTable table;
    private final Structures structures;
    private final Ids ids;
    private final Clock clock;
    private final TransactionOperations transactions;

    StructureBatches(
            StructureTable table,
            Structures structures,
            Ids ids,
            Clock clock,
            TransactionOperations transactions) {
        this.table = table;
        this.structures = structures;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What recording these lines would do. Writes nothing.
     *
     * @param effective the day from which changes hold; empty to correct what holds now
     */
    public StructurePlan plan(List<Line> lines, Optional<LocalDate> effective) {
        return sealed(planner(lines, effective).plan());
    }

    /**
     * Records the lines that aren't refused, all of them or none.
     *
     * @param digest of the plan that was shown
     * @return what was recorded; empty, and nothing is recorded, if that plan doesn't hold any more
     */
    public Optional<StructurePlan> record(
            List<Line> lines, Optional<LocalDate> effective, String digest) {
        return transactions.execute(
                _ -> {
                    table.lock();
                    StructurePlanner planner = planner(lines, effective);
                    StructurePlan plan = sealed(planner.plan());
                    if (!plan.digest().equals(digest)) {
                        return Optional.empty();
                    }
                    if (table.count(Structures.Query.ALL)
                                    + plan.of(StructurePlan.Created.class).size()
                            > Structures.MOST) {
                        throw new Fault(PeopleFault.TOO_MANY, Structures.MOST);
                    }
                    planner.writes().forEach(this::write);
                    return Optional.of(plan);
                });
    }

    private void write(StructurePlanner.Write write) {
        Structure before = write.before();
        if (before == null) {
            structures.insert(write.id(), write.identifier(), write.details());
        } else {
            structures.update(before, write.from(), write.details());
        }
    }

    private StructurePlanner planner(List<Line> lines, Optional<LocalDate> effective) {
        if (lines.size() > MOST) {
            throw new Fault(PeopleFault.FILE_TOO_LONG, MOST);
        }
        return new StructurePlanner(
                lines,
                table.list(Structures.Query.ALL, "", Structures.MOST),
                table.hierarchy(),
                effective.orElse(null),
                LocalDate.now(clock),
                ids);
    }

    private static StructurePlan sealed(List<StructurePlan.Line> lines) {
        return new StructurePlan(
                lines, Sha256.hexOf(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
}

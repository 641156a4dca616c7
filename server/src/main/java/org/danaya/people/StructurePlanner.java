package org.danaya.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.base.Ids;
import org.danaya.people.draft.Checks;
import org.danaya.people.draft.StructureChecks;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, once, what recording many lines would do. Lines may name one another as parents, in
 * any order; whatever hangs on a refused line is refused too.
 */
final class StructurePlanner {

    /** What is to be written for a line that creates or changes a structure, parents first. */
    record Write(
            @Nullable Structure before,
            UUID id,
            String identifier,
            LocalDate from,
            StructureDetails details) {}

    private final List<StructureBatches.Line> lines;
    private final Map<String, Structure> known = new HashMap<>();
    private final Map<UUID, String> identifiers = new HashMap<>();
    private final Hierarchy hierarchy;
    private final @Nullable LocalDate effective;
    private final LocalDate today;
    private final Ids ids;

    private final Map<String, StructureBatches.Line> byIdentifier = new HashMap<>();
    private final Set<Integer> visited = new HashSet<>();
    private final Map<String, Write> sound = new LinkedHashMap<>();
    private final Map<Integer, StructurePlan.Line> planned = new TreeMap<>();
    private final List<Write> writes = new ArrayList<>();

    StructurePlanner(
            List<StructureBatches.Line> lines,
            List<Structure> all,
            Hierarchy hierarchy,
            @Nullable LocalDate effective,
            LocalDate today,
            Ids ids) {
        this.lines = lines;
        this.hierarchy = hierarchy;
        this.effective = effective;
        this.today = today;
        this.ids = ids;
        for (Structure structure : all) {
            known.put(structure.identifier(), structure);
            identifiers.put(structure.id(), structure.identifier());
        }
        lines.forEach(line -> byIdentifier.putIfAbsent(key(line.draft()), line));
    }

    List<StructurePlan.Line> plan() {
        lines.forEach(this::visit);
        return List.copyOf(planned.values());
    }

    /** What {@link #plan} found to write, parents before their children. */
    List<Write> writes() {
        return writes;
    }

    private void visit(StructureBatches.Line line) {
        if (!visited.add(line.number())) {
            return;
        }
        StructureBatches.Line above =
                byIdentifier.get(key(line.draft().get(StructureField.PARENT)));
        if (above != null && above.number() != line.number()) {
            visit(above);
        }
        Checks checks = new Checks();
        line.problems().forEach(checks::add);
        String identifier = StructureChecks.identifier(checks, line.draft());
        StructureBatches.Line first = byIdentifier.get(identifier);
        if (first != null && first.number() != line.number()) {
            checks.refuse(
                    StructureField.IDENTIFIER.code(),
                    PeopleFault.LINE_TWICE,
                    identifier,
                    first.number());
        }
        Structure before = known.get(identifier);
        StructureDraft draft =
                before == null ? line.draft() : line.draft().over(draft(before.details(), before));
        StructureDetails alone = StructureChecks.details(checks, draft, today);
        LocalDate from = from(checks, before);
        UUID id = before == null ? ids.next() : before.id();
        StructureDetails details = withParent(checks, draft, alone, id, from, above);
        if (before != null && !Objects.equals(before.details().until(), details.until())) {
            checks.refuse(StructureField.UNTIL.code(), PeopleFault.NOT_BY_FILE);
        }
        planned.put(
                line.number(),
                checks.sound()
                        ? accepted(line, new Write(before, id, identifier, from, details))
                        : new StructurePlan.Refused(
                                line.number(), line.draft(), checks.problems()));
    }

    private StructurePlan.Line accepted(StructureBatches.Line line, Write write) {
        Structure before = write.before();
        sound.put(write.identifier(), write);
        identifiers.put(write.id(), write.identifier());
        if (before != null && before.details().equals(write.details())) {
            return new StructurePlan.Unchanged(line.number(), before);
        }
        writes.add(write);
        hierarchy.add(new Hierarchy.Link(write.id(), write.from(), write.details().parent()));
        StructureDraft after =
                StructureDraft.of(
                        write.identifier(), write.details(), identifier(write.details().parent()));
        return before == null
                ? new StructurePlan.Created(line.number(), after)
                : new StructurePlan.Changed(
                        line.number(), before, draft(before.details(), before).differences(after));
    }

    private LocalDate from(Checks checks, @Nullable Structure before) {
        if (before == null) {
            return LocalDate.MIN;
        }
        if (effective == null) {
            return before.validFrom();
        }
        if (effective.isBefore(before.validFrom())) {
            checks.refuse("effective", PeopleFault.EFFECTIVE_TOO_EARLY, before.validFrom());
        }
        return effective;
    }

    private StructureDetails withParent(
            Checks checks,
            StructureDraft draft,
            StructureDetails details,
            UUID id,
            LocalDate from,
            StructureBatches.@Nullable Line above) {
        String field = StructureField.PARENT.code();
        String key = key(draft.get(StructureField.PARENT));
        if (key.isEmpty()) {
            return details;
        }
        if (above != null && planned.get(above.number()) instanceof StructurePlan.Refused) {
            checks.refuse(field, PeopleFault.PARENT_REFUSED, above.number());
            return details;
        }
        if (above != null && !planned.containsKey(above.number())) {
            checks.refuse(field, PeopleFault.PARENT_CYCLE, Checks.shown(key));
            return details;
        }
        Write written = sound.get(key);
        Structure parent =
                written == null
                        ? known.get(key)
                        : new Structure(written.id(), key, 0, written.from(), written.details());
        if (parent == null) {
            checks.refuse(field, PeopleFault.PARENT_UNKNOWN, Checks.shown(key));
            return details;
        }
        StructureTree.parentFits(
                checks, hierarchy, new Hierarchy.Link(id, from, parent.id()), parent, details);
        return details.under(parent.id());
    }

    private StructureDraft draft(StructureDetails details, Structure structure) {
        return StructureDraft.of(structure.identifier(), details, identifier(details.parent()));
    }

    private @Nullable String identifier(@Nullable UUID id) {
        return id == null ? null : identifiers.get(id);
    }

    private static String key(StructureDraft draft) {
        return key(draft.get(StructureField.IDENTIFIER));
    }

    private static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}

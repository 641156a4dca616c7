package org.danaya.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.people.draft.Checks;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.jspecify.annotations.Nullable;

/** The rules that a structure's place among the others must meet. */
final class StructureTree {

    private static final String PARENT = StructureField.PARENT.code();

    private final StructureTable table;

    StructureTree(StructureTable table) {
        this.table = table;
    }

    /** Those above one, the nearest first. */
    List<Structure> ancestors(Structure structure) {
        List<Structure> above = new ArrayList<>();
        UUID next = structure.details().parent();
        while (next != null && above.size() < Hierarchy.DEEPEST) {
            UUID id = next;
            Structure parent =
                    table.find(id).orElseThrow(() -> new Fault(PeopleFault.STRUCTURE_UNKNOWN, id));
            above.add(parent);
            next = parent.details().parent();
        }
        return above;
    }

    /** The attributes, with the parent that the draft names, if it fits from a day on. */
    StructureDetails withParent(
            Checks checks,
            UUID id,
            StructureDraft draft,
            StructureDetails details,
            LocalDate from) {
        String typed = draft.get(StructureField.PARENT).strip();
        if (typed.isEmpty()) {
            return details;
        }
        Structure parent = find(typed).orElse(null);
        if (parent == null) {
            checks.refuse(PARENT, PeopleFault.PARENT_UNKNOWN, Checks.shown(typed));
            return details;
        }
        parentFits(
                checks,
                table.hierarchy(),
                new Hierarchy.Link(id, from, parent.id()),
                parent,
                details);
        return details.under(parent.id());
    }

    /** Refuses a parent that would break the tree, or that ends before its child. */
    static void parentFits(
            Checks checks,
            Hierarchy hierarchy,
            Hierarchy.Link link,
            Structure parent,
            StructureDetails child) {
        switch (hierarchy.check(link)) {
            case SOUND -> {}
            case CYCLE -> checks.refuse(PARENT, PeopleFault.PARENT_CYCLE, parent.identifier());
            case TOO_DEEP -> checks.refuse(PARENT, PeopleFault.TREE_TOO_DEEP, Hierarchy.DEEPEST);
        }
        LocalDate end = parent.details().until();
        if (end != null && (child.until() == null || child.until().isAfter(end))) {
            checks.refuse(PARENT, PeopleFault.PARENT_ENDED, parent.details().nameFr(), end);
        }
    }

    /** The structure that can take in the children of one that ends on a day. */
    @Nullable Structure heir(
            Checks checks,
            Structure before,
            String typed,
            List<Structure> children,
            LocalDate day) {
        if (typed.isBlank()) {
            checks.refuse("heir", PeopleFault.CHILDREN_REMAIN, children.size());
            return null;
        }
        Structure heir = find(typed).orElse(null);
        if (heir == null) {
            checks.refuse("heir", PeopleFault.PARENT_UNKNOWN, Checks.shown(typed));
            return null;
        }
        boolean below =
                heir.id().equals(before.id())
                        || ancestors(heir).stream().anyMatch(one -> one.id().equals(before.id()));
        if (below || heir.details().on(day) instanceof Existence.Ended) {
            checks.refuse("heir", PeopleFault.HEIR_UNFIT);
            return heir;
        }
        Hierarchy hierarchy = table.hierarchy();
        for (Structure child : children) {
            Hierarchy.Link link = new Hierarchy.Link(child.id(), later(child, day), heir.id());
            if (hierarchy.check(link) != Hierarchy.Verdict.SOUND) {
                checks.refuse("heir", PeopleFault.HEIR_UNFIT);
                return heir;
            }
            hierarchy.add(link);
        }
        return heir;
    }

    /** From when a structure can change: a day, or its last change if that came later. */
    static LocalDate later(Structure structure, LocalDate day) {
        return structure.validFrom().isAfter(day) ? structure.validFrom() : day;
    }

    private Optional<Structure> find(String identifier) {
        return table.find(identifier.strip().toLowerCase(Locale.ROOT));
    }
}

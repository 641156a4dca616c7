package org.danaya.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.danaya.people.draft.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How a structure ends: its children go under the heir, its positions and their incumbencies end
 * with it.
 */
final class Closures {

    private final StructureTable table;
    private final StructureTree tree;
    private final Positions positions;
    private final IncumbencyTable incumbencies;
    private final Clock clock;

    Closures(
            StructureTable table,
            StructureTree tree,
            Positions positions,
            IncumbencyTable incumbencies,
            Clock clock) {
        this.table = table;
        this.tree = tree;
        this.positions = positions;
        this.incumbencies = incumbencies;
        this.clock = clock;
    }

    /**
     * An end that was typed, as it is meant.
     *
     * @param heir under whom the children go; null where there are none
     */
    record Closure(LocalDate day, String act, List<Structure> children, @Nullable Structure heir) {}

    /** Records another state of a structure. */
    interface Update {
        Structure of(Structure before, LocalDate from, StructureDetails details);
    }

    /** What hangs on a structure on a day, and is touched if it ends then. */
    Structures.Hanging hanging(UUID id, LocalDate day) {
        List<Structure> children =
                table.children(id).stream()
                        .filter(child -> !(child.details().on(day) instanceof Existence.Ended))
                        .toList();
        List<Position> lasting =
                positions.of(id).stream().filter(position -> !position.endedOn(day)).toList();
        return new Structures.Hanging(
                children,
                lasting,
                lasting.stream()
                        .flatMap(position -> incumbencies.lasting(position.id(), day).stream())
                        .toList());
    }

    /** Reads an end, and refuses what is wrong with it. */
    Closure checked(Checks checks, Structure before, Structures.Ending typed) {
        LocalDate day = checks.neededDate("until", typed.until());
        String act = checks.needed("ending-act", typed.act(), Checks.REFERENCE);
        endable(checks, before, day);
        List<Structure> children =
                checks.sound() ? hanging(before.id(), day).children() : List.of();
        Structure heir =
                children.isEmpty() ? null : tree.heir(checks, before, typed.heir(), children, day);
        return new Closure(day, act, children, heir);
    }

    /** Ends a structure and what hangs on it. */
    Structure carryOut(Structure before, Closure closure, Update update) {
        Structure heir = closure.heir();
        if (heir != null) {
            for (Structure child : closure.children()) {
                update.of(
                        child,
                        StructureTree.later(child, closure.day()),
                        child.details().under(heir.id()));
            }
        }
        positions.endAll(before.id(), closure.day(), closure.act());
        return table.update(
                before, before.validFrom(), before.details().ended(closure.day(), closure.act()));
    }

    private void endable(Checks checks, Structure before, LocalDate day) {
        LocalDate already = before.details().until();
        LocalDate from = before.details().from();
        if (!checks.sound()) {
            return;
        }
        if (already != null) {
            checks.refuse("until", PeopleFault.STRUCTURE_ENDED, already);
        } else if (day.isAfter(LocalDate.now(clock))) {
            checks.refuse("until", PeopleFault.EFFECTIVE_AHEAD);
        } else if (from != null && !before.details().planned() && !day.isAfter(from)) {
            checks.refuse("until", PeopleFault.END_BEFORE_START, from);
        }
    }
}

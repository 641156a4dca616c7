package org.danaya.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is above whom, on every date. Serves to refuse what would put a structure above itself, on
 * any date.
 */
final class Hierarchy {

    /** How many structures may stand above one another, the lowest one counted. */
    static final int DEEPEST = 12;

    /** From a date on, a structure has this parent. */
    record Link(UUID structure, LocalDate from, @Nullable UUID parent) {}

    /** Whether a link may be made. */
    enum Verdict {
        SOUND,
        CYCLE,
        TOO_DEEP
    }

    private final Map<UUID, TreeMap<LocalDate, Link>> links = new HashMap<>();
    private final NavigableSet<LocalDate> dates = new TreeSet<>();
    private final Set<UUID> parents = new HashSet<>();

    Hierarchy(Collection<Link> all) {
        all.forEach(this::add);
    }

    /** Takes a link into account, in the place of the one of the same date. */
    void add(Link link) {
        links.computeIfAbsent(link.structure(), _ -> new TreeMap<>()).put(link.from(), link);
        dates.add(link.from());
        if (link.parent() != null) {
            parents.add(link.parent());
        }
    }

    /** The structure above one on a date, if there is one. */
    @Nullable UUID parent(UUID structure, LocalDate date) {
        TreeMap<LocalDate, Link> ofOne = links.get(structure);
        var entry = ofOne == null ? null : ofOne.floorEntry(date);
        return entry == null ? null : entry.getValue().parent();
    }

    /** Whether the tree stays a tree, on the link's date and all later ones, if it is made. */
    Verdict check(Link link) {
        TreeMap<LocalDate, Link> own = links.getOrDefault(link.structure(), new TreeMap<>());
        LocalDate next = own.higherKey(link.from());
        NavigableSet<LocalDate> later = dates.tailSet(link.from(), false);
        Verdict verdict = checkOn(link, link.from());
        for (LocalDate date : next == null ? later : later.headSet(next, false)) {
            if (verdict != Verdict.SOUND) {
                return verdict;
            }
            verdict = checkOn(link, date);
        }
        return verdict;
    }

    private Verdict checkOn(Link link, LocalDate date) {
        int above = 0;
        for (UUID one = link.parent(); one != null; one = parent(one, date)) {
            if (one.equals(link.structure())) {
                return Verdict.CYCLE;
            }
            if (++above >= DEEPEST) {
                return Verdict.TOO_DEEP;
            }
        }
        return above + height(link.structure(), date) > DEEPEST ? Verdict.TOO_DEEP : Verdict.SOUND;
    }

    /** How many levels a structure's own tree has on a date, itself counted. */
    private int height(UUID root, LocalDate date) {
        int height = 1;
        if (!parents.contains(root)) {
            return height;
        }
        for (UUID structure : links.keySet()) {
            int level = 1;
            UUID one = structure;
            while (one != null && !one.equals(root) && level <= DEEPEST) {
                one = parent(one, date);
                level++;
            }
            height = root.equals(one) ? Math.max(height, level) : height;
        }
        return height;
    }
}

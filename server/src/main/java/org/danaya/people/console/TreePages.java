package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.form.FormFault;
import org.danaya.form.Query;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.people.Existence;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The structures that exist, under one another. A page holds so many of the highest, and so many
 * below them, the higher first; what it leaves out it counts, and leads to.
 */
@Controller
class TreePages {

    static final String PATH = StructurePages.PATH + "/tree";

    private static final int TOPS = 50;
    private static final int BELOW = 400;
    private static final int LAST_PAGE = 100_000;

    private final Structures structures;
    private final Clock clock;

    TreePages(Structures structures, Clock clock) {
        this.structures = structures;
        this.clock = clock;
    }

    @Needs(Right.READ_STRUCTURES)
    @GetMapping(PATH)
    Answer tree(Query query) {
        Map<Optional<UUID>, List<Structure>> children = children();
        Optional<Structure> under = under(query);
        List<Structure> tops =
                under.map(List::of)
                        .orElseGet(() -> children.getOrDefault(Optional.empty(), List.of()));
        int pages = Math.max(1, (tops.size() + TOPS - 1) / TOPS);
        int page = Math.min(pages, query.number("page", 1, LAST_PAGE, 1));
        int first = (page - 1) * TOPS;
        List<Structure> shown = tops.subList(first, Math.min(tops.size(), first + TOPS));
        Map<UUID, List<Structure>> below = below(shown, children);
        return Page.of(
                "people/tree",
                new Shown.Tree(
                        shown.stream().map(top -> branch(top, below, children)).toList(),
                        under,
                        children.values().stream().mapToInt(List::size).sum(),
                        page,
                        pages));
    }

    private Optional<Structure> under(Query query) {
        String text = query.text("under");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(structures.get(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            throw new Fault(e, FormFault.WRONG_PARAMETER, "under");
        }
    }

    /** Those that exist, by the one above them; one whose parent ended stands at the top. */
    private Map<Optional<UUID>, List<Structure>> children() {
        LocalDate today = LocalDate.now(clock);
        List<Structure> all =
                structures.list(Structures.Query.ALL, "", Structures.MOST).stream()
                        .filter(one -> !(one.details().on(today) instanceof Existence.Ended))
                        .sorted(Comparator.comparing(one -> one.name(Language.FRENCH)))
                        .toList();
        Map<UUID, Structure> there = new HashMap<>();
        all.forEach(one -> there.put(one.id(), one));
        Map<Optional<UUID>, List<Structure>> children = new HashMap<>();
        for (Structure one : all) {
            Optional<UUID> parent =
                    Optional.ofNullable(one.details().parent()).filter(there::containsKey);
            children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(one);
        }
        return children;
    }

    /** Those that the page has room for, level by level. */
    private static Map<UUID, List<Structure>> below(
            List<Structure> tops, Map<Optional<UUID>, List<Structure>> children) {
        Map<UUID, List<Structure>> below = new HashMap<>();
        Queue<Structure> waiting = new ArrayDeque<>(tops);
        int room = BELOW;
        while (room > 0 && !waiting.isEmpty()) {
            Structure next = waiting.remove();
            List<Structure> all = children.getOrDefault(Optional.of(next.id()), List.of());
            List<Structure> some = all.subList(0, Math.min(room, all.size()));
            below.put(next.id(), some);
            waiting.addAll(some);
            room -= some.size();
        }
        return below;
    }

    private Shown.Branch branch(
            Structure one,
            Map<UUID, List<Structure>> below,
            Map<Optional<UUID>, List<Structure>> children) {
        List<Structure> some = below.getOrDefault(one.id(), List.of());
        int all = children.getOrDefault(Optional.of(one.id()), List.of()).size();
        return new Shown.Branch(
                one,
                StructurePages.state(one.details(), LocalDate.now(clock)),
                some.stream().map(child -> branch(child, below, children)).toList(),
                all - some.size());
    }
}

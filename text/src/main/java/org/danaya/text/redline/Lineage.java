package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.flow.Line;

/** Which parts of a version came from which of the one before. */
public final class Lineage {

    /** A part that came from another says so many of its words at least. */
    private static final double SAID = 0.6;

    /** Fewer words than these say nothing about where they are from. */
    private static final int FEWEST = 6;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private Lineage() {}

    /**
     * The parts that went on, in the later version's order; then those that were split, and merged.
     */
    public static List<Link> of(Redline redline) {
        List<Change.Kept> kept = kept(redline);
        List<Link> links = new ArrayList<>();
        for (Change.Kept line : kept) {
            if (!line.before().opens().isEmpty() && !line.after().opens().isEmpty()) {
                links.add(new Link(Link.Kind.SAME, line.before().place(), line.after().place()));
            }
        }
        // Only a line that changed can have lost, or got, what another says.
        List<Compared> changed =
                kept.stream()
                        .filter(line -> !line.before().inlines().equals(line.after().inlines()))
                        .map(line -> new Compared(line, words(line.before()), words(line.after())))
                        .toList();
        for (Change change : redline.changes()) {
            switch (change) {
                case Change.Inserted(Line line) when !line.opens().isEmpty() ->
                        from(line, changed, Compared::former, Compared::later)
                                .map(found -> found.before().place())
                                .map(was -> new Link(Link.Kind.SPLIT, was, line.place()))
                                .ifPresent(links::add);
                case Change.Deleted(Line line) when !line.opens().isEmpty() ->
                        from(line, changed, Compared::later, Compared::former)
                                .map(found -> found.after().place())
                                .map(is -> new Link(Link.Kind.MERGED, line.place(), is))
                                .ifPresent(links::add);
                default -> {}
            }
        }
        return links;
    }

    /**
     * The later version with lasting names: those of the former one for the parts that went on, new
     * ones for the others.
     *
     * @param former {@code akomaNtoso}, whose parts have lasting names
     * @param later {@code akomaNtoso}; names that it has are believed where the former has them
     * @param used the names of parts of all versions before
     * @param version in which new parts come, from 1
     */
    public static Element inherit(Element former, Element later, Set<String> used, int version) {
        Set<String> known = former.all().map(Element::wId).collect(Collectors.toSet());
        Element identified =
                Identifiers.identified(
                        later.mapped(
                                part ->
                                        known.contains(part.wId())
                                                ? part
                                                : part.without(Element.WID)));
        Redline redline = Comparison.compare(FlowReader.read(former), FlowReader.read(identified));
        Map<String, String> names = new HashMap<>();
        of(redline).stream()
                .filter(link -> link.kind() == Link.Kind.SAME && !link.before().wId().isEmpty())
                .forEach(link -> names.putIfAbsent(link.after().eId(), link.before().wId()));
        Element named =
                identified.mapped(
                        part ->
                                names.containsKey(part.eId())
                                        ? part.with(Element.WID, names.get(part.eId()))
                                        : part);
        return Identifiers.lasting(named, used, version);
    }

    private static List<Change.Kept> kept(Redline redline) {
        List<Change.Kept> kept = new ArrayList<>();
        for (Change change : redline.changes()) {
            switch (change) {
                case Change.Kept line -> kept.add(line);
                case Change.MovedTo moved -> kept.add(moved.line());
                case Change.Inserted _, Change.Deleted _, Change.MovedFrom _, Change.Table _ -> {}
            }
        }
        return kept;
    }

    /**
     * The line, among those that are in both versions, that says on one side what a line says, and
     * doesn't on the other.
     */
    private static Optional<Change.Kept> from(
            Line line,
            List<Compared> changed,
            Function<Compared, Map<String, Long>> says,
            Function<Compared, Map<String, Long>> lacks) {
        Map<String, Long> words = words(line);
        long all = words.values().stream().mapToLong(Long::longValue).sum();
        if (all < FEWEST) {
            return Optional.empty();
        }
        double best = SAID;
        Optional<Change.Kept> found = Optional.empty();
        for (Compared candidate : changed) {
            double said = (double) shared(words, says.apply(candidate)) / all;
            if (said >= best && shared(words, lacks.apply(candidate)) < said * all / 2) {
                best = said;
                found = Optional.of(candidate.line());
            }
        }
        return found;
    }

    /** A line that changed, and how often each word is in it, as it was and as it is. */
    private record Compared(Change.Kept line, Map<String, Long> former, Map<String, Long> later) {}

    private static long shared(Map<String, Long> words, Map<String, Long> others) {
        return words.entrySet().stream()
                .mapToLong(
                        word -> Math.min(word.getValue(), others.getOrDefault(word.getKey(), 0L)))
                .sum();
    }

    private static Map<String, Long> words(Line line) {
        return WORD.matcher(line.text().toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}

package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/** What an operation means for references: where they lead, and what their words say. */
final class References {

    /** More are not told. */
    static final int TOLD = 200;

    private static final Map<String, String> NAMES =
            Map.of(
                    "article", "article",
                    "art", "article",
                    "chapitre", "chapter",
                    "titre", "title",
                    "section", "section",
                    "partie", "part",
                    "axe", "part",
                    "livre", "book",
                    "annexe", "attachment",
                    "chapter", "chapter");

    private static final Pattern MENTION =
            Pattern.compile(
                    "(?iu)\\b(article|art|chapitre|titre|section|partie|axe|livre|annexe|chapter)s?\\.?[ \\u00a0\\u202f]+"
                            + "((?:premier|première|unique|\\d{1,4}(?:er|ère)?|[IVXLC]{1,7})"
                            + "(?:[ \\u00a0](?:bis|ter|quater|quinquies))?)\\b");

    private final Element before;
    private final Set<Edited.Told> told = new LinkedHashSet<>();

    private References(Element before) {
        this.before = before;
    }

    /**
     * The text with names that say where parts lie, and references that follow.
     *
     * @param moved names of parts that are gone, and of those that they went into
     */
    static Edited finished(Element before, Element after, Map<String, String> moved) {
        References references = new References(before);
        Element led = references.led(after, moved);
        Element named = Identifiers.identified(led);
        references.stale(named);
        return new Edited(named, references.told.stream().limit(TOLD).toList());
    }

    private static Set<String> eIds(Element root) {
        Set<String> names = new HashSet<>();
        root.all().map(Element::eId).filter(eId -> !eId.isEmpty()).forEach(names::add);
        return names;
    }

    /** References to what is gone lead nowhere, or to what it went into. */
    private Element led(Element after, Map<String, String> moved) {
        Set<String> gone = eIds(before);
        gone.removeAll(eIds(after));
        if (gone.isEmpty()) {
            return after;
        }
        Map<String, Element> byName = new HashMap<>();
        after.all().forEach(element -> byName.putIfAbsent(element.eId(), element));
        each(
                after,
                (unit, element) -> {
                    String to = target(element);
                    if (!to.isEmpty() && gone.contains(to)) {
                        Element now = moved.containsKey(to) ? byName.get(moved.get(to)) : null;
                        told.add(
                                new Edited.Told(
                                        now == null ? Edited.What.LOST : Edited.What.FOLLOWED,
                                        unit,
                                        shown(element),
                                        now == null ? "" : number(now)));
                    }
                });
        return rewritten(after, gone, moved);
    }

    private static Element rewritten(Element element, Set<String> gone, Map<String, String> moved) {
        List<Node> children = new ArrayList<>(element.children().size());
        for (Node node : element.children()) {
            if (!(node instanceof Element child)) {
                children.add(node);
                continue;
            }
            Element below = rewritten(child, gone, moved);
            String to = target(below);
            if (to.isEmpty() || !gone.contains(to)) {
                children.add(below);
            } else if (moved.containsKey(to)) {
                children.add(below.with("href", "#" + moved.get(to)));
            } else if (below.tag().equals("ref") || below.tag().equals("a")) {
                children.addAll(below.children());
            } else if (below.kind() == Kind.INLINE) {
                children.add(below.without("href"));
            }
        }
        return element.with(joined(children));
    }

    private static List<Node> joined(List<Node> nodes) {
        List<Node> joined = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (node instanceof Words(String more)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Words(String begin)) {
                joined.set(joined.size() - 1, new Words(begin + more));
            } else {
                joined.add(node);
            }
        }
        return joined;
    }

    private static String target(Element element) {
        String href = element.attribute("href");
        return href.length() > 1 && href.charAt(0) == '#' ? href.substring(1) : "";
    }

    private static String shown(Element element) {
        String words = element.words().strip();
        return words.length() <= 120 ? words : words.substring(0, 119) + "…";
    }

    private static String number(Element part) {
        return part.first("num").map(num -> Tree.withoutNotes(num).words().strip()).orElse("");
    }

    private static Map<String, String> numbers(Element root) {
        Map<String, String> numbers = new HashMap<>();
        root.all()
                .filter(part -> Tree.isPart(part) && !part.wId().isEmpty())
                .forEach(part -> numbers.putIfAbsent(part.wId(), number(part)));
        return numbers;
    }

    /** References whose words name a number that a part had. */
    private void stale(Element after) {
        Map<String, String> were = numbers(before);
        Map<String, String> are = numbers(after);
        Set<String> changed = new HashSet<>();
        were.forEach(
                (wId, number) -> {
                    if (!number.isEmpty() && !number.equals(are.get(wId))) {
                        changed.add(wId);
                    }
                });
        if (changed.isEmpty()) {
            return;
        }
        Map<String, Element> byName = new HashMap<>();
        after.all().forEach(element -> byName.putIfAbsent(element.eId(), element));
        Map<String, Element> former = new HashMap<>();
        before.all()
                .filter(part -> Tree.isPart(part) && changed.contains(part.wId()))
                .forEach(
                        part ->
                                former.putIfAbsent(
                                        part.tag() + " " + Identifiers.plain(number(part)), part));
        each(
                after,
                (unit, element) -> {
                    if (element.kind() == Kind.BLOCK && !element.tag().equals("num")) {
                        block(element, byName, former, were, are, unit);
                    }
                });
    }

    private void block(
            Element block,
            Map<String, Element> byName,
            Map<String, Element> former,
            Map<String, String> were,
            Map<String, String> are,
            String unit) {
        StringBuilder loose = new StringBuilder();
        collect(
                block,
                loose,
                link -> {
                    Element part = byName.get(target(link));
                    if (part != null
                            && names(link.words(), were.getOrDefault(part.wId(), ""), part)) {
                        told.add(
                                new Edited.Told(
                                        Edited.What.STALE, unit, shown(link), number(part)));
                    }
                });
        Matcher mention = MENTION.matcher(loose);
        while (mention.find()) {
            String tag = NAMES.get(mention.group(1).toLowerCase(Locale.ROOT));
            Element part = former.get(tag + " " + Identifiers.plain(mention.group(2)));
            if (part != null && !lost(unit, mention.group())) {
                told.add(
                        new Edited.Told(
                                Edited.What.MENTION,
                                unit,
                                mention.group(),
                                are.getOrDefault(part.wId(), "")));
            }
        }
    }

    /** Whether it was told already, as a reference. */
    private boolean lost(String unit, String words) {
        return told.stream()
                .anyMatch(
                        each ->
                                each.what() == Edited.What.LOST
                                        && each.unit().equals(unit)
                                        && each.words().contains(words));
    }

    /** The words of a block outside references that lead somewhere in the text. */
    private static void collect(Element element, StringBuilder loose, Consumer<Element> links) {
        for (Node node : element.children()) {
            switch (node) {
                case Words words -> loose.append(words.words());
                case Element child when !target(child).isEmpty() -> links.accept(child);
                case Element child when child.kind() == Kind.SUBFLOW -> {}
                case Element child -> collect(child, loose, links);
            }
        }
    }

    /** Whether words name the number that a part had, and not the one that it has. */
    private static boolean names(String words, String was, Element part) {
        if (was.equals(number(part))) {
            return false;
        }
        String former = Identifiers.plain(was);
        return !former.isEmpty()
                && Pattern.compile(
                                "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(former) + "(?![\\p{N}])")
                        .matcher(words)
                        .find();
    }

    /** What is told of each element and its unit. */
    private interface Visit {
        void see(String unit, Element element);
    }

    private static void each(Element root, Visit visit) {
        Set<String> addresses = new HashSet<>();
        Units.of(root).stream().filter(Unit::isPart).map(Unit::address).forEach(addresses::add);
        each(root, "", addresses, visit);
    }

    private static void each(Element element, String unit, Set<String> addresses, Visit visit) {
        visit.see(unit, element);
        element.elements()
                .filter(child -> child.kind() != Kind.META)
                .forEach(
                        child ->
                                each(
                                        child,
                                        Tree.isPart(child) && addresses.contains(child.wId())
                                                ? child.wId()
                                                : unit,
                                        addresses,
                                        visit));
    }
}

package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/**
 * Numbers parts anew, in the style that is found. Articles are numbered through the whole text, or
 * annex; so are other parts whose numbers go on from one group to the next; all others begin anew
 * in each group. Numbers that don't count (dashes, bullets) stay.
 */
final class Renumbering {

    private static final Set<String> THROUGH = Set.of("article");

    /** Parts of one name beside each other, and the text or annex that they are in. */
    private record Group(String component, List<Element> parts) {}

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final String tag;

    private Renumbering(Element root, String tag) {
        this.tag = tag;
        collect(root, "");
    }

    /**
     * The numbers that change, by the names of their parts.
     *
     * @throws TextFault {@code text.edit.gone}, {@code text.edit.number} where the part's number
     *     doesn't count
     */
    static Map<String, String> numbers(Element root, Scope scope, String wId) {
        Element part = Tree.get(root, wId);
        Renumbering renumbering = new Renumbering(root, part.tag());
        renumbering.count();
        Map<String, String> wanted = new HashMap<>();
        for (Group group : renumbering.groups) {
            boolean here = group.parts().stream().anyMatch(each -> each.wId().equals(wId));
            for (Element each : group.parts()) {
                String number = renumbering.numbers.get(each.wId());
                boolean meant =
                        switch (scope) {
                            case PART -> each.wId().equals(wId);
                            case SIBLINGS -> here;
                            case ALL -> true;
                        };
                if (meant && number != null && !number.equals(number(each))) {
                    wanted.put(each.wId(), number);
                }
            }
        }
        return wanted;
    }

    /** The text with other numbers. */
    static Element applied(Element root, Map<String, String> numbers) {
        return root.mapped(
                part ->
                        Tree.isPart(part) && numbers.containsKey(part.wId())
                                ? numbered(part, numbers.get(part.wId()))
                                : part);
    }

    /** A part with another number; the notes that its number calls stay. */
    static Element numbered(Element part, String number) {
        List<Node> children = new ArrayList<>();
        Optional<Element> was = part.first("num");
        List<Node> said = new ArrayList<>();
        if (!number.isEmpty()) {
            said.add(new Words(number));
        }
        was.ifPresent(
                num -> num.all().filter(e -> e.tag().equals("authorialNote")).forEach(said::add));
        children.add(was.orElse(Element.of("num")).with(said));
        part.children().stream()
                .filter(node -> !(node instanceof Element e && e.tag().equals("num")))
                .forEach(children::add);
        return part.with(children);
    }

    private static String number(Element part) {
        return part.first("num").map(num -> Tree.withoutNotes(num).words().strip()).orElse("");
    }

    private void collect(Element around, String component) {
        List<Element> parts =
                around.elements()
                        .filter(child -> child.tag().equals(tag) && !number(child).isEmpty())
                        .toList();
        if (!parts.isEmpty()) {
            groups.add(new Group(component, parts));
        }
        around.elements()
                .filter(child -> child.kind() != Kind.SUBFLOW && child.kind() != Kind.META)
                .forEach(
                        child ->
                                collect(
                                        child,
                                        child.tag().equals("attachment")
                                                ? child.wId()
                                                : component));
    }

    private void count() {
        Map<String, Integer> last = new HashMap<>();
        boolean through = THROUGH.contains(tag) || goOn();
        Optional<NumberStyle> common = Optional.empty();
        for (Group group : groups) {
            boolean roman = roman(group.parts());
            int next = through ? last.getOrDefault(group.component(), 0) + 1 : 1;
            Optional<NumberStyle> style = Optional.empty();
            for (Element part : group.parts()) {
                Optional<NumberStyle.Read> read = NumberStyle.read(number(part), roman);
                if (read.isEmpty() && number(part).matches("[-–—•·]")) {
                    continue;
                }
                if (read.isPresent()) {
                    style = read.map(NumberStyle.Read::style);
                } else if (style.isEmpty()) {
                    style = common;
                }
                if (style.isPresent()) {
                    numbers.put(part.wId(), first(style.get(), next).write(next));
                    common = style;
                    next++;
                }
            }
            last.put(group.component(), next - 1);
        }
    }

    /** Where the first of them was called so, the first of them is. */
    private NumberStyle first(NumberStyle style, int value) {
        if (value != 1 || style.kind() != NumberStyle.Kind.ARABIC) {
            return style;
        }
        return groups.stream()
                .flatMap(group -> group.parts().stream())
                .map(part -> NumberStyle.read(number(part), false))
                .flatMap(Optional::stream)
                .filter(read -> read.value() == 1)
                .filter(read -> read.style().kind() != NumberStyle.Kind.ARABIC)
                .map(read -> read.style().kind())
                .filter(
                        kind ->
                                kind == NumberStyle.Kind.ORDINAL
                                        || kind == NumberStyle.Kind.PREMIER
                                        || kind == NumberStyle.Kind.PREMIERE)
                .findFirst()
                .map(kind -> new NumberStyle(style.before(), kind, style.after()))
                .orElse(style);
    }

    /** Whether letters are Roman numbers: the first of them says so. */
    private static boolean roman(List<Element> parts) {
        String first = number(parts.getFirst());
        Optional<NumberStyle.Read> roman = NumberStyle.read(first, true);
        return roman.isPresent()
                && (roman.get().style().kind() == NumberStyle.Kind.ROMAN
                        || roman.get().style().kind() == NumberStyle.Kind.SMALL_ROMAN)
                && (roman.get().value() == 1
                        || Tree.headed(parts.getFirst())
                        || roman.equals(NumberStyle.read(first, false)));
    }

    /** Whether a group of the same text begins where the one before it ended. */
    private boolean goOn() {
        int before = 0;
        for (int at = 1; at < groups.size(); at++) {
            if (!groups.get(at).component().equals(groups.get(at - 1).component())) {
                continue;
            }
            int begins = value(groups.get(at).parts().getFirst(), groups.get(at).parts());
            before += begins > 1 ? 1 : -1;
        }
        return before > 0;
    }

    private static int value(Element part, List<Element> group) {
        return NumberStyle.read(number(part), roman(group)).map(NumberStyle.Read::value).orElse(0);
    }
}

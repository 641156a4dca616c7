package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;

/**
 * Changes texts, part by part. Each operation gives a new tree: parts that it doesn't concern keep
 * their names and their words, what is moved keeps its name, of what is split the first keeps it,
 * of what is merged the first does. References follow; what they say is told, never changed.
 *
 * <p>Faults: {@code text.edit.gone} (the address) where nothing has this address (any more), and
 * those of {@link PartMarkup}'s lines.
 */
public final class Editing {

    /** Parts that can be made new; others come from files. */
    public static final Set<String> NEW =
            Set.of(
                    "title",
                    "chapter",
                    "section",
                    "article",
                    "paragraph",
                    "point",
                    "alinea",
                    "level");

    /** What a part is called that has no name yet. */
    private static final String FRESH = "\u0000";

    private Editing() {}

    /**
     * Puts words in place of those of a unit.
     *
     * @param lines as {@link PartMarkup} writes them
     */
    public static Edited say(Element root, String address, String lines) {
        if (PartMarkup.of(root, address).filter(lines::equals).isPresent()) {
            return new Edited(root, List.of());
        }
        Element unit = Tree.get(root, address);
        Element read = MarkupReader.read(unit, lines, Handles.of(root));
        boolean parts = unit.kind() == Kind.HIERARCHY && !Tree.holdsUnits(unit);
        Element named = parts ? Inheritance.named(unit, read) : read;
        return References.finished(root, Tree.with(root, address, _ -> named), Map.of());
    }

    /**
     * Makes a part, with the next number after the one before it.
     *
     * @param at the part beside which, or in which; or a body
     * @param tag one of {@link #NEW}
     * @param heading may be empty
     */
    public static Edited insert(Element root, String at, Where where, String tag, String heading) {
        if (!NEW.contains(tag)) {
            throw new TextFault("text.edit.tag", tag);
        }
        List<Node> children = new ArrayList<>();
        if (!heading.isBlank()) {
            children.add(InlineReading.read("heading", heading, Handles.of(root)));
        }
        if (!Tree.headed(Element.of(tag))) {
            children.add(Element.of("content", Element.of("p")));
        }
        Element bare = Element.of(tag, children);
        // A name by which it can be numbered, until it's there.
        Element put = put(root, at, where, bare.with(Element.WID, FRESH));
        String number =
                tag.equals("alinea") || tag.equals("level") ? "" : Next.number(put, FRESH, tag);
        Element numbered =
                number.isEmpty()
                        ? put
                        : Tree.with(put, FRESH, part -> Renumbering.numbered(part, number));
        return References.finished(
                root, Tree.with(numbered, FRESH, part -> part.without(Element.WID)), Map.of());
    }

    private static Element put(Element root, String at, Where where, Element part) {
        boolean annex = part.tag().equals("attachment");
        if (annex != beside(root, at, where)) {
            throw new TextFault("text.edit.place");
        }
        return switch (where) {
            case BEFORE, AFTER ->
                    Tree.around(
                            root,
                            at,
                            (around, place) -> {
                                List<Node> children = new ArrayList<>(around.children());
                                children.add(where == Where.BEFORE ? place : place + 1, part);
                                return settled(around.with(children));
                            });
            case FIRST, LAST ->
                    Tree.with(root, at, around -> within(around, where == Where.FIRST, part));
        };
    }

    /** Whether the place is among annexes, which hold nothing but a text of their own. */
    private static boolean beside(Element root, String at, Where where) {
        boolean annex = Tree.get(root, at).tag().equals("attachment");
        if (annex && (where == Where.FIRST || where == Where.LAST)) {
            throw new TextFault("text.edit.place");
        }
        return annex;
    }

    private static Element within(Element around, boolean first, Element part) {
        if (around.kind() != Kind.HIERARCHY && !around.tag().endsWith("ody")) {
            throw new TextFault("text.edit.place");
        }
        List<Node> children = new ArrayList<>(around.children());
        int at = first ? 0 : children.size();
        if (first) {
            while (at < children.size() && before(children.get(at), around)) {
                at++;
            }
        } else {
            while (at > 0 && isTag(children.get(at - 1), "wrapUp")) {
                at--;
            }
        }
        children.add(at, part);
        return settled(around.with(children));
    }

    /** What stands before the first part. */
    private static boolean before(Node node, Element around) {
        if (!(node instanceof Element element)) {
            return true;
        }
        return around.kind() == Kind.HIERARCHY
                ? Tree.HEAD.contains(element.tag())
                        || element.tag().equals("intro")
                        || element.tag().equals("content")
                : !Tree.isPart(element);
    }

    private static boolean isTag(Node node, String tag) {
        return node instanceof Element element && element.tag().equals(tag);
    }

    /** What is around parts that changed, as the standard has it. */
    private static Element settled(Element around) {
        List<Node> children = new ArrayList<>(around.children());
        boolean parts = around.elements().anyMatch(Tree::isPart);
        if (around.kind() == Kind.HIERARCHY) {
            boolean wrapUp = around.first("wrapUp").isPresent();
            if (parts || around.elements().anyMatch(child -> child.tag().equals("crossHeading"))) {
                children.replaceAll(node -> isTag(node, "content") ? renamed(node, "intro") : node);
            } else if (!wrapUp) {
                children.replaceAll(node -> isTag(node, "intro") ? renamed(node, "content") : node);
            }
        } else if (around.tag().equals("mainBody")) {
            if (parts) {
                children.removeIf(
                        node ->
                                node instanceof Element p
                                        && p.tag().equals("p")
                                        && p.children().isEmpty());
            } else if (around.elements().findAny().isEmpty()) {
                children.add(Element.of("p"));
            }
        } else if (!parts && around.tag().equals("body")) {
            throw new TextFault("text.edit.last");
        }
        return around.with(children);
    }

    private static Node renamed(Node node, String tag) {
        return ((Element) node).named(tag);
    }

    /** Takes a part out, with all that is in it. */
    public static Edited delete(Element root, String wId) {
        return References.finished(root, without(root, wId), Map.of());
    }

    private static Element without(Element root, String wId) {
        Element taken =
                Tree.around(
                        root,
                        wId,
                        (around, place) -> {
                            List<Node> children = new ArrayList<>(around.children());
                            children.remove((int) place);
                            return settled(around.with(children));
                        });
        return taken.mapped(Editing::annexes);
    }

    /** No list of annexes without an annex. */
    private static Element annexes(Element document) {
        boolean empty =
                document.elements("attachments").anyMatch(all -> all.first("attachment").isEmpty());
        return empty
                ? document.with(
                        document.children().stream()
                                .filter(node -> !isTag(node, "attachments"))
                                .toList())
                : document;
    }

    /**
     * Puts a part elsewhere, with all that is in it.
     *
     * @throws TextFault {@code text.edit.place} where it can't be there: in itself; an annex among
     *     parts
     */
    public static Edited move(Element root, String wId, Where where, String target) {
        Element part = Tree.get(root, wId);
        if (Tree.find(part, target).isPresent() || target.equals(wId)) {
            throw new TextFault("text.edit.place");
        }
        Tree.get(root, target);
        boolean annex = part.tag().equals("attachment");
        if (annex && (where == Where.FIRST || where == Where.LAST)) {
            throw new TextFault("text.edit.place");
        }
        return References.finished(root, put(without(root, wId), target, where, part), Map.of());
    }

    /** A part, with all that is in it. */
    public static Optional<Element> part(Element root, String wId) {
        return Tree.find(root, wId);
    }

    /** A unit as a text of its own, in the language of the text that it is of. */
    public static Element alone(Element root, String address) {
        Element unit = Tree.get(root, address);
        Element body =
                unit.tag().equals("mainBody") || unit.tag().equals("body")
                        ? unit
                        : Element.of("mainBody", unit);
        Element language =
                root.all()
                        .filter(element -> element.tag().equals("FRBRlanguage"))
                        .findFirst()
                        .orElse(Element.of("FRBRlanguage"));
        return Element.of("akomaNtoso", Element.of("doc", Element.of("meta", language), body));
    }

    /** Whether a part can be merged with what follows it. */
    public static boolean mergeable(Element root, String wId) {
        String tag = Tree.get(root, wId).tag();
        return !tag.equals("attachment")
                && neighbour(root, wId, true)
                        .filter(after -> Tree.get(root, after).tag().equals(tag))
                        .isPresent();
    }

    /** The part of the same kind of group right before, or after, another one; empty at the end. */
    public static Optional<String> neighbour(Element root, String wId, boolean after) {
        List<Element> parts = Tree.parent(root, wId).elements().filter(Tree::isPart).toList();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).wId().equals(wId)) {
                int other = after ? at + 1 : at - 1;
                return other < 0 || other >= parts.size()
                        ? Optional.empty()
                        : Optional.of(parts.get(other).wId());
            }
        }
        return Optional.empty();
    }

    /**
     * What a part can be split before: the beginnings of what is in it, from its second item on.
     */
    public static List<String> items(Element root, String wId) {
        List<String> items = new ArrayList<>();
        for (Node item : Items.of(Tree.get(root, wId))) {
            String words = beginning(Spaces.blocks((Element) item));
            items.add(words.length() <= 100 ? words : words.substring(0, 99) + "…");
        }
        return items.isEmpty() ? items : items.subList(1, items.size());
    }

    private static String beginning(Element item) {
        return item.kind() == Kind.HIERARCHY
                ? item.elements()
                        .map(Editing::beginning)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "))
                : item.words().strip();
    }

    /**
     * Splits a part in two: what comes from an item on is a part of its own, of the same name, with
     * the next number and no heading.
     *
     * @param item of {@link #items}, from 0
     * @throws TextFault {@code text.edit.split} where there is no such item
     */
    public static Edited split(Element root, String wId, int item) {
        Element part = Tree.get(root, wId);
        List<Node> items = Items.of(part);
        if (part.tag().equals("attachment") || item < 0 || item + 1 >= items.size()) {
            throw new TextFault("text.edit.split");
        }
        Element first = Items.with(part, items.subList(0, item + 1));
        Element rest =
                new Element(part.tag(), part.attributes(), List.of())
                        .without(Element.EID)
                        .without("GUID")
                        .with(Element.WID, FRESH)
                        .with(Items.assembled(items.subList(item + 1, items.size())));
        Element put = put(Tree.with(root, wId, _ -> first), wId, Where.AFTER, rest);
        String number = part.first("num").isEmpty() ? "" : Next.number(put, FRESH, part.tag());
        Element numbered =
                number.isEmpty()
                        ? put
                        : Tree.with(put, FRESH, second -> Renumbering.numbered(second, number));
        return References.finished(
                root, Tree.with(numbered, FRESH, second -> second.without(Element.WID)), Map.of());
    }

    /**
     * Merges a part with the next one beside it: what is in that goes to its end. The next one's
     * number is gone; its heading stays, as a heading without number between paragraphs.
     *
     * @throws TextFault {@code text.edit.merge} where nothing of the same name follows
     */
    public static Edited merge(Element root, String wId) {
        Element part = Tree.get(root, wId);
        Element next =
                neighbour(root, wId, true)
                        .map(after -> Tree.get(root, after))
                        .filter(after -> after.tag().equals(part.tag()))
                        .filter(after -> !after.tag().equals("attachment"))
                        .orElseThrow(() -> new TextFault("text.edit.merge"));
        List<Node> items = new ArrayList<>(Items.of(part));
        for (Element head : Items.head(next)) {
            boolean number = head.tag().equals("num");
            if (!number && !head.words().isBlank()) {
                items.add(Element.of("p", head.children()).with("class", "heading"));
            }
        }
        items.addAll(Items.of(next));
        Map<String, String> moved = new HashMap<>();
        if (!next.eId().isEmpty()) {
            moved.put(next.eId(), part.eId());
        }
        Element merged = Tree.with(root, wId, _ -> Items.with(part, items));
        return References.finished(root, without(merged, next.wId()), moved);
    }

    /** The numbers that would change, by the parts' names. */
    public static Map<String, String> numbers(Element root, Scope scope, String wId) {
        return Renumbering.numbers(root, scope, wId);
    }

    /** Gives parts the numbers of their places. */
    public static Edited renumber(Element root, Scope scope, String wId) {
        Map<String, String> numbers = Renumbering.numbers(root, scope, wId);
        return References.finished(root, Renumbering.applied(root, numbers), Map.of());
    }
}

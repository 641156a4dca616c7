package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;

/** Builds a unit of what its lines say, from top to bottom. */
final class UnitBuilder {

    /** A part under way. */
    private static final class Draft {
        final Element begun;

        /** Whether it is a paragraph of which the end says whether it is a part. */
        final boolean maybe;

        /** Elements and drafts, in order. */
        final List<Object> items = new ArrayList<>();

        Draft(Element begun, boolean maybe) {
            this.begun = begun;
            this.maybe = maybe;
        }
    }

    final List<Element> head = new ArrayList<>();

    private final Element unit;
    private final boolean holds;
    private final boolean alineas;
    private final List<Draft> open = new ArrayList<>();

    /** Where the parts are that aren't shown, among the items; -1 for the end. */
    private int placed = -1;

    UnitBuilder(Element unit) {
        this.unit = unit;
        this.holds =
                unit.kind() == Kind.HIERARCHY
                        ? Tree.holdsUnits(unit)
                        : unit.elements().anyMatch(Tree::isPart);
        this.alineas = unit.kind() == Kind.HIERARCHY && !holds && Tree.headed(unit);
        open.add(new Draft(unit, false));
    }

    /** The parts that aren't shown lie here; false where there are none, or they lie elsewhere. */
    boolean placeParts() {
        if (!holds || placed >= 0) {
            return false;
        }
        placed = open.getFirst().items.size();
        close(0);
        return true;
    }

    /** How deep a line of this depth lies, below what is open. */
    int depth(int asked) {
        return Math.min(asked, open.size() - 1);
    }

    private void close(int depth) {
        while (open.size() > depth + 1) {
            open.removeLast();
        }
    }

    /** Begins a part. */
    void begin(Element part, int asked) {
        int depth = depth(asked);
        close(depth);
        Draft draft = new Draft(part, false);
        open.getLast().items.add(draft);
        open.add(draft);
    }

    /**
     * Says something.
     *
     * @param plain whether it may be a part of its own
     */
    void say(Element block, int asked, boolean plain) {
        int depth = depth(asked);
        close(depth);
        if (depth == 0 && plain && alineas) {
            Draft draft = new Draft(Element.of("alinea"), true);
            draft.items.add(block);
            open.getFirst().items.add(draft);
            open.add(draft);
        } else if (depth == 0 && !plain && block.tag().equals("table") && lastMaybe()) {
            ((Draft) open.getFirst().items.getLast()).items.add(block);
        } else {
            open.getLast().items.add(block);
        }
    }

    private boolean lastMaybe() {
        List<Object> items = open.getFirst().items;
        return !items.isEmpty() && items.getLast() instanceof Draft draft && draft.maybe;
    }

    /** The unit. */
    Element built() {
        Draft whole = open.getFirst();
        if (unit.tag().equals("attachment")) {
            return attachment(whole);
        }
        if (unit.kind() != Kind.HIERARCHY) {
            return container(whole);
        }
        List<Object> items = decided(whole.items);
        List<Node> children = new ArrayList<>(head);
        if (holds) {
            int at = placed < 0 ? items.size() : placed;
            items.addAll(at, unit.elements().filter(UnitBuilder::stays).toList());
        }
        children.addAll(assembled(items));
        return unit.with(children);
    }

    private static boolean stays(Element child) {
        return !Tree.HEAD.contains(child.tag()) && !Tree.SAYS.contains(child.tag());
    }

    private Element attachment(Draft whole) {
        if (!whole.items.isEmpty()) {
            throw new TextFault("text.edit.words");
        }
        List<Node> children = new ArrayList<>(head);
        unit.elements().filter(child -> !Tree.HEAD.contains(child.tag())).forEach(children::add);
        return unit.with(children);
    }

    /** A preface, a body: blocks, and parts among them. */
    private Element container(Draft whole) {
        List<Node> children = new ArrayList<>();
        for (Object item : whole.items) {
            children.add(item instanceof Draft draft ? part(draft) : (Element) item);
        }
        if (holds) {
            int at = placed < 0 ? children.size() : placed;
            children.addAll(at, unit.elements().filter(Tree::isPart).toList());
        }
        if (children.isEmpty()) {
            children.add(Element.of("p"));
        }
        return unit.with(children);
    }

    /** Paragraphs are parts where there are several, or one comes after parts. */
    private static List<Object> decided(List<Object> items) {
        int maybes = 0;
        boolean parts = false;
        boolean all = false;
        for (Object item : items) {
            if (item instanceof Draft draft && draft.maybe) {
                maybes++;
                all |= parts || draft.items.stream().anyMatch(Draft.class::isInstance);
            } else {
                parts |= item instanceof Draft;
            }
        }
        all |= maybes > 1;
        List<Object> decided = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Draft draft && draft.maybe && !all) {
                decided.addAll(draft.items);
            } else {
                decided.add(item);
            }
        }
        return decided;
    }

    private static Element part(Draft draft) {
        List<Node> children = new ArrayList<>(draft.begun.children());
        children.addAll(assembled(draft.items));
        return draft.begun.with(children);
    }

    /** What a part holds: its words before its parts, its parts, its words after them. */
    private static List<Node> assembled(List<Object> items) {
        List<Node> flat = new ArrayList<>();
        for (Object item : items) {
            flat.add(item instanceof Draft draft ? part(draft) : (Element) item);
        }
        return Items.assembled(flat);
    }
}

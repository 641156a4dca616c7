package org.danaya.text.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Identifiers;
import org.danaya.text.akn.Kind;
import org.danaya.text.flow.FlowReader;
import org.danaya.text.redline.Comparison;
import org.danaya.text.redline.Lineage;
import org.danaya.text.redline.Link;

/** The parts of a unit that was written anew keep the names of those that they were. */
final class Inheritance {

    /** Begins names that are never seen. */
    private static final String NEW = "\u0000";

    private Inheritance() {}

    /**
     * The unit with the names of the former one.
     *
     * @param later its new parts have none
     */
    static Element named(Element former, Element later) {
        Set<String> kept = new HashSet<>();
        later.all().map(Element::wId).filter(wId -> !wId.isEmpty()).forEach(kept::add);
        Element identified = Identifiers.identified(document(marked(later)));
        Map<String, Element> names = new HashMap<>();
        Map<String, Element> known = new HashMap<>();
        former.all().filter(Tree::isPart).forEach(part -> known.putIfAbsent(part.wId(), part));
        for (Link link :
                Lineage.of(
                        Comparison.compare(
                                FlowReader.read(document(former)), FlowReader.read(identified)))) {
            String wId = link.before().wId();
            if (link.kind() == Link.Kind.SAME
                    && known.containsKey(wId)
                    && link.after().wId().startsWith(NEW)
                    && kept.add(wId)) {
                names.put(link.after().wId(), known.get(wId));
            }
        }
        return tables(former, unmarked(marked(later), names));
    }

    private static Element marked(Element later) {
        int[] count = {0};
        return later.mapped(
                part ->
                        part.kind() == Kind.HIERARCHY && part.wId().isEmpty()
                                ? part.with(Element.WID, NEW + count[0]++)
                                : part);
    }

    private static Element unmarked(Element later, Map<String, Element> names) {
        return later.mapped(
                part -> {
                    if (!part.wId().startsWith(NEW)) {
                        return part;
                    }
                    Element was = names.get(part.wId());
                    Element bare = part.without(Element.WID);
                    return was == null
                            ? bare
                            : bare.with(Element.WID, was.wId()).with(Element.EID, was.eId());
                });
    }

    private static Element document(Element unit) {
        return Element.of("akomaNtoso", Element.of("doc", Element.of("mainBody", unit)));
    }

    /** As many tables as there were are the same tables. */
    private static Element tables(Element former, Element later) {
        List<Element> were = former.all().filter(Inheritance::isTable).toList();
        long are = later.all().filter(Inheritance::isTable).count();
        if (were.size() != are) {
            return later;
        }
        Deque<Element> left = new ArrayDeque<>(were);
        return later.mapped(
                element -> {
                    if (!isTable(element)) {
                        return element;
                    }
                    String eId = left.removeFirst().eId();
                    return eId.isEmpty() ? element : element.with(Element.EID, eId);
                });
    }

    private static boolean isTable(Element element) {
        return element.tag().equals("table");
    }
}

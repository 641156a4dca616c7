package org.danaya.evtx;

import java.util.Arrays;
import java.util.List;
import org.danaya.evtx.Node.Attribute;
import org.danaya.evtx.Node.Element;

/** Where a template's events have the wanted fields. */
final class FieldPlan {

    /** What an empty value means. */
    enum Place {
        ATTRIBUTE,
        ELEMENT,
        DATA
    }

    /**
     * One place of a field: a value of the instance ({@code slot}), or text that is always the
     * same.
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
    record Site(int slot, Place place, ValueKind kind, byte[] constant) {}

    /** The way as it was asked for. */
    static final int EXACT = 0;

    /** A name alone, in EventData or UserData. */
    static final int DATA = 1;

    /** A name alone, in System. */
    static final int SYSTEM = 2;

    static final int NOWHERE = 3;

    private static final Site[] NONE = {};

    private final FieldNames names;
    private final Site[][] sites;
    private final int[] ranks;

    private FieldPlan(FieldNames names) {
        this.names = names;
        this.sites = new Site[names.size()][];
        this.ranks = new int[names.size()];
        Arrays.fill(sites, NONE);
        Arrays.fill(ranks, NOWHERE);
    }

    /** A plan for a template whose root is Event, a child of it, or in such a child. */
    static FieldPlan of(Element tree, FieldNames names, String around) {
        FieldPlan plan = new FieldPlan(names);
        if (!around.isEmpty()) {
            plan.element(tree, around + "." + tree.name(), DATA);
        } else if (tree.is("Event")) {
            MemberNames members = new MemberNames();
            for (Node node : tree.children()) {
                if (node instanceof Element child) {
                    plan.element(child, members.next(child.name()), rank(child));
                }
            }
        } else {
            plan.element(tree, tree.name(), rank(tree));
        }
        return plan;
    }

    Site[] sites(int field) {
        return sites[field];
    }

    int rank(int field) {
        return ranks[field];
    }

    private static int rank(Element top) {
        return top.isContainer() ? DATA : top.is("System") ? SYSTEM : NOWHERE;
    }

    private void element(Element element, String way, int rank) {
        MemberNames attributes = new MemberNames();
        for (Attribute attribute : element.attributes()) {
            String name = attributes.next(attribute.name());
            String alone = rank == DATA ? attribute.name() : "";
            add(way + "." + name, alone, rank, attribute.value(), Place.ATTRIBUTE);
        }
        if (!element.hasElements()) {
            if (!element.attributes().isEmpty() && element.children().isEmpty()) {
                return;
            }
            add(way, element.name(), rank, element.children(), Place.ELEMENT);
            return;
        }
        if (!Node.noText(element.children())) {
            add(way, element.name(), rank, element.children(), Place.ELEMENT);
        }
        MemberNames members = new MemberNames();
        String unnamed = "";
        for (Node node : element.children()) {
            if (!(node instanceof Element child)) {
                continue;
            }
            if (!element.isContainer() || !child.is("Data")) {
                element(child, way + "." + members.next(child.name()), rank);
                continue;
            }
            String name = child.dataName();
            if (name.isEmpty()) {
                unnamed = unnamed.isEmpty() ? members.next("Data") : unnamed;
                data(child, way + "." + unnamed, "Data", rank);
            } else {
                data(child, way + "." + members.next(name), name, rank);
            }
        }
    }

    private void data(Element data, String way, String name, int rank) {
        if (data.hasElements()) {
            element(data, way, rank);
        } else {
            add(way, name, rank, data.children(), Place.DATA);
        }
    }

    private void add(String way, String alone, int rank, List<Node> value, Place place) {
        int exact = names.number(way);
        int single = alone.isEmpty() || rank == NOWHERE ? -1 : names.number(alone);
        if (exact < 0 && single < 0) {
            return;
        }
        Site site = site(value, place);
        if (exact >= 0) {
            add(exact, EXACT, site);
        }
        if (single >= 0 && single != exact) {
            add(single, rank, site);
        }
    }

    private void add(int field, int rank, Site site) {
        if (rank > ranks[field]) {
            return;
        }
        Site[] before = rank < ranks[field] ? NONE : sites[field];
        Site[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = site;
        sites[field] = all;
        ranks[field] = rank;
    }

    private static Site site(List<Node> value, Place place) {
        int slot = Node.onlySlot(value);
        if (slot >= 0) {
            return new Site(slot, place, ValueKind.STRING, new byte[0]);
        }
        Node.Value only = Node.onlyValue(value);
        ValueKind kind = only != null ? ValueKind.of(only.type(), only.size()) : ValueKind.STRING;
        if (Node.noText(value)) {
            kind =
                    switch (place) {
                        case ATTRIBUTE -> ValueKind.ABSENT;
                        case ELEMENT -> ValueKind.NULL;
                        case DATA -> ValueKind.STRING;
                    };
        }
        Utf8 text = new Utf8();
        Node.write(text, value, false);
        return new Site(-1, place, kind, text.copy());
    }
}

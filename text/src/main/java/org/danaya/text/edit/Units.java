package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;

/** The units of a text, from top to bottom. */
public final class Units {

    /** What is edited at once beside parts. */
    private static final Set<String> FRONT = Set.of("preface", "preamble", "conclusions");

    private static final Set<String> BODY = Set.of("body", "mainBody");
    private static final int BEGINNING = 90;

    private final List<Unit> units = new ArrayList<>();

    private Units() {}

    /**
     * All units.
     *
     * @param root {@code akomaNtoso}, whose parts have names ({@code wId})
     */
    public static List<Unit> of(Element root) {
        Units units = new Units();
        root.elements().forEach(document -> units.document(document, "", 0));
        return units.units;
    }

    /** The unit of an address. */
    public static Optional<Unit> find(Element root, String address) {
        return of(root).stream().filter(unit -> unit.address().equals(address)).findFirst();
    }

    /** The unit in which a part lies: itself, or the one that is edited with it in it. */
    public static Optional<Unit> around(Element root, String wId) {
        Optional<Unit> itself = find(root, wId);
        return itself.isPresent()
                ? itself
                : of(root).stream()
                        .filter(unit -> unit.isPart() && !unit.holds())
                        .filter(unit -> inside(root, unit.address(), wId))
                        .findFirst();
    }

    private static boolean inside(Element root, String unit, String wId) {
        return Tree.find(root, unit).stream()
                .flatMap(Element::all)
                .anyMatch(part -> part.wId().equals(wId));
    }

    private void document(Element document, String owner, int depth) {
        for (Element child : document.elements().toList()) {
            if (FRONT.contains(child.tag())) {
                add(child, owner + Unit.CONTAINER + child.tag(), depth, false);
            } else if (BODY.contains(child.tag())) {
                body(child, owner, depth);
            } else if (child.tag().equals("attachments")) {
                child.elements("attachment").forEach(annex -> attachment(annex, depth));
            }
        }
    }

    private void attachment(Element annex, int depth) {
        add(annex, annex.wId(), depth, true);
        annex.elements()
                .filter(child -> child.kind() == Kind.DOCUMENT)
                .forEach(document -> document(document, annex.wId(), depth + 1));
    }

    private void body(Element body, String owner, int depth) {
        boolean parts = body.elements().anyMatch(child -> child.kind() == Kind.HIERARCHY);
        boolean words =
                body.elements()
                        .filter(child -> child.kind() != Kind.HIERARCHY)
                        .anyMatch(child -> !child.words().isBlank());
        if (words || !parts) {
            add(body, owner + Unit.CONTAINER + body.tag(), depth, parts);
        }
        parts(body, depth);
    }

    private void parts(Element around, int depth) {
        around.elements()
                .filter(child -> child.kind() == Kind.HIERARCHY)
                .forEach(
                        part -> {
                            boolean holds = Tree.holdsUnits(part);
                            add(part, part.wId(), depth, holds);
                            if (holds) {
                                parts(part, depth + 1);
                            }
                        });
    }

    private void add(Element element, String address, int depth, boolean holds) {
        units.add(
                new Unit(
                        address,
                        element.tag(),
                        depth,
                        words(element, "num"),
                        words(element, "heading"),
                        beginning(element),
                        holds));
    }

    private static String words(Element element, String tag) {
        return element.first(tag)
                .map(Tree::withoutNotes)
                .map(Element::words)
                .map(words -> words.strip().replaceAll("[ \\t\\r\\n]+", " "))
                .orElse("");
    }

    private static String beginning(Element element) {
        return element.elements()
                .filter(child -> !Tree.HEAD.contains(child.tag()))
                .filter(child -> child.kind() != Kind.DOCUMENT)
                .flatMap(Element::all)
                .filter(each -> each.kind() == Kind.BLOCK && !each.words().isBlank())
                .filter(each -> !each.tag().equals("num"))
                .findFirst()
                .map(each -> each.words().strip().replaceAll("[ \\t\\r\\n]+", " "))
                .map(words -> shortened(words))
                .orElse("");
    }

    private static String shortened(String words) {
        if (words.length() <= BEGINNING) {
            return words;
        }
        int space = words.lastIndexOf(' ', BEGINNING);
        return words.substring(0, space > 0 ? space : BEGINNING) + "…";
    }
}

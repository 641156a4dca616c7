package org.danaya.text.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.akn.Element;

/** One unit of a text as lines that people write. */
public final class PartMarkup {

    /** Letters that one unit's lines may have. */
    public static final int LARGEST = 200_000;

    private PartMarkup() {}

    /**
     * The lines of a unit; empty where they couldn't say it without loss. Read again, they are the
     * same unit.
     *
     * @throws org.danaya.text.TextFault {@code text.edit.gone} (the address)
     */
    public static Optional<String> of(Element root, String address) {
        return of(Tree.get(root, address), Handles.of(root));
    }

    /** The lines of all units, by their addresses, from top to bottom. */
    public static Map<String, Optional<String>> all(Element root) {
        Handles handles = Handles.of(root);
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        Units.of(root)
                .forEach(
                        unit ->
                                all.put(
                                        unit.address(),
                                        of(Tree.get(root, unit.address()), handles)));
        return all;
    }

    private static Optional<String> of(Element unit, Handles handles) {
        Element meant = canonical(unit);
        for (boolean explicit : new boolean[] {false, true}) {
            String lines = MarkupWriter.write(unit, handles, explicit);
            if (lines.length() <= LARGEST && same(meant, lines, unit, handles)) {
                return Optional.of(lines);
            }
        }
        return Optional.empty();
    }

    private static boolean same(Element meant, String lines, Element unit, Handles handles) {
        return meant.equals(canonical(MarkupReader.read(unit, lines, handles)));
    }

    private static Element canonical(Element unit) {
        return Spaces.blocks(Tree.nameless(unit));
    }
}

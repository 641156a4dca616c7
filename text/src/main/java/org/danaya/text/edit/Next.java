package org.danaya.text.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.text.akn.Element;

/** The number of a part that is new. */
final class Next {

    /** How parts are numbered in a text that has none of their name. */
    private static final Map<String, String> USUAL =
            Map.of(
                    "title", "Titre I",
                    "chapter", "Chapitre I",
                    "section", "Section 1",
                    "article", "Article 1",
                    "paragraph", "1.",
                    "point", "a)");

    private Next() {}

    /** The number after that of the one before it, in its style; empty where none counts. */
    static String number(Element root, String wId, String tag) {
        List<Element> beside = Tree.parent(root, wId).elements(tag).toList();
        int at = 0;
        while (!beside.get(at).wId().equals(wId)) {
            at++;
        }
        boolean roman = roman(beside);
        for (int before = at - 1; before >= 0; before--) {
            Optional<NumberStyle.Read> read = NumberStyle.read(number(beside.get(before)), roman);
            if (read.isPresent()) {
                return read.get().style().write(read.get().value() + 1);
            }
            if (!number(beside.get(before)).isEmpty()) {
                return number(beside.get(before)).matches("[-–—•·]")
                        ? number(beside.get(before))
                        : "";
            }
        }
        for (Element after : beside.subList(at + 1, beside.size())) {
            Optional<NumberStyle.Read> read = NumberStyle.read(number(after), roman);
            if (read.isPresent()) {
                return read.get().style().write(Math.max(1, read.get().value()));
            }
        }
        return elsewhere(root, wId, tag);
    }

    private static String elsewhere(Element root, String wId, String tag) {
        List<Element> all = root.all().filter(part -> part.tag().equals(tag)).toList();
        Optional<NumberStyle.Read> found = Optional.empty();
        boolean here = false;
        for (Element part : all) {
            here |= part.wId().equals(wId);
            Optional<NumberStyle.Read> read = NumberStyle.read(number(part), Tree.headed(part));
            if (read.isPresent() && (!here || found.isEmpty())) {
                found = read;
            }
        }
        Optional<NumberStyle> style =
                found.map(NumberStyle.Read::style)
                        .or(
                                () ->
                                        NumberStyle.read(
                                                        USUAL.getOrDefault(tag, ""),
                                                        Tree.headed(Element.of(tag)))
                                                .map(NumberStyle.Read::style));
        int value = tag.equals("article") ? found.map(NumberStyle.Read::value).orElse(0) + 1 : 1;
        return style.map(each -> each.write(value)).orElse("");
    }

    private static boolean roman(List<Element> beside) {
        return beside.stream()
                .filter(part -> !number(part).isEmpty())
                .findFirst()
                .map(
                        first ->
                                Tree.headed(first)
                                        || NumberStyle.read(number(first), true)
                                                .filter(read -> read.value() == 1)
                                                .isPresent())
                .orElse(false);
    }

    private static String number(Element part) {
        return part.first("num").map(num -> Tree.withoutNotes(num).words().strip()).orElse("");
    }
}

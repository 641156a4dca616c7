package org.danaya.text.edit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;

/** Operations by chance. */
final class RandomEdits {

    private RandomEdits() {}

    /**
     * Something that was done.
     *
     * @param gone names of parts that the operation takes out
     * @param lost words that the operation takes out
     * @param added words that it brings
     */
    record Step(
            String what,
            Element root,
            Set<String> gone,
            String lost,
            String added,
            boolean keepsWords) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Step step(Element root, Random random) {
        while (true) {
            try {
                return tried(root, random);
            } catch (TextFault refused) {
                // Another one, then: what can't be done is refused.
                if (!refused.code().startsWith("text.edit.")) {
                    throw refused;
                }
            }
        }
    }

    private static Step tried(Element root, Random random) {
        List<Element> parts = root.all().filter(Tree::isPart).toList();
        Element part = parts.get(random.nextInt(parts.size()));
        Element other = parts.get(random.nextInt(parts.size()));
        String wId = part.wId();
        Where where =
                List.of(Where.BEFORE, Where.AFTER, Where.FIRST, Where.LAST).get(random.nextInt(4));
        return switch (random.nextInt(7)) {
            case 0 -> {
                List<String> tags = Editing.NEW.stream().sorted().toList();
                String tag = tags.get(random.nextInt(tags.size()));
                Element after = Editing.insert(root, wId, where, tag, "Champ nouveau").root();
                Element fresh =
                        after.all()
                                .filter(e -> Tree.isPart(e) && e.wId().isEmpty())
                                .findFirst()
                                .orElseThrow();
                yield new Step(
                        "insert " + tag + " " + where + " " + wId,
                        after,
                        Set.of(),
                        "",
                        words(fresh),
                        true);
            }
            case 1 ->
                    new Step(
                            "delete " + wId,
                            Editing.delete(root, wId).root(),
                            part.all()
                                    .filter(Tree::isPart)
                                    .map(Element::wId)
                                    .collect(Collectors.toSet()),
                            words(part),
                            "",
                            true);
            case 2 ->
                    new Step(
                            "move " + wId + " " + where + " " + other.wId(),
                            Editing.move(root, wId, where, other.wId()).root(),
                            Set.of(),
                            "",
                            "",
                            true);
            case 3 -> {
                int count = Editing.items(root, wId).size();
                Element after = Editing.split(root, wId, random.nextInt(count + 1)).root();
                String added =
                        after.all()
                                .filter(
                                        e ->
                                                Tree.isPart(e)
                                                        && e.wId().isEmpty()
                                                        && e.tag().equals(part.tag()))
                                .findFirst()
                                .flatMap(e -> e.first("num"))
                                .map(Element::words)
                                .orElse("");
                yield new Step("split " + wId, after, Set.of(), "", added, true);
            }
            case 4 -> {
                Optional<Element> next =
                        Editing.neighbour(root, wId, true).map(each -> Tree.get(root, each));
                Element after = Editing.merge(root, wId).root();
                yield new Step(
                        "merge " + wId,
                        after,
                        Set.of(next.orElseThrow().wId()),
                        next.get().first("num").map(Element::words).orElse(""),
                        "",
                        true);
            }
            case 5 ->
                    new Step(
                            "renumber " + wId,
                            Editing.renumber(root, Scope.ALL, wId).root(),
                            Set.of(),
                            "",
                            "",
                            false);
            default -> {
                List<Unit> units = Units.of(root);
                String address = units.get(random.nextInt(units.size())).address();
                String lines =
                        PartMarkup.of(root, address).orElseThrow(() -> new AssertionError(address));
                yield new Step(
                        "say " + address,
                        Editing.say(root, address, lines + "\n").root(),
                        Set.of(),
                        "",
                        "",
                        true);
            }
        };
    }

    private static String words(Element part) {
        return EditingTest.words(
                        Element.of("akomaNtoso", Element.of("doc", Element.of("mainBody", part))))
                .entrySet()
                .stream()
                .map(word -> (word.getKey() + " ").repeat(word.getValue().intValue()))
                .collect(Collectors.joining());
    }
}

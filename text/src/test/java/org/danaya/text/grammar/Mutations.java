package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small changes of a document, most of which make it wrong. */
final class Mutations {

    private static final String XML = "{http://www.w3.org/XML/1998/namespace}";

    private static final List<String> ATTRIBUTES =
            List.of(
                    "eId",
                    "wId",
                    "GUID",
                    "name",
                    "href",
                    "value",
                    "showAs",
                    "class",
                    "status",
                    "refersTo",
                    "date",
                    "time",
                    "by",
                    "as",
                    "type",
                    "src",
                    "level",
                    "nothing",
                    "contains",
                    "source",
                    "period",
                    "alternativeTo",
                    "start",
                    "rowspan",
                    "frozen",
                    XML + "lang",
                    XML + "space",
                    XML + "id",
                    XML + "base",
                    XML + "strange",
                    "{http://example.org/other}a",
                    Tree.akn("eId"),
                    "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation",
                    "{http://www.w3.org/2001/XMLSchema-instance}strange");

    private static final List<String> VALUES =
            List.of(
                    "",
                    " ",
                    "a",
                    "n1",
                    "a b",
                    "#a",
                    "##",
                    "%zz",
                    ":",
                    "1",
                    "-1",
                    "1.5",
                    "true",
                    "TRUE",
                    "2024-02-29",
                    "2023-02-29",
                    "2024-01-01T00:00:00",
                    "25:00:00",
                    "12:00:00",
                    "P1Y",
                    "repeal",
                    "substitution",
                    "removed",
                    "start",
                    "side",
                    "fr",
                    "français",
                    "preserve",
                    " preserve ",
                    "originalVersion",
                    "a\tb",
                    "1é",
                    "http://[x");

    private final Random random;
    private final RandomDocuments documents;
    private final List<String> names = new ArrayList<>();

    Mutations(Random random, RandomDocuments documents) {
        this.random = random;
        this.documents = documents;
        Grammar.standard().elements().forEach(each -> names.add(each.name()));
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Changes something; what, for who reads a failure. */
    String apply(Tree root) {
        List<Tree> all = root.all();
        Tree tree = any(all);
        int at = random.nextInt(tree.children.size() + 1);
        int one = tree.children.isEmpty() ? 0 : random.nextInt(tree.children.size());
        int two = tree.children.isEmpty() ? 0 : random.nextInt(tree.children.size());
        boolean none = tree.children.isEmpty();
        switch (random.nextInt(18)) {
            case 0 -> tree.name = Tree.akn(any(names));
            case 1 ->
                    tree.name =
                            any(List.of("plain", "{http://example.org/other}b", Tree.akn("nix")));
            case 2, 3 -> {
                if (!none) {
                    tree.children.remove(one);
                }
            }
            case 4 -> {
                if (!none) {
                    Object child = tree.children.get(one);
                    tree.children.add(at, child instanceof Tree copied ? copied.copy() : child);
                }
            }
            case 5 -> {
                if (!none) {
                    Collections.swap(tree.children, one, two);
                }
            }
            case 6 -> {
                Tree from = any(all);
                if (!from.children.isEmpty()) {
                    Object child = from.children.get(random.nextInt(from.children.size()));
                    if (!(child instanceof Tree moved) || !moved.all().contains(tree)) {
                        from.children.remove(child);
                        tree.children.add(Math.min(at, tree.children.size()), child);
                    }
                }
            }
            case 7 -> tree.children.add(at, documents.make(any(names), 3));
            case 8 -> tree.children.add(at, documents.foreign(2));
            case 9 -> tree.children.add(at, "words");
            case 10 -> tree.children.add(at, any(List.of(" ", "\n\t", "\u00a0", "<!-- c -->")));
            case 11, 12 -> {
                if (!tree.attributes.isEmpty()) {
                    tree.attributes.remove(any(List.copyOf(tree.attributes.keySet())));
                }
            }
            case 13 -> tree.attributes.put(any(ATTRIBUTES), any(VALUES));
            case 14 ->
                    all.stream()
                            .filter(each -> each.attributes.containsKey("date"))
                            .findAny()
                            .ifPresent(each -> each.attributes.put("date", any(VALUES)));
            case 15 -> {
                if (!tree.attributes.isEmpty()) {
                    tree.attributes.put(any(List.copyOf(tree.attributes.keySet())), any(VALUES));
                }
            }
            case 16 -> tree.attributes.putAll(any(all).attributes);
            default -> {
                Tree other = any(all);
                other.attributes.keySet().stream()
                        .filter(name -> name.equals("eId") || name.equals("GUID"))
                        .forEach(name -> tree.attributes.put(name, other.attributes.get(name)));
            }
        }
        return tree.name;
    }
}

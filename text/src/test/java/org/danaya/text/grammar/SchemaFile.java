package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.danaya.text.grammar.Particle.Names;
import org.danaya.text.grammar.Particle.Repeat;
import org.danaya.text.grammar.Particle.Sequence;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a schema says of its elements, in the grammar's terms. Knows what this schema uses. */
final class SchemaFile {

    private final Grammar grammar;
    private final Map<String, Element> definitions = new HashMap<>();

    SchemaFile(Grammar grammar) {
        this.grammar = grammar;
        try {
            Element root =
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(Schema.file())
                            .getDocumentElement();
            children(root)
                    .forEach(
                            each ->
                                    definitions.put(
                                            each.getLocalName() + " " + each.getAttribute("name"),
                                            each));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element child && !child.getLocalName().equals("annotation")) {
                found.add(child);
            }
        }
        return found;
    }

    private Element definition(String kind, String name) {
        Element found = definitions.get(kind + " " + name);
        if (found == null) {
            throw new AssertionError("no " + kind + " " + name);
        }
        return found;
    }

    Set<String> elements() {
        Set<String> names = new HashSet<>();
        definitions.forEach(
                (key, value) -> {
                    if (value.getLocalName().equals("element")) {
                        names.add(value.getAttribute("name"));
                    }
                });
        return names;
    }

    boolean unique(String element) {
        return children(definition("element", element)).stream()
                .anyMatch(child -> child.getLocalName().equals("unique"));
    }

    private Element type(Element element) {
        String name = element.getAttribute("type");
        return name.isEmpty()
                ? children(element).stream()
                        .filter(child -> child.getLocalName().equals("complexType"))
                        .findFirst()
                        .orElseThrow()
                : definition("complexType", name);
    }

    // ------------------------------------------------------------------ attributes

    Map<String, String> attributes(String element) {
        Map<String, String> found = new TreeMap<>();
        collect(type(definition("element", element)), found);
        return found;
    }

    private void collect(Element in, Map<String, String> found) {
        for (Element child : children(in)) {
            switch (child.getLocalName()) {
                case "attribute" -> {
                    boolean ref = child.hasAttribute("ref");
                    String name = child.getAttribute(ref ? "ref" : "name");
                    String need =
                            child.getAttribute("use").equals("required")
                                    ? "required "
                                    : "optional ";
                    found.put(name, need + (ref ? xml(name) : attributeType(child)));
                }
                case "attributeGroup" ->
                        collect(definition("attributeGroup", child.getAttribute("ref")), found);
                case "anyAttribute" -> found.put("*", "");
                case "extension" -> {
                    collect(definition("complexType", child.getAttribute("base")), found);
                    collect(child, found);
                }
                case "complexContent" -> collect(child, found);
                default -> {}
            }
        }
    }

    private static String xml(String name) {
        return switch (name) {
            case "xml:lang" -> "language-or-none";
            case "xml:space" -> "space";
            case "xml:id" -> "id";
            default -> throw new AssertionError(name);
        };
    }

    private String attributeType(Element attribute) {
        String name = attribute.getAttribute("type");
        return name.isEmpty() ? simple(children(attribute).getFirst()) : named(name);
    }

    private String named(String name) {
        if (name.startsWith("xsd:")) {
            return name.equals("xsd:anyURI") ? "uri" : name.substring(4);
        }
        return simple(definition("simpleType", name));
    }

    private String simple(Element type) {
        Element body = children(type).getFirst();
        return switch (body.getLocalName()) {
            case "list" -> "list " + simple(children(body).getFirst());
            case "union" -> {
                TreeSet<String> members = new TreeSet<>();
                children(body).forEach(member -> members.add(simple(member)));
                yield String.join(" ", members);
            }
            default -> {
                TreeSet<String> values = new TreeSet<>();
                for (Element facet : children(body)) {
                    values.add(
                            facet.getLocalName().equals("pattern")
                                    ? "no-space"
                                    : facet.getAttribute("value"));
                }
                yield values.isEmpty()
                        ? named(body.getAttribute("base"))
                        : String.join(" ", values);
            }
        };
    }

    // -------------------------------------------------------------------- contents

    Model model(String element) {
        Element type = type(definition("element", element));
        return new Model(content(type), isMixed(type));
    }

    private static boolean isMixed(Element type) {
        return type.getAttribute("mixed").equals("true");
    }

    private Particle content(Element in) {
        List<Particle> parts = new ArrayList<>();
        for (Element child : children(in)) {
            switch (child.getLocalName()) {
                case "complexContent" -> parts.add(content(child));
                case "extension" -> {
                    parts.add(content(definition("complexType", child.getAttribute("base"))));
                    parts.add(content(child));
                }
                case "sequence", "choice", "element", "group", "any" -> parts.add(particle(child));
                default -> {}
            }
        }
        return new Sequence(parts);
    }

    private Particle particle(Element element) {
        Particle part =
                switch (element.getLocalName()) {
                    case "element" -> name(element.getAttribute("ref"));
                    case "any" -> number(grammar.other());
                    case "group" ->
                            particle(
                                    children(definition("group", element.getAttribute("ref")))
                                            .getFirst());
                    case "choice" ->
                            Particle.choice(
                                    children(element).stream().map(this::particle).toList());
                    default ->
                            new Sequence(children(element).stream().map(this::particle).toList());
                };
        boolean none = element.getAttribute("minOccurs").equals("0");
        boolean many = element.getAttribute("maxOccurs").equals("unbounded");
        return none || many ? new Repeat(part, none, many) : part;
    }

    private Particle name(String name) {
        Declaration declaration = grammar.find(name);
        if (declaration == null) {
            throw new AssertionError("the grammar has no " + name);
        }
        return number(declaration.number());
    }

    private static Particle number(int number) {
        BitSet one = new BitSet();
        one.set(number);
        return new Names(one);
    }
}

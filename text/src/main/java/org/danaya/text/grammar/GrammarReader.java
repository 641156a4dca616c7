package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.danaya.text.grammar.Particle.Names;
import org.danaya.text.grammar.Particle.Repeat;
import org.danaya.text.grammar.Particle.Sequence;

/** Reads a grammar in the notation that the package documents. */
final class GrammarReader {

    /** What is named, by its kind and name: {@code group blocks}. */
    private final Map<String, List<String>> definitions = new HashMap<>();

    /** Elements that one statement declares. */
    private record Statement(List<String> names, List<String> body) {}

    private final List<Statement> elements = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, Particle> groups = new HashMap<>();
    private final Map<String, Map<String, Attribute>> attributes = new HashMap<>();
    private final Set<String> unique = new LinkedHashSet<>();

    private GrammarReader() {}

    /**
     * Reads a grammar.
     *
     * @throws IllegalStateException where it isn't one
     */
    static Grammar read(String text) {
        GrammarReader reader = new GrammarReader();
        StringBuilder statement = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith(" ")) {
                statement.append(line);
            } else if (!line.startsWith("#")) {
                reader.define(statement.toString());
                statement.setLength(0);
                statement.append(line);
            }
        }
        reader.define(statement.toString());
        return reader.grammar();
    }

    private void define(String statement) {
        int space = statement.indexOf(' ');
        if (space < 0) {
            return;
        }
        String kind = statement.substring(0, space);
        if (kind.equals("unique")) {
            String names = statement.substring(space).replace(':', ' ');
            unique.addAll(GrammarTokens.of(names));
            return;
        }
        int equals = statement.indexOf('=');
        List<String> names = GrammarTokens.of(statement.substring(space, equals));
        List<String> body = GrammarTokens.of(statement.substring(equals + 1));
        if (kind.equals("element")) {
            elements.add(new Statement(names, body));
            for (String name : names) {
                numbers.put(name, numbers.size());
            }
        } else if (definitions.put(kind + " " + names.getFirst(), body) != null) {
            throw new IllegalStateException("twice: " + kind + " " + names);
        }
    }

    private Grammar grammar() {
        List<Declaration> declarations = new ArrayList<>();
        for (Statement statement : elements) {
            declarations.addAll(declarations(statement));
        }
        boolean xml = definitions.containsKey("attributes xml");
        return new Grammar(
                List.copyOf(numbers.keySet()),
                declarations,
                xml ? attributes(List.of("%", "xml")) : Map.of());
    }

    private List<Declaration> declarations(Statement statement) {
        GrammarTokens tokens = new GrammarTokens(statement.body());
        boolean mixed = tokens.take("mixed");
        Particle particle = tokens.take("empty") ? new Sequence(List.of()) : particle(tokens);
        List<String> words = tokens.take("@") ? tokens.rest() : List.of();
        tokens.requireEnd();
        Model model = new Model(particle, mixed);
        Map<String, Attribute> attributes = new LinkedHashMap<>(attributes(words));
        boolean others = attributes.remove("*") != null;
        List<Attribute> required = new ArrayList<>();
        for (Attribute each : attributes.values()) {
            if (each.required()) {
                required.add(each);
            }
        }
        List<Declaration> found = new ArrayList<>();
        for (String name : statement.names()) {
            boolean scope = unique.contains(name);
            found.add(
                    new Declaration(
                            name, number(name), model, attributes, required, others, scope));
        }
        return found;
    }

    private int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("no element " + name);
        }
        return number;
    }

    private List<String> definition(String name) {
        List<String> body = definitions.get(name);
        if (body == null) {
            throw new IllegalStateException("no " + name);
        }
        return body;
    }

    private Particle particle(GrammarTokens tokens) {
        List<Particle> parts = new ArrayList<>();
        parts.add(repeated(tokens));
        if (tokens.take("|")) {
            do {
                parts.add(repeated(tokens));
            } while (tokens.take("|"));
            return Particle.choice(parts);
        }
        while (tokens.take(",")) {
            parts.add(repeated(tokens));
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
    }

    private Particle repeated(GrammarTokens tokens) {
        Particle part = single(tokens);
        if (tokens.take("?")) {
            return new Repeat(part, true, false);
        }
        if (tokens.take("*")) {
            return new Repeat(part, true, true);
        }
        return tokens.take("+") ? new Repeat(part, false, true) : part;
    }

    private Particle single(GrammarTokens tokens) {
        if (tokens.take("(")) {
            Particle inner = particle(tokens);
            tokens.require(")");
            return inner;
        }
        if (tokens.take("%")) {
            return group(tokens.next());
        }
        String name = tokens.next();
        BitSet one = new BitSet();
        one.set(name.equals(Grammar.OTHER) ? numbers.size() : number(name));
        return new Names(one);
    }

    private Particle group(String name) {
        Particle known = groups.get(name);
        if (known == null) {
            GrammarTokens tokens = new GrammarTokens(definition("group " + name));
            known = particle(tokens);
            tokens.requireEnd();
            groups.put(name, known);
        }
        return known;
    }

    /** Attributes that go together, by name. */
    private Map<String, Attribute> together(String name) {
        Map<String, Attribute> known = attributes.get(name);
        if (known == null) {
            known = attributes(definition("attributes " + name));
            attributes.put(name, known);
        }
        return known;
    }

    /** Attributes by name; {@code *} is in it where those of other namespaces are admitted. */
    private Map<String, Attribute> attributes(List<String> words) {
        Map<String, Attribute> found = new LinkedHashMap<>();
        GrammarTokens tokens = new GrammarTokens(words);
        while (!tokens.atEnd()) {
            if (tokens.take("%")) {
                found.putAll(together(tokens.next()));
            } else if (tokens.take("*")) {
                found.put("*", new Attribute("*", false, type("string")));
            } else {
                String name = tokens.next();
                boolean required = tokens.take("!");
                found.put(name, new Attribute(name, required, type(tokens.next())));
            }
            if (!tokens.take(",")) {
                tokens.requireEnd();
            }
        }
        return found;
    }

    private Type type(String name) {
        Type known = types.get(name);
        if (known != null) {
            return known;
        }
        List<String> body = definitions.get("type " + name);
        Type made = body == null ? simple(name) : made(name, new GrammarTokens(body));
        types.put(name, made);
        return made;
    }

    private static Type simple(String name) {
        boolean dated = name.equals("date") || name.equals("dateTime") || name.equals("time");
        return new Type(name, Values.kind(name), List.of(name), dated, Set.of(), false, false);
    }

    private Type made(String name, GrammarTokens tokens) {
        if (tokens.take("{")) {
            List<String> values = new ArrayList<>();
            while (!tokens.take("}")) {
                values.add(tokens.next());
            }
            Set<String> set = Set.copyOf(values);
            return new Type(name, set::contains, values, false, Set.of(), false, false);
        }
        if (tokens.take("list")) {
            tokens.require("of");
            Type each = type(tokens.next());
            return new Type(
                    name,
                    value -> Values.each(value, each.admits()),
                    each.expected(),
                    false,
                    each.targets(),
                    each.toAny(),
                    true);
        }
        Type base = type(tokens.next());
        if (tokens.take("or")) {
            Type or = type(tokens.next());
            List<String> expected = new ArrayList<>(base.expected());
            expected.addAll(or.expected());
            return new Type(
                    name,
                    base.admits().or(or.admits()),
                    expected,
                    base.dated() || or.dated(),
                    Set.of(),
                    false,
                    false);
        }
        Set<String> targets = new LinkedHashSet<>();
        boolean toAny = false;
        if (tokens.take("to")) {
            toAny = tokens.take("any");
            while (!tokens.atEnd()) {
                targets.addAll(
                        tokens.take("%")
                                ? names(definition("group " + tokens.next()))
                                : List.of(tokens.next()));
            }
        }
        return new Type(name, base.admits(), base.expected(), base.dated(), targets, toAny, false);
    }

    private static List<String> names(List<String> choice) {
        List<String> names = new ArrayList<>(choice);
        names.removeAll(List.of("|"));
        return names;
    }
}

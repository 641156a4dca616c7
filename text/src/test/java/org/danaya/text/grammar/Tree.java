package org.danaya.text.grammar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document that tests change: names and attributes as {@code {namespace}name}. */
final class Tree {

    static final String AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    String name;
    final Map<String, String> attributes = new LinkedHashMap<>();

    /** Trees and texts; a text that begins with {@code <!--} is a comment. */
    final List<Object> children = new ArrayList<>();

    Tree(String name) {
        this.name = name;
    }

    static String akn(String local) {
        return "{" + AKN + "}" + local;
    }

    /** Reads a document; names of drafts become those of the standard. */
    static Tree read(byte[] document) throws XMLStreamException {
        String text = new String(document, StandardCharsets.UTF_8);
        String changed = text.replaceAll("(ns/akn/3\\.0)/(WD|CSD)[0-9]+", "$1");
        XMLStreamReader in =
                XMLInputFactory.newDefaultFactory()
                        .createXMLStreamReader(
                                new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)),
                                "UTF-8");
        Deque<Tree> open = new ArrayDeque<>();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Tree tree = new Tree(in.getName().toString());
                    for (int at = 0; at < in.getAttributeCount(); at++) {
                        tree.attributes.put(
                                in.getAttributeName(at).toString(), in.getAttributeValue(at));
                    }
                    if (!open.isEmpty()) {
                        open.peek().children.add(tree);
                    }
                    open.push(tree);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Tree ended = open.pop();
                    if (open.isEmpty()) {
                        return ended;
                    }
                }
                case XMLStreamConstants.CHARACTERS -> open.peek().children.add(in.getText());
                default -> {}
            }
        }
    }

    Tree copy() {
        Tree copy = new Tree(name);
        copy.attributes.putAll(attributes);
        for (Object child : children) {
            copy.children.add(child instanceof Tree tree ? tree.copy() : child);
        }
        return copy;
    }

    List<Tree> all() {
        List<Tree> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Tree> all) {
        all.add(this);
        for (Object child : children) {
            if (child instanceof Tree tree) {
                tree.collect(all);
            }
        }
    }

    byte[] bytes() {
        StringBuilder out = new StringBuilder();
        write(out, "");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder out, String around) {
        String namespace = namespace(name);
        out.append('<').append(local(name));
        if (!namespace.equals(around)) {
            out.append(" xmlns=\"").append(namespace).append('"');
        }
        int prefix = 0;
        for (Map.Entry<String, String> each : attributes.entrySet()) {
            String in = namespace(each.getKey());
            String key = local(each.getKey());
            if (in.equals("http://www.w3.org/XML/1998/namespace")) {
                key = "xml:" + key;
            } else if (!in.isEmpty()) {
                prefix++;
                out.append(" xmlns:p").append(prefix).append("=\"").append(in).append('"');
                key = "p" + prefix + ":" + key;
            }
            out.append(' ').append(key).append("=\"").append(escaped(each.getValue())).append('"');
        }
        out.append('>');
        for (Object child : children) {
            switch (child) {
                case Tree tree -> tree.write(out, namespace);
                case String text when text.startsWith("<!--") -> out.append(text);
                default -> out.append(escaped(child.toString()));
            }
        }
        out.append("</").append(local(name)).append('>');
    }

    static String namespace(String name) {
        return name.startsWith("{") ? name.substring(1, name.indexOf('}')) : "";
    }

    static String local(String name) {
        return name.substring(name.indexOf('}') + 1);
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t', '\r' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}

package org.danaya.text.akn;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes Akoma Ntoso: the same tree gives the same bytes, in UTF-8, with nothing between elements,
 * attributes in alphabetical order, and {@link AknReader} reads the same tree back. A version's
 * hash is that of these bytes.
 */
public final class AknWriter {

    private static final int BEGIN = 1 << 16;

    private final StringBuilder out = new StringBuilder(BEGIN);

    private AknWriter() {}

    /**
     * Writes a document.
     *
     * @param root {@code akomaNtoso}
     */
    public static byte[] write(Element root) {
        AknWriter writer = new AknWriter();
        writer.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.element(root, "");
        return writer.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(Element element, String around) {
        String namespace = namespace(element.tag(), Akn.NAMESPACE);
        String name = local(element.tag());
        out.append('<').append(name);
        if (!namespace.equals(around)) {
            out.append(" xmlns=\"");
            escaped(namespace, true);
            out.append('"');
        }
        attributes(element.attributes());
        if (element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child : element.children()) {
            switch (child) {
                case Words words -> escaped(words.words(), false);
                case Element below -> element(below, namespace);
            }
        }
        out.append("</").append(name).append('>');
    }

    private void attributes(Map<String, String> attributes) {
        Map<String, String> prefixes = new TreeMap<>();
        for (String name : attributes.keySet()) {
            String namespace = namespace(name, "");
            if (!namespace.isEmpty() && !namespace.equals(Akn.XML)) {
                prefixes.computeIfAbsent(namespace, _ -> "n" + prefixes.size());
            }
        }
        prefixes.forEach(
                (namespace, prefix) -> {
                    out.append(" xmlns:").append(prefix).append("=\"");
                    escaped(namespace, true);
                    out.append('"');
                });
        attributes.forEach(
                (name, value) -> {
                    String namespace = namespace(name, "");
                    out.append(' ');
                    if (namespace.equals(Akn.XML)) {
                        out.append("xml:");
                    } else if (!namespace.isEmpty()) {
                        out.append(prefixes.get(namespace)).append(':');
                    }
                    out.append(local(name)).append("=\"");
                    escaped(value, true);
                    out.append('"');
                });
    }

    private void escaped(String text, boolean attribute) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n' -> out.append(attribute ? "&#10;" : "\n");
                case '\t' -> out.append(attribute ? "&#9;" : "\t");
                default -> out.append(letter);
            }
        }
    }

    private static String namespace(String name, String otherwise) {
        return name.startsWith("{") ? name.substring(1, name.indexOf('}')) : otherwise;
    }

    private static String local(String name) {
        return name.startsWith("{") ? name.substring(name.indexOf('}') + 1) : name;
    }
}

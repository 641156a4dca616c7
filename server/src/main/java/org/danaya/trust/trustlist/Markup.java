package org.danaya.trust.trustlist;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML as it is written, an element a line. */
final class Markup {

    private static final String STEP = "  ";

    private final StringBuilder out =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** An element that holds others; attributes are names and values in turns. */
    void open(String name, String... attributes) {
        start(name, attributes);
        out.append(">\n");
        open.push(name);
    }

    /** The end of the last one. */
    void close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
    }

    /** An element that holds text. */
    void text(String name, String text, String... attributes) {
        start(name, attributes);
        out.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    /** Markup that was kept as it came; nothing where it is empty. */
    void raw(String xml) {
        if (!xml.isEmpty()) {
            indent().append(xml).append('\n');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void start(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    private StringBuilder indent() {
        return out.append(STEP.repeat(open.size()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}

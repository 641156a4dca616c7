package org.danaya.text.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements. Whatever comes in as words or as the value of an attribute is escaped, so that
 * no other markup than that of the writer comes out; names are the writer's own.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn; one whose value is empty is left out
     */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds nothing. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        return this;
    }

    /** An element that holds words. */
    Markup words(String tag, String words, String... attributes) {
        return open(tag, attributes).words(words).close();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
    }

    /** Words. */
    Markup words(String words) {
        escape(words);
        return this;
    }

    /** A new line between elements. */
    Markup line() {
        out.append('\n');
        return this;
    }

    /** What a writer of markup has written before. */
    Markup markup(String written) {
        out.append(written);
        return this;
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            int point = words.codePointAt(i);
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(point) ? point : '\ufffd');
            }
        }
    }

    /** Whether a character may stand in a document (HTML Standard §13.1.4). */
    private static boolean allowed(int point) {
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean nobody = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
        return !control && !surrogate && !nobody;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

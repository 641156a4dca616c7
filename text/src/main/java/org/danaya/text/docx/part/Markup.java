package org.danaya.text.docx.part;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements. Words and values are escaped; what XML can't hold is replaced by U+FFFD. */
public final class Markup {

    public static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static final String R =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** The beginning of a part whose root is of WordprocessingML. */
    public static Markup part(String root) {
        return whole().open(root, "xmlns:w", W, "xmlns:r", R);
    }

    /** The beginning of a part. */
    public static Markup whole() {
        Markup markup = new Markup();
        markup.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        return markup;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn; one whose value is empty is left out
     */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that holds nothing. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds nothing but says {@code w:val}. */
    public Markup value(String tag, String value) {
        return empty(tag, "w:val", value);
    }

    /** An element that holds words, with the space at their ends. */
    public Markup words(String tag, String words) {
        start(tag, "xml:space", words.equals(words.strip()) ? "" : "preserve");
        out.append('>');
        escape(words);
        out.append("</").append(tag).append('>');
        return this;
    }

    /** Other markup. */
    public Markup add(Markup other) {
        out.append(other.out);
        return this;
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
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            int point = words.codePointAt(i);
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> out.appendCodePoint(allowed(point) ? point : '\ufffd');
            }
        }
    }

    private static boolean allowed(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point >= ' ' && !surrogate && point != 0xfffe && point != 0xffff;
    }

    /** What was written, whole. */
    public byte[] bytes() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}

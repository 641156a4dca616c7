package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/** Writes what is within a line. */
final class InlineMarkup {

    /** What is written around words. */
    static final Map<String, String> SIGNS =
            Map.of("b", "**", "i", "*", "u", "__", "sub", "~", "sup", "^", "def", "==");

    private static final String ESCAPED = "\\*_=~^[]{|¶";
    private static final Set<String> LINKS = Set.of("ref", "a");
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[^\\s()\\\\]+");
    private static final Pattern MARKER = Pattern.compile("[\\p{L}\\p{N}*†‡]{0,9}");

    private final Handles handles;
    private final StringBuilder out = new StringBuilder();

    private InlineMarkup(Handles handles) {
        this.handles = handles;
    }

    /** What is in an element, as one line. */
    static String of(Element element, Handles handles) {
        InlineMarkup markup = new InlineMarkup(handles);
        markup.nodes(Spaces.tidied(element).children());
        return markup.out.toString();
    }

    private void nodes(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Words words -> words(words.words());
                case Element element -> element(element);
            }
        }
    }

    private void words(String words) {
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            boolean line = letter == '<' && words.startsWith("<br>", at);
            if (line || (ESCAPED.indexOf(letter) >= 0 && !lonely(words, at))) {
                out.append('\\');
            }
            out.append(letter);
        }
    }

    /** Half of a sign that is two of them, with other letters on both sides. */
    private static boolean lonely(String words, int at) {
        char letter = words.charAt(at);
        return (letter == '=' || letter == '_')
                && at > 0
                && at + 1 < words.length()
                && words.charAt(at - 1) != letter
                && words.charAt(at + 1) != letter;
    }

    private void element(Element element) {
        String sign = SIGNS.get(element.tag());
        if (sign != null && Tree.said(element).isEmpty()) {
            sign(sign);
            nodes(element.children());
            sign(sign);
        } else if (element.tag().equals("br") && Tree.said(element).isEmpty()) {
            out.append("<br>");
        } else if (isLink(element)) {
            out.append('[');
            nodes(element.children());
            out.append("](").append(handles.shown(element.attribute("href"))).append(')');
        } else if (isNote(element)) {
            note(element);
        } else if (element.kind() == Kind.INLINE) {
            out.append('[');
            nodes(element.children());
            out.append("]{").append(Handles.around(element)).append('}');
        } else {
            out.append('{').append(Handles.whole(element)).append('}');
        }
    }

    /** Two signs that would be read as one are held apart. */
    private void sign(String sign) {
        int end = out.length() - 1;
        if (end >= 0 && out.charAt(end) == sign.charAt(0) && !escaped(end)) {
            out.append("{}");
        }
        out.append(sign);
    }

    private boolean escaped(int at) {
        int slashes = 0;
        for (int before = at - 1; before >= 0 && out.charAt(before) == '\\'; before--) {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static boolean isLink(Element element) {
        String href = element.attribute("href");
        return LINKS.contains(element.tag())
                && Tree.said(element).equals(Set.of("href"))
                && PLAIN_ADDRESS.matcher(href).matches()
                && element.tag().equals(href.startsWith("#") ? "ref" : "a");
    }

    private static boolean isNote(Element element) {
        return element.tag().equals("authorialNote")
                && Set.of("placement", "marker").containsAll(Tree.said(element))
                && element.attribute("placement").equals("bottom")
                && MARKER.matcher(element.attribute("marker")).matches()
                && (!element.attributes().containsKey("marker")
                        || !element.attribute("marker").isEmpty())
                && paragraphs(element);
    }

    /** Whether nothing but plain paragraphs is in it. */
    static boolean paragraphs(Element element) {
        return element.children().stream()
                .allMatch(
                        node ->
                                node instanceof Element p
                                        && p.tag().equals("p")
                                        && Tree.said(p).isEmpty());
    }

    private void note(Element note) {
        out.append("[^").append(note.attribute("marker")).append(": ");
        out.append(several(note, handles)).append(']');
    }

    /** Paragraphs on one line. */
    static String several(Element around, Handles handles) {
        List<String> lines = new ArrayList<>();
        around.elements()
                .map(p -> of(p, handles))
                .map(words -> words.isEmpty() ? "{}" : words)
                .forEach(lines::add);
        return String.join(" ¶ ", lines);
    }
}

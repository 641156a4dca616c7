package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/** Sets the blanks of a line as a reader sees them. */
final class Spaces {

    private boolean spaced = true;

    private Spaces() {}

    /**
     * What is within a line, single blanks, none at its ends, what looks alike as one; and so the
     * notes in it.
     */
    static Element tidied(Element line) {
        return new Spaces().trimmed(line);
    }

    private Element trimmed(Element line) {
        Element collapsed = collapsed(line);
        return collapsed.with(merged(withoutLast(collapsed.children())));
    }

    private Element collapsed(Element element) {
        List<Node> children = new ArrayList<>();
        for (Node node : element.children()) {
            switch (node) {
                case Words words -> {
                    String text = words(words.words());
                    if (!text.isEmpty()) {
                        children.add(new Words(text));
                    }
                }
                case Element child -> children.add(child(child));
            }
        }
        return element.with(merged(children));
    }

    private Element child(Element child) {
        if (child.kind() == Kind.SUBFLOW) {
            spaced = false;
            return blocks(child);
        }
        if (child.children().isEmpty()) {
            spaced = child.tag().equals("br");
            return child;
        }
        return collapsed(child);
    }

    /** Blocks each by itself. */
    static Element blocks(Element element) {
        List<Node> children = new ArrayList<>();
        for (Node node : element.children()) {
            switch (node) {
                case Words words when words.words().isBlank() -> {}
                case Words words -> children.add(words);
                case Element child ->
                        children.add(child.kind() == Kind.BLOCK ? tidied(child) : blocks(child));
            }
        }
        return element.with(children);
    }

    private String words(String words) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            boolean space = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
            if (!space) {
                out.append(letter);
            } else if (!spaced) {
                out.append(' ');
            }
            spaced = space;
        }
        return out.toString();
    }

    private static List<Node> withoutLast(List<Node> nodes) {
        List<Node> trimmed = new ArrayList<>(nodes);
        while (!trimmed.isEmpty()) {
            Node last = trimmed.removeLast();
            Node bare =
                    switch (last) {
                        case Words(String words) when words.endsWith(" ") ->
                                new Words(words.substring(0, words.length() - 1));
                        case Words words -> words;
                        case Element child when child.kind() == Kind.INLINE ->
                                child.with(withoutLast(child.children()));
                        case Element child -> child;
                    };
            if (!(bare instanceof Words(String none) && none.isEmpty())) {
                trimmed.add(bare);
                return trimmed;
            }
        }
        return trimmed;
    }

    /** Marks that follow one another are one; those around nothing are none. */
    static List<Node> merged(List<Node> all) {
        List<Node> nodes =
                all.stream()
                        .filter(node -> !(node instanceof Element mark && isNothing(mark)))
                        .toList();
        List<Node> merged = new ArrayList<>();
        int at = 0;
        while (at < nodes.size()) {
            Node first = nodes.get(at);
            int end = at + 1;
            switch (first) {
                case Words(String begin) -> {
                    StringBuilder words = new StringBuilder(begin);
                    while (end < nodes.size() && nodes.get(end) instanceof Words(String more)) {
                        words.append(more);
                        end++;
                    }
                    merged.add(new Words(words.toString()));
                }
                case Element mark when isMark(mark) -> {
                    List<Node> within = new ArrayList<>(mark.children());
                    while (end < nodes.size()
                            && nodes.get(end) instanceof Element next
                            && isMark(next)
                            && next.tag().equals(mark.tag())) {
                        within.addAll(next.children());
                        end++;
                    }
                    merged.add(mark.with(merged(within)));
                }
                case Element other -> merged.add(other);
            }
            at = end;
        }
        return merged;
    }

    private static boolean isNothing(Element element) {
        return isMark(element) && element.children().isEmpty();
    }

    private static boolean isMark(Element element) {
        return InlineMarkup.SIGNS.containsKey(element.tag()) && Tree.said(element).isEmpty();
    }
}

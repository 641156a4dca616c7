package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/**
 * Reads the words of one element as what follows one another in a line: space as a browser shows
 * it, words that look alike as one run. What is no part of a line ends it: a structure that is
 * quoted.
 */
final class InlineReader {

    private final Function<Element, List<Line>> notes;
    private final Function<String, List<Line>> notesByAddress;
    private final Consumer<Element> structures;
    private final List<Inline> line = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private Style style = Style.PLAIN;

    /** Whether another space would be one too many. */
    private boolean spaced = true;

    /**
     * A reader.
     *
     * @param notes the lines of a footnote
     * @param notesByAddress the lines of the note of this eId, none where there is no such note
     * @param structures told of what ends the line, after {@link #taken()} was called by it
     */
    InlineReader(
            Function<Element, List<Line>> notes,
            Function<String, List<Line>> notesByAddress,
            Consumer<Element> structures) {
        this.notes = notes;
        this.notesByAddress = notesByAddress;
        this.structures = structures;
    }

    /** Reads an element's words, and what is within. */
    void read(Element element) {
        for (Node child : element.children()) {
            switch (child) {
                case Words words -> words(words.words());
                case Element below -> element(below);
            }
        }
    }

    /** What was read since the last call, without space at its ends. */
    List<Inline> taken() {
        run();
        trim();
        spaced = true;
        List<Inline> taken = List.copyOf(line);
        line.clear();
        return taken;
    }

    private void element(Element element) {
        switch (element.tag()) {
            case "br", "eol" -> add(new Break());
            case "img" -> add(new Picture(element.attribute("src"), element.attribute("alt")));
            case "authorialNote" ->
                    add(new Note(element.attribute("marker"), notes.apply(element)));
            case "noteRef" -> noteRef(element);
            default -> {
                if (Kind.of(element.tag()) == Kind.SUBFLOW || !inLine(element)) {
                    structures.accept(element);
                } else {
                    styled(element);
                }
            }
        }
    }

    private static boolean inLine(Element element) {
        return switch (element.kind()) {
            case INLINE, MARKER, FOREIGN -> true;
            case DOCUMENT, META, HIERARCHY, CONTAINER, BLOCK, TABLE, SUBFLOW -> false;
        };
    }

    private void noteRef(Element element) {
        String href = element.attribute("href");
        List<Line> lines = notesByAddress.apply(href.startsWith("#") ? href.substring(1) : href);
        if (!lines.isEmpty()) {
            add(new Note(element.attribute("marker"), lines));
        }
    }

    private void styled(Element element) {
        Style before = style;
        change(
                switch (element.tag()) {
                    case "b" -> style.with(Mark.BOLD);
                    case "i" -> style.with(Mark.ITALIC);
                    case "u" -> style.with(Mark.UNDERLINE);
                    case "sub" -> style.with(Mark.SUBSCRIPT);
                    case "sup" -> style.with(Mark.SUPERSCRIPT);
                    case "def" -> style.with(Mark.DEFINED);
                    case "a", "ref", "rref" -> style.to(element.attribute("href"));
                    default -> style;
                });
        read(element);
        change(before);
    }

    private void change(Style other) {
        if (!other.equals(style)) {
            run();
            style = other;
        }
    }

    private void words(String words) {
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            boolean space = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
            if (!space) {
                run.append(letter);
            } else if (!spaced) {
                run.append(' ');
            }
            spaced = space;
        }
    }

    private void add(Inline inline) {
        run();
        if (inline instanceof Break) {
            trim();
            spaced = true;
        } else {
            spaced = false;
        }
        line.add(inline);
    }

    /** Nothing is seen of a space before the end. */
    private void trim() {
        if (!line.isEmpty()
                && line.getLast() instanceof Run(String text, Style same)
                && text.endsWith(" ")) {
            line.removeLast();
            if (text.length() > 1) {
                line.add(new Run(text.substring(0, text.length() - 1), same));
            }
        }
    }

    private void run() {
        if (run.isEmpty()) {
            return;
        }
        if (!line.isEmpty()
                && line.getLast() instanceof Run(String text, Style same)
                && same.equals(style)) {
            line.set(line.size() - 1, new Run(text + run, style));
        } else {
            line.add(new Run(run.toString(), style));
        }
        run.setLength(0);
    }
}

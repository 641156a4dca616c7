package org.danaya.text.docx;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;

/**
 * Gathers what follows one another in a line: words that look alike as one run, spaces as one, none
 * at the line's ends nor beside a break.
 */
final class LineBuilder {

    private final List<Inline> line = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private final StringBuilder number = new StringBuilder();
    private Style style = Style.PLAIN;

    /** Whether another space would be one too many. */
    private boolean spaced = true;

    /** Words that look alike. */
    void words(String words, Style look) {
        if (!look.equals(style)) {
            run();
            style = look;
        }
        for (int at = 0; at < words.length(); at++) {
            char letter = words.charAt(at);
            switch (letter) {
                case ' ', '\n', '\t', '\r' -> {
                    if (!spaced) {
                        run.append(' ');
                    }
                    spaced = true;
                }
                case '\u00ad' -> {}
                default -> {
                    run.append(letter);
                    spaced = false;
                }
            }
        }
    }

    /** Words of the number before the line. */
    void number(String words) {
        number.append(words.replace("\u00ad", ""));
    }

    /** What isn't words. */
    void add(Inline inline) {
        run();
        if (inline instanceof Break) {
            trim();
            spaced = true;
        } else {
            spaced = false;
        }
        line.add(inline);
    }

    /** Whether there is nothing yet, a number not counted. */
    boolean isEmpty() {
        return line.isEmpty() && run.isEmpty();
    }

    /** Whether there is a number. */
    boolean isNumbered() {
        return !number.isEmpty();
    }

    /** The number, once. */
    String takeNumber() {
        String taken = composed(number.toString()).replaceAll("[ \\t]+", " ").strip();
        number.setLength(0);
        return taken;
    }

    /** What was gathered since it was taken last. */
    List<Inline> take() {
        run();
        trim();
        spaced = true;
        List<Inline> taken = List.copyOf(line);
        line.clear();
        style = Style.PLAIN;
        return taken;
    }

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
        String words = composed(run.toString());
        run.setLength(0);
        if (!line.isEmpty()
                && line.getLast() instanceof Run(String text, Style same)
                && same.equals(style)) {
            line.set(line.size() - 1, new Run(text + words, style));
        } else {
            line.add(new Run(words, style));
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}

package org.danaya.text.markdown;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;

/** Words of a line in their shortest form. */
final class Tidy {

    private Tidy() {}

    /** Runs of one style are one, spaces are single, and none are at the ends of the line. */
    static List<Inline> line(List<Inline> inlines) {
        List<Inline> tidy = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Style style = Style.PLAIN;
        boolean spaced = true;
        for (Inline inline : inlines) {
            if (!(inline instanceof Run run)) {
                put(words, style, tidy);
                if (inline instanceof Break) {
                    trim(tidy);
                }
                tidy.add(inline);
                spaced = inline instanceof Break;
                continue;
            }
            String more = InlineReader.single(run.text());
            more = spaced && more.startsWith(" ") ? more.substring(1) : more;
            if (!more.isEmpty()) {
                if (!run.style().equals(style)) {
                    put(words, style, tidy);
                    style = run.style();
                }
                words.append(more);
                spaced = more.endsWith(" ");
            }
        }
        put(words, style, tidy);
        trim(tidy);
        while (!tidy.isEmpty() && tidy.getLast() instanceof Break) {
            tidy.removeLast();
            trim(tidy);
        }
        while (!tidy.isEmpty() && tidy.getFirst() instanceof Break) {
            tidy.removeFirst();
        }
        return tidy;
    }

    /** Form C again: a mark may have met its letter. */
    private static void put(StringBuilder words, Style style, List<Inline> inlines) {
        if (!words.isEmpty()) {
            String said = Normalizer.normalize(words, Normalizer.Form.NFC);
            inlines.add(new Run(said, style));
            words.setLength(0);
        }
    }

    /** Lines that two breaks part; at least one. */
    static List<List<Inline>> parted(List<Inline> inlines) {
        List<List<Inline>> lines = new ArrayList<>();
        List<Inline> words = new ArrayList<>();
        for (Inline inline : line(inlines)) {
            if (inline instanceof Break && !words.isEmpty() && words.getLast() instanceof Break) {
                lines.add(line(words));
                words.clear();
            } else if (!(inline instanceof Break) || !words.isEmpty()) {
                words.add(inline);
            }
        }
        if (!words.isEmpty() || lines.isEmpty()) {
            lines.add(line(words));
        }
        return lines;
    }

    private static void trim(List<Inline> inlines) {
        while (!inlines.isEmpty()
                && inlines.getLast() instanceof Run run
                && run.text().endsWith(" ")) {
            String words = run.text().substring(0, run.text().length() - 1);
            inlines.removeLast();
            if (!words.isEmpty()) {
                inlines.add(new Run(words, run.style()));
            }
        }
    }

    /** What follows a label with which the words begin. */
    static List<Inline> without(String label, List<Inline> inlines) {
        if (label.isEmpty() || inlines.isEmpty()) {
            return inlines;
        }
        List<Inline> rest = new ArrayList<>(inlines);
        StringBuilder left = new StringBuilder(label);
        while (!left.isEmpty() && !rest.isEmpty() && rest.getFirst() instanceof Run run) {
            int common = Math.min(left.length(), run.text().length());
            left.delete(0, common);
            rest.removeFirst();
            if (common < run.text().length()) {
                String words = run.text().substring(common);
                String plain = words.startsWith("\u00a0") ? words.substring(1) : words;
                rest.addFirst(new Run(plain.isEmpty() ? " " : plain, run.style()));
            }
        }
        return rest;
    }
}

package org.danaya.text.pdf;

import java.util.IdentityHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.form.Footnotes;
import org.danaya.text.form.Legend;

/** What a program that reads aloud says of a PDF: the words of its tags in their order. */
final class Spoken {

    private static final Pattern WORDS = Pattern.compile("(?m)^ *\"(.*)\"$");

    private Spoken() {}

    /** All words, by Poppler's reading of the tags, without spaces. */
    static String of(byte[] pdf) throws Exception {
        return WORDS.matcher(Judges.poppler(pdf, "pdfinfo", "-struct-text"))
                .results()
                .map(result -> bare(result.group(1)))
                .collect(Collectors.joining());
    }

    /** What should be said of a text: numbers, words, labels, footnotes after their line. */
    static String expected(Flow flow) {
        Footnotes notes = new Footnotes(flow);
        IdentityHashMap<Note, Footnotes.Called> called = new IdentityHashMap<>();
        // Those of the text are counted before those of other footnotes.
        flow.lines().flatMap(Line::notes).forEach(note -> called.put(note, notes.call(note)));
        StringBuilder said = new StringBuilder();
        flow.lines().forEach(line -> line(line, called, notes, said));
        return bare(said.toString());
    }

    private static void line(
            Line line,
            IdentityHashMap<Note, Footnotes.Called> known,
            Footnotes notes,
            StringBuilder said) {
        said.append(line.number());
        StringBuilder below = new StringBuilder();
        for (Inline inline : line.inlines()) {
            switch (inline) {
                case Run run -> said.append(Bits.drawable(run.text()));
                case Note note -> {
                    Footnotes.Called called =
                            known.containsKey(note) ? known.get(note) : notes.call(note);
                    said.append(called.label());
                    below.append(called.label());
                    note.lines().forEach(each -> line(each, known, notes, below));
                }
                case Picture picture ->
                        said.append('[')
                                .append(Legend.FRENCH.say("picture.of", picture.alternative()))
                                .append(']');
                default -> {}
            }
        }
        said.append(below);
    }

    /** Without spaces, and without letters that are told beside the tags. */
    static String bare(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f\\p{IsHan}\ufffd]", "");
    }
}

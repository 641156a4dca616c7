package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;

/** A text as LibreOffice saves it as plain text: lines without the space in them. */
final class Shown {

    private Shown() {}

    static List<String> of(List<Block> blocks) {
        StringBuilder all = new StringBuilder();
        blocks.stream().flatMap(Block::lines).forEach(line -> all.append(said(line)).append('\n'));
        return lines(all.toString());
    }

    private static String said(Line line) {
        StringBuilder said = new StringBuilder(line.number());
        for (Inline inline : line.inlines()) {
            switch (inline) {
                case Run run -> said.append(run.text());
                case Break _ -> said.append('\n');
                case Note note -> said.append(note.marker());
                case Picture picture ->
                        said.append('[')
                                .append(
                                        picture.alternative().isEmpty()
                                                ? WordsWriter.UNSAID
                                                : picture.alternative())
                                .append(']');
            }
        }
        return said.toString();
    }

    /** The lines in which there is something. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .map(line -> line.replaceAll("[\\s\u00ad\ufeff]+", ""))
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return lines;
    }
}

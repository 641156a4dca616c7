package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Cells;

/**
 * A text as it comes back from a file, where that isn't the same: what docs/reference/text-docx.md
 * tells of it.
 */
final class Expected {

    private int notes;

    private Expected() {}

    static Flow of(Flow flow) {
        return new Flow(flow.language(), flow.title(), of(flow.blocks()));
    }

    static List<Block> of(List<Block> blocks) {
        Expected expected = new Expected();
        return blocks.stream().map(expected::block).toList();
    }

    private Block block(Block block) {
        return switch (block) {
            case Line line -> line(line, false);
            case Grid grid -> grid(grid);
        };
    }

    /** A table is regular: cells that are missing are empty ones, spans end with the table. */
    private Grid grid(Grid grid) {
        List<Grid.Row> rows = new ArrayList<>();
        for (Cells.Row row : Cells.of(grid).rows()) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (Cells.Cell cell : row.cells()) {
                List<Line> lines =
                        cell.filling()
                                ? List.of(
                                        new Line(
                                                grid.place(),
                                                "",
                                                org.danaya.text.flow.Role.BODY,
                                                0,
                                                "",
                                                List.of()))
                                : cell.cell().lines().stream().map(it -> line(it, false)).toList();
                cells.add(new Grid.Cell(cell.columns(), cell.rows(), lines));
            }
            rows.add(new Grid.Row(row.head(), cells));
        }
        return new Grid(grid.place(), grid.level(), rows);
    }

    private Line line(Line line, boolean inNote) {
        LineBuilder builder = new LineBuilder();
        builder.number(line.number());
        for (Inline inline : line.inlines()) {
            switch (inline) {
                case Run run -> builder.words(run.text(), style(run.style()));
                case Break same -> builder.add(same);
                case Picture picture ->
                        builder.add(
                                new Picture(
                                        picture.source(),
                                        picture.alternative().replace("][", "] [").strip()));
                case Note note -> {
                    if (inNote) {
                        builder.words(flat(note), Style.PLAIN);
                    } else {
                        builder.add(note(note));
                    }
                }
            }
        }
        String number = builder.takeNumber();
        return new Line(
                line.place(), line.opens(), line.role(), line.level(), number, builder.take());
    }

    /** A note within a note is put in brackets. */
    private static String flat(Note note) {
        String words = note.lines().stream().map(Line::words).collect(Collectors.joining(" "));
        return " [" + words.replace('\n', ' ') + "]";
    }

    /** A note without a marker is numbered. */
    private Note note(Note note) {
        boolean usual =
                note.marker().isEmpty() || note.marker().equals(Integer.toString(notes + 1));
        String marker = usual ? Integer.toString(++notes) : note.marker();
        List<Line> lines = note.lines().stream().map(it -> line(it, true)).toList();
        return new Note(marker, lines.stream().filter(it -> !it.words().isEmpty()).toList());
    }

    /** Words are above the line or below it, not both; an address has no breaks. */
    private static Style style(Style style) {
        Set<Mark> marks = new java.util.HashSet<>(style.marks());
        if (marks.contains(Mark.SUPERSCRIPT)) {
            marks.remove(Mark.SUBSCRIPT);
        }
        return new Style(marks, style.href().replace('\n', ' '));
    }
}

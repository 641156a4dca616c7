package org.danaya.text.docx;

import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Run;

/** A text whose words lead nowhere. */
final class Unlinked {

    private Unlinked() {}

    static Flow of(Flow text) {
        List<Block> blocks = text.blocks().stream().map(Unlinked::block).toList();
        return new Flow(text.language(), text.title(), blocks);
    }

    private static Block block(Block block) {
        return switch (block) {
            case Line line -> line(line);
            case Grid grid ->
                    new Grid(
                            grid.place(),
                            grid.level(),
                            grid.rows().stream().map(Unlinked::row).toList());
        };
    }

    private static Grid.Row row(Grid.Row row) {
        return new Grid.Row(
                row.head(),
                row.cells().stream()
                        .map(it -> new Grid.Cell(it.columns(), it.rows(), lines(it.lines())))
                        .toList());
    }

    private static List<Line> lines(List<Line> lines) {
        return lines.stream().map(Unlinked::line).toList();
    }

    private static Line line(Line line) {
        return new Line(
                line.place(),
                line.opens(),
                line.role(),
                line.level(),
                line.number(),
                line.inlines().stream().map(Unlinked::inline).toList());
    }

    private static Inline inline(Inline inline) {
        return switch (inline) {
            case Run run -> new Run(run.text(), run.style().to(""));
            case Note note -> new Note(note.marker(), lines(note.lines()));
            default -> inline;
        };
    }
}
